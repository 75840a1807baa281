"""Plain Django forms in the look: label, hint, what went wrong, control; wired for a screen reader."""

from django.forms.renderers import DjangoTemplates


class LookRenderer(DjangoTemplates):
    """Draws every form and field from templates/web/forms/."""

    form_template_name = "web/forms/form.html"
    field_template_name = "web/forms/field.html"
