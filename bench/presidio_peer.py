"""Presidio's analyzer on the same texts; run by the Python of its own environment, which knows nothing of Ombud.

`python bench/presidio_peer.py REGION,REGION… ROUNDS < texts.json` with texts.json a list of texts: prints one JSON object with, for each
text, `[entity, start, end]` of what was found, and the processor seconds of the fastest round.
"""

import json
import sys
import time

import spacy  # type: ignore[import-not-found]
import tldextract  # type: ignore[import-not-found]
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry  # type: ignore[import-not-found]
from presidio_analyzer.nlp_engine import SpacyNlpEngine  # type: ignore[import-not-found]
from presidio_analyzer.predefined_recognizers import (  # type: ignore[import-not-found]
    CreditCardRecognizer,
    EmailRecognizer,
    IbanRecognizer,
    PhoneRecognizer,
    SeOrganisationsnummerRecognizer,
    SePersonnummerRecognizer,
)

LANGUAGE = "sv"

# Its e-mail recogniser accepts domains of the public suffix list only; all our addresses end in the reserved .example, so that is added.
tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), extra_suffixes=("example",))


def analyzer(regions: list[str]) -> AnalyzerEngine:
    """Its engine with an empty Swedish pipeline (there is no Swedish model on PyPI) and the recognisers that fit."""
    engine = SpacyNlpEngine(models=[{"lang_code": LANGUAGE, "model_name": "blank"}])
    engine.nlp = {LANGUAGE: spacy.blank(LANGUAGE)}
    registry = RecognizerRegistry(supported_languages=[LANGUAGE])
    for recognizer in (EmailRecognizer, CreditCardRecognizer, IbanRecognizer, SePersonnummerRecognizer, SeOrganisationsnummerRecognizer):
        registry.add_recognizer(recognizer(supported_language=LANGUAGE))
    registry.add_recognizer(PhoneRecognizer(supported_language=LANGUAGE, supported_regions=regions))
    return AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=[LANGUAGE])


def main() -> None:
    """Analyse every text, `ROUNDS` times."""
    engine, rounds, texts = analyzer(sys.argv[1].split(",")), int(sys.argv[2]), json.load(sys.stdin)
    fastest, found = float("inf"), []
    for _ in range(rounds):
        begin = time.process_time()
        found = [engine.analyze(text, language=LANGUAGE) for text in texts]
        fastest = min(fastest, time.process_time() - begin)
    rows = [[[one.entity_type, one.start, one.end] for one in results] for results in found]
    json.dump({"seconds": fastest, "found": rows}, sys.stdout)


if __name__ == "__main__":
    main()
