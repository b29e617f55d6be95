"""Mails as a support desk gets them, made from a seed: 70 % short texts, 20 % HTML with quotes, 10 % with a photo of 100–600 kB."""

import base64
import quopri
import random
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.utils import format_datetime
from html import escape
from io import BytesIO

from PIL import Image

_START = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
_SENDERS = 400
_OCTETS_OF_NOISE = 0.6  # of a JPEG, for each pixel
_FIRST = ("Anna", "Björn", "Cecilia", "David", "Elin", "Fatima", "Gustav", "Hanna", "Ivar", "Josefin", "Kalle", "Lena", "Nadia", "Olof")
_LAST = ("Ek", "Lund", "Åkesson", "Berg", "Nyström", "Sjö", "Holm", "Öberg", "Dahl", "Friberg", "Granath", "Hägg")
_SENTENCES = (
    "Vi kan inte logga in i webbmejlen sedan i morse.",
    "Kan ni titta på DNS-posterna för vår domän?",
    "Certifikatet på hemsidan har gått ut och besökarna får en varning.",
    "Fakturan för förra månaden verkar vara fel, summan är högre än vanligt.",
    "Hur lägger jag upp en ny brevlåda till en kollega?",
    "Servern svarar inte på ping och kundvagnen är tom när man går till kassan.",
    "Could you restore the backup from Sunday night, please?",
    "The upload stops at 32 MB although the limit should be higher.",
    "We would like to move three domains to you before the end of the month.",
)
_REQUESTS = (
    "Jag vill ha ett registerutdrag över det ni har om mig.",
    "Ta bort alla mina uppgifter, tack.",
    "Please send me a copy of my personal data.",
)


# Skatteverket's test numbers: of nobody.
_NATIONAL_NUMBERS = ("19850709-9805", "910620-2386", "8307162381", "790119-2398", "20010116-2386", "850868-2393")


def mails(count: int, seed: int = 1) -> Iterator[bytes]:
    """The same mails for the same seed; each is unlike every other."""
    dice = random.Random(seed)
    for number in range(count):
        make = dice.choices((_short, _with_quote, _with_photo), weights=(70, 20, 10))[0]
        yield make(dice, number).replace("\n", "\r\n").encode()


def customers(share: float = 0.75) -> str:
    """The senders that are on file as customers, as the CSV that `ombud import-customers` reads."""
    senders = (_sender(number) for number in range(int(share * _SENDERS)))
    rows = "".join(f"{name} {number};{address};{domain}\n" for number, (name, address, domain) in enumerate(senders))
    return f"kontakt;e-post;namn\n{rows}"


def _sender_of(mail: int) -> int:
    return mail * 7919 % _SENDERS


def _sender(number: int) -> tuple[str, str, str]:
    name, domain = f"{_FIRST[number % len(_FIRST)]} {_LAST[number % len(_LAST)]}", f"firma{number % 150}.example"
    return name, f"kund{number}@{domain}", domain


def _head(dice: random.Random, number: int) -> str:
    sender = _sender_of(number)
    name, address, domain = _sender(sender)
    at = format_datetime(_START + timedelta(minutes=11 * number))
    return f"""Return-Path: <{address}>
Received: from mail.{domain} (mail.{domain} [192.0.2.{sender % 250}])
\tby mx1.ftech.se (Postfix) with ESMTPS id {number:08X}; {at}
Authentication-Results: mx1.ftech.se; dkim=pass header.d={domain}; dmarc=pass header.from={domain}
From: {Header(name, "utf-8").encode()} <{address}>
To: support@ftech.se
Subject: {Header(dice.choice(_SENTENCES)[:40], "utf-8").encode()}
Date: {at}
Message-ID: <{number}.{sender}@{domain}>
User-Agent: Mozilla Thunderbird
MIME-Version: 1.0
"""


def _words(dice: random.Random, number: int) -> str:
    sentences = dice.choices(_SENTENCES, k=dice.randint(2, 5))
    if dice.random() < 0.04:
        sentences.append(dice.choice(_REQUESTS))
    if dice.random() < 0.10:
        sentences.append(f"Mitt personnummer är {dice.choice(_NATIONAL_NUMBERS)}.")
    if dice.random() < 0.35:
        sentences.append(f"Ring mig på 070-174 06 {5 + _sender_of(number) % 95:02d}.")
    name, phone = _sender(_sender_of(number))[0], f"08-465 004 {4 + _sender_of(number) % 96:02d}"
    return f"Hej,\n\n{' '.join(sentences)}\nVårt ärende {number}.\n\nMed vänliga hälsningar\n{name}\nTel {phone}\n"


def _short(dice: random.Random, number: int) -> str:
    return _head(dice, number) + _part("plain", _words(dice, number))


def _with_quote(dice: random.Random, number: int) -> str:
    new, old = _words(dice, number), dice.choices(_SENTENCES, k=dice.randint(4, 14))
    said = "Den 3 mars 2026 kl. 10:04 skrev ftech Support <support@ftech.se>:"
    plain = f"{new}\n{said}\n" + "".join(f"> {line}\n" for line in old)
    style = "p.MsoNormal{margin:0cm;font-size:11.0pt} " * 20
    html = f"<html><head><style>{style}</style></head><body>{_paragraphs(new.splitlines())}<div>{escape(said)}</div>"
    html += f"<blockquote type=cite>{_paragraphs(old)}</blockquote></body></html>"
    return _head(dice, number) + _multipart("alternative", number, _part("plain", plain), _part("html", html))


def _with_photo(dice: random.Random, number: int) -> str:
    photo = _photo(dice, dice.randint(100_000, 600_000))
    about = f'Content-Type: image/jpeg; name="IMG_{number}.jpg"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n'
    return _head(dice, number) + _multipart(
        "mixed", number, _part("plain", _words(dice, number)), about + base64.encodebytes(photo).decode()
    )


def _photo(dice: random.Random, size: int) -> bytes:
    """A JPEG of about this size."""
    side = int((size / _OCTETS_OF_NOISE) ** 0.5)
    file = BytesIO()
    Image.frombytes("RGB", (side, side), dice.randbytes(3 * side * side)).save(file, "JPEG", quality=75)
    return file.getvalue()


def _multipart(subtype: str, number: int, *parts: str) -> str:
    boundary = f"=_{number:08x}"
    inside = "".join(f"--{boundary}\n{part}\n" for part in parts)
    return f'Content-Type: multipart/{subtype}; boundary="{boundary}"\n\n{inside}--{boundary}--\n'


def _part(subtype: str, text: str) -> str:
    quoted = quopri.encodestring(text.encode()).decode()
    return f"Content-Type: text/{subtype}; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{quoted}"


def _paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<p class=MsoNormal><span lang=SV>{escape(line)}</span></p>" for line in lines if line)
