"""django-helpdesk's own `get_email` on the same mails; run by the Python of its own environment, which knows nothing of Ombud.

`python bench/get_email.py prepare|run FOLDER PORT USER PASSWORD`
"""

import os
import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command

command, folder, port, user, password = sys.argv[1:]
home = Path(folder)

settings.configure(
    SECRET_KEY=os.urandom(20).hex(),
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": home / "helpdesk.sqlite"}},
    INSTALLED_APPS=[
        "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.sites", "django.contrib.messages",
        "django.contrib.admin", "django.contrib.humanize", "rest_framework", "helpdesk",
    ],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
    ROOT_URLCONF=__name__,
    MEDIA_ROOT=str(home / "media"),
    EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend",
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    USE_TZ=True,
    SITE_ID=1,
    HELPDESK_TEAMS_MODE_ENABLED=False,
    LOGGING_CONFIG=None,
)  # fmt: skip
django.setup()

from django.urls import include, path  # noqa: E402
from helpdesk.models import Queue, Ticket  # noqa: E402

urlpatterns = [path("helpdesk/", include("helpdesk.urls", namespace="helpdesk"))]

if command == "prepare":
    call_command("migrate", verbosity=0)
    Queue.objects.create(
        title="Support", slug="support", email_address="support@ftech.se", allow_email_submission=True, email_box_type="imap",
        email_box_host="127.0.0.1", email_box_port=int(port), email_box_user=user, email_box_pass=password, email_box_imap_folder="Peer",
        email_box_interval=0, logging_type="none",
    )  # fmt: skip
else:
    call_command("get_email", quiet=True)
    print(Ticket.objects.count())
