"""Addresses of the look itself."""

from django.conf import settings
from django.urls import path

from rechtop.web import views

app_name = "web"
urlpatterns = [
    path("taal/", views.choose_language, name="language"),
    path("thema/", views.choose_theme, name="theme"),
    path("toetsen/", views.keys, name="keys"),
    path("bedekt/", views.cover, name="cover"),
    path("er-nog/", views.stay, name="stay"),
]
if settings.DEBUG or getattr(settings, "DEMO", False):
    urlpatterns.append(path("stijl/", views.style, name="style"))
