"""The look as a Django app: its templates, styles and words."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "rechtop.web"
    label = "web"
