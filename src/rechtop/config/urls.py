"""Which room answers at which address; one line per room."""

from django.urls import URLPattern, URLResolver, include, path

from rechtop.config.health import health
from rechtop.trust.urls import account_urlpatterns

urlpatterns: list[URLPattern | URLResolver] = [
    path("gezond/", health, name="health"),
    path("", include("rechtop.web.urls")),
    path("", include("rechtop.trust.urls")),
    path("", include("rechtop.casework.urls")),
    path("", include("rechtop.ahead.urls")),
    path("", include("rechtop.guide.urls")),
    *account_urlpatterns,
]

handler400 = "rechtop.web.errors.bad_request"
handler403 = "rechtop.web.errors.no_access"
handler404 = "rechtop.web.errors.not_found"
handler429 = "rechtop.web.errors.too_many"
handler500 = "rechtop.web.errors.our_fault"
