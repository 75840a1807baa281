"""Production settings, with only that changed which would make tests slow or need https."""

import os

os.environ.setdefault("RECHTOP_SECRET_KEY", "only-for-tests-" + "0123456789" * 5)
os.environ.setdefault("RECHTOP_HOSTS", "testserver,localhost,127.0.0.1")
os.environ.setdefault("RECHTOP_DATA", "var/tests")

from rechtop.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
SESSION_COOKIE_NAME = "rechtop_session"
CSRF_COOKIE_NAME = "rechtop_csrf"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
