"""The addresses of this room."""

from django.urls import URLPattern, path

from rechtop.guide import card, catalogue, covered

app_name = "guide"

urlpatterns: list[URLPattern] = [
    path("rechten/", catalogue.catalogue, name="catalogue"),
    path("rechten/dekking/", covered.covered, name="covered"),
    path("rechten/<slug:right_id>/", card.card, name="card"),
]
