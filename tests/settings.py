"""Production settings, with only that changed which would make tests slow or need https."""

import os
from pathlib import Path

os.environ.setdefault("RECHTOP_SECRET_KEY", "only-for-tests-" + "0123456789" * 5)
os.environ.setdefault("RECHTOP_HOSTS", "testserver,localhost,127.0.0.1")
os.environ.setdefault("RECHTOP_DATA", "var/tests")
os.environ.setdefault("RECHTOP_FIELD_KEYS", "b25seSBmb3IgdGVzdHMsIDMyIGJ5dGVzIGxvbmcuLi4=")
os.environ.setdefault("RECHTOP_INDEX_KEY", "only-for-tests")

from rechtop.config.settings import *  # noqa: F403
from rechtop.config.settings import DATA, DATABASES, INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.trust.paper"]

# A file (not memory), so that two threads are two connections, as in production; a name of its own, so that two runs
# beside each other do not meet.
_database = DATABASES["default"]
if _database["ENGINE"].endswith("sqlite3"):
    _database["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    _database["TEST"] = {"NAME": str(Path(DATA) / f"test-{os.getpid()}.sqlite3")}
else:
    _database["CONN_MAX_AGE"] = 0
    _database["TEST"] = {"NAME": f"rechtop_test_{os.getpid()}"}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = False
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "rechtop_session", "rechtop_csrf"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
