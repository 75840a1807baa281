"""The addresses of the house plus the living style page and a text that saves itself, which production does not have."""

from django.urls import include, path
from tests.web import desk

from rechtop.config.urls import urlpatterns as house
from rechtop.web.views import style

handler403, handler404, handler500 = "rechtop.web.errors.no_access", "rechtop.web.errors.not_found", "rechtop.web.errors.our_fault"
extra = [path("stijl/", style, name="style")]
urlpatterns = [path("", include((extra, "web_extra"))), *desk.urlpatterns, *house]
