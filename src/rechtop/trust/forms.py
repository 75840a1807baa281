"""The forms of trust."""

import unicodedata
from typing import Any, ClassVar

from allauth.account.forms import LoginForm as AllauthLoginForm
from django import forms
from django.utils.translation import gettext_lazy as _

from rechtop.trust import purpose
from rechtop.trust.models import Organisation, Role, Team, Worker


class LoginForm(AllauthLoginForm):  # type: ignore[misc]  # allauth has no types
    """E-mail address and password, nothing else."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mailadres")
        self.fields["password"].label = _("Wachtwoord")
        self.fields["password"].help_text = ""
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


def visible_line(text: str) -> str:
    """One line without signs that show nothing: with a sign for writing direction a name can pass for another in a list or the log."""
    return " ".join("".join(sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cc", "Cs", "Co", "Cn")).split())


class PurposeForm(forms.Form):
    """Why this dossier is opened."""

    purpose = forms.ChoiceField(label=_("Waarom open je dit dossier?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, worker: Worker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["purpose"].choices = purpose.choices_for(worker)  # type: ignore[attr-defined]  # a ChoiceField


class WorkerForm(forms.ModelForm):  # type: ignore[type-arg]  # takes no argument when it runs
    """Who works here, in what role and team, and whether she may log in."""

    class Meta:
        model = Worker
        fields: ClassVar[list[str]] = ["name", "email", "role", "team", "is_active"]

    def __init__(self, *args: Any, by: Worker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = Team.objects.filter(organisation=by.organisation)  # type: ignore[attr-defined]
        self.fields["team"].required = False
        if self.instance.pk is None:
            del self.fields["is_active"]  # who is new comes to log in
        self.by = by

    def clean_name(self) -> str:
        """A name that shows something."""
        name = visible_line(str(self.cleaned_data["name"]))
        if not name:
            raise forms.ValidationError(_("Van deze naam is niets te zien. Typ hem opnieuw."))
        return name

    def clean_email(self) -> str:
        """One address is one worker, in whatever case it is typed."""
        email = str(self.cleaned_data["email"]).lower()
        if Worker.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Er is al iemand met dit e-mailadres."))
        return email

    def clean(self) -> dict[str, Any]:
        """An administrator cannot lock herself out."""
        data = super().clean() or {}
        if self.instance.pk == self.by.pk and not (data.get("is_active") and data.get("role") == Role.ADMINISTRATOR):
            raise forms.ValidationError(_("Je kunt je eigen beheer niet afsluiten. Vraag het aan een andere beheerder."))
        return data


class TeamForm(forms.ModelForm):  # type: ignore[type-arg]  # the same
    """A team of this organisation."""

    class Meta:
        model = Team
        fields: ClassVar[list[str]] = ["name"]

    def __init__(self, *args: Any, by: Worker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by

    def clean_name(self) -> str:
        """Two teams of one organisation have two names."""
        name = visible_line(str(self.cleaned_data["name"]))
        if not name:
            raise forms.ValidationError(_("Van deze naam is niets te zien. Typ hem opnieuw."))
        if Team.objects.filter(organisation=self.by.organisation, name=name).exists():
            raise forms.ValidationError(_("Er is al een team met deze naam."))
        return name


class OrganisationForm(forms.ModelForm):  # type: ignore[type-arg]  # the same
    """Where people reach the social service; it stands on the sheet they take home."""

    class Meta:
        model = Organisation
        fields: ClassVar[list[str]] = ["phone", "address"]
