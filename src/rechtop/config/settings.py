"""Settings of Rechtop. Production is the default; everything that differs per place comes from the environment."""

from pathlib import Path
from typing import Any

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from rechtop.config import environment

PACKAGE = Path(__file__).resolve().parent.parent

DEMO = environment.yes("RECHTOP_DEMO")
DEBUG = environment.yes("RECHTOP_DEBUG")
AT_HOME = DEMO or DEBUG  # on somebody's own machine, over plain http, without real people in it

DATA = Path(environment.text("RECHTOP_DATA", "var")).absolute()
DATA.mkdir(parents=True, exist_ok=True)

SECRET_KEY = environment.text("RECHTOP_SECRET_KEY")
if not SECRET_KEY:
    if not AT_HOME:
        raise ImproperlyConfigured(
            "RECHTOP_SECRET_KEY is not set. Without it Rechtop cannot keep sessions safe.\n"
            "To do: set it to a long random text that only this installation knows, for example the output of\n"
            "  python3 -c 'import secrets; print(secrets.token_urlsafe(60))'\n"
            "or set RECHTOP_DEMO=1 to look around with invented people."
        )
    SECRET_KEY = "demo-only-this-text-is-public-and-guards-nobody-real-0123456789"  # noqa: S105  invented people only

ALLOWED_HOSTS = environment.words("RECHTOP_HOSTS") or (["localhost", "127.0.0.1", "[::1]"] if AT_HOME else [])
CSRF_TRUSTED_ORIGINS = environment.words("RECHTOP_ORIGINS")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "rechtop.web",
    "rechtop.trust",
    "rechtop.people",
    "rechtop.casework",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "rechtop.config.urls"
WSGI_APPLICATION = "rechtop.config.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    },
]

# -- the database ------------------------------------------------------------------------------------------------------

DATABASES = {"default": environment.database(environment.text("DATABASE_URL"), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "trust_cache"}}

# -- who logs in, and for how long --------------------------------------------------------------------------------------

AUTH_USER_MODEL = "trust.Worker"

# -- language and place ------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("fr", _("Frans")), ("en", _("Engels"))]
TIME_ZONE = "Europe/Brussels"
USE_TZ = True

# -- files that everybody may see --------------------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if AT_HOME
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = AT_HOME  # at home nobody has to collect static files first

# -- what the browser is told ------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
