"""Settings of Rechtop. Production is the default; everything that differs per place comes from the environment."""

from pathlib import Path
from typing import Any

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from rechtop.config import environment, menu

DEMO = environment.yes("RECHTOP_DEMO")
DEBUG = environment.yes("RECHTOP_DEBUG")
AT_HOME = DEMO or DEBUG  # on somebody's own machine, over plain http, without real people in it

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

if not AT_HOME and not environment.text("RECHTOP_DATA"):
    # A folder that depends on where somebody stands would one day be another, empty one.
    raise ImproperlyConfigured("RECHTOP_DATA is not set. Set it to the folder where this installation keeps its files.")
DATA = Path(environment.text("RECHTOP_DATA", "var")).absolute()
DATA.mkdir(parents=True, exist_ok=True)

# What must not be readable in a stolen database is sealed with these (people/sealing.py); a demo makes its own.
FIELD_KEYS = environment.words("RECHTOP_FIELD_KEYS")
INDEX_KEY = environment.text("RECHTOP_INDEX_KEY")

ALLOWED_HOSTS = environment.words("RECHTOP_HOSTS") or (["localhost", "127.0.0.1", "[::1]"] if AT_HOME else [])
CSRF_TRUSTED_ORIGINS = environment.words("RECHTOP_ORIGINS")

INSTALLED_APPS = [
    "rechtop.web",  # our templates come before those of the libraries
    "rechtop.trust",
    "rechtop.people",
    "rechtop.casework",
    "rechtop.ahead",
    "rechtop.guide",
    "rechtop.config",
    "allauth",
    "allauth.account",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
]

MIDDLEWARE = [
    "rechtop.config.journal.EveryRequestInTheJournal",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "rechtop.trust.middleware.NothingStaysBehind",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "rechtop.trust.middleware.SessionsEnd",
    "rechtop.trust.middleware.WorkersLanguage",
    "rechtop.trust.middleware.LoginFirst",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "rechtop.trust.middleware.EveryViewHasADoor",
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
                "rechtop.web.context.look",
            ],
        },
    },
]

# -- the database ------------------------------------------------------------------------------------------------------

DATABASES = {"default": environment.database(environment.text("DATABASE_URL"), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "trust_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # beyond it entries go at random, and with them the count of log-ins that failed
    }
}

# -- who logs in, and for how long --------------------------------------------------------------------------------------

AUTH_USER_MODEL = "trust.Worker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "trust:start"
HOME_PAGE = "casework:day"  # the page where a worker's day begins
MENU = menu.MENU
SEARCH_URL_NAME = "casework:find"
SEARCH_SHOWN_IF = menu.works_with_people
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 24 * 3600  # seconds that a link to choose a password works

ACCOUNT_ADAPTER = "rechtop.trust.adapter.Adapter"
ACCOUNT_FORMS = {"login": "rechtop.trust.forms.LoginForm"}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_SESSION_REMEMBER = False
# Per address of the network and per account; an office shares one address, so the first is wide and the second narrow.
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "30/5m/ip,5/5m/key", "change_password": "5/m/user"}
PROXIES = environment.whole("RECHTOP_PROXIES", 0)
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES

SESSION_COOKIE_AGE = 60 * environment.whole("RECHTOP_SESSION_MINUTES", 60)  # seconds without work until logged out
SESSION_LONGEST = 10 * 3600  # seconds after which a worker logs in again in any case
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# -- language and place ------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("fr", "Français"), ("en", "English")]
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

# -- forms and what comes in -------------------------------------------------------------------------------------------

FORM_RENDERER = "rechtop.web.forms.LookRenderer"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # bytes: a long story fits many times
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 10
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

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

SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "rechtop.web.errors.stale_form"
CSRF_COOKIE_HTTPONLY = True
# A message may name a person: it stays on our side and ends with the session, never in a cookie that outlives it.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = not AT_HOME
LANGUAGE_COOKIE_HTTPONLY = True
if not AT_HOME:
    # A name with __Host- is refused by the browser unless it is secure and ours alone.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-rechtop_session", "__Host-rechtop_csrf"
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^gezond/$"]  # a watcher on the same machine asks over plain http
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    # Being put on the browsers' own list cannot be undone and is for the owner of the domain to ask.
    SILENCED_SYSTEM_CHECKS = ["security.W021"]
if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# -- the journal: what a machine needs to be looked after, never what a person said (config/journal.py) ------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "rechtop.config.journal.JsonLines"}},
    "handlers": {"journal": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["journal"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["journal"], "level": "INFO", "propagate": False},
        "django.server": {"handlers": ["journal"], "level": "ERROR", "propagate": False},
        "django.request": {"handlers": ["journal"], "level": "CRITICAL", "propagate": False},  # the journal has its own line
    },
}
