"""The addresses of this room. What one thinks of never stands in one."""

from django.urls import URLPattern, path

from rechtop.ahead import what_if, work, year

app_name = "ahead"

DOSSIER = "dossier/<uuid:dossier_id>/vooruit/"

urlpatterns: list[URLPattern] = [
    path(DOSSIER, what_if.what_if, name="what_if"),
    path(f"{DOSSIER}jaar/", year.year, name="year"),
    path(f"{DOSSIER}werk/", work.work, name="work"),
]
