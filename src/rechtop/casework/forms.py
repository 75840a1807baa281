"""Forms of this room. What is typed is judged by the actions; a form only says what is missing."""

from datetime import time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rechtop.casework.models import Conversation
from rechtop.casework.stands import Stands
from rechtop.casework.words import language
from rechtop.people import answers
from rechtop.people.answers import NotAnAnswer
from rechtop.rights.facts.situation import Between
from rechtop.rights.facts.vocabulary import vocabulary
from rechtop.trust.models import Worker


class Plain(forms.CharField):
    """Short text, trimmed, never longer than the field it is kept in."""

    def __init__(self, label: Any, *, longest: int = 120, **more: Any) -> None:
        super().__init__(label=label, max_length=longest, required=more.pop("required", False), **more)


class FindForm(forms.Form):
    """Look for somebody: by name, birth date or national number."""

    zoek = Plain(_("Naam, geboortedatum of rijksregisternummer"), longest=200, required=True)


class PersonForm(forms.Form):
    """Somebody who is not known yet: two fields, and the second may stay empty."""

    name = Plain(_("Naam"), required=True, help_text=_("Voornaam en familienaam, of alleen hoe iemand genoemd wil worden."))
    born = Plain(_("Geboortedatum"), help_text=_("Bijvoorbeeld 2/3/1990. Alleen het jaar mag ook."))

    def clean_born(self) -> str:
        """A birth date that can be read, or nothing."""
        typed = str(self.cleaned_data["born"])
        if typed:
            try:
                answers.read("birth_date", typed, language=language(), today=timezone.localdate())
            except NotAnAnswer as wrong:
                raise forms.ValidationError(str(wrong)) from wrong
        return typed

    def day(self) -> Any:
        """The birth date as a day; None while it is not one day."""
        typed = self.cleaned_data.get("born")
        read = answers.read("birth_date", typed, language=language(), today=timezone.localdate()).value if typed else None
        return None if isinstance(read, Between) else read


class MemberForm(forms.Form):
    """One person of a household."""

    call_name = Plain(_("Roepnaam"))
    given_name = Plain(_("Voornaam"))
    family_name = Plain(_("Familienaam"))
    born = Plain(_("Geboren"), help_text=_("Een datum, een jaar, of ongeveer: “rond 1990”."))
    kinship = forms.ChoiceField(label=_("Wat is deze persoon van de verteller?"), required=False)
    how = forms.ChoiceField(label=_("Woont hier"), required=False, widget=forms.RadioSelect)
    nights = Plain(_("Nachten op veertien bij de verteller"), help_text=_("Voor een kind dat op twee adressen woont: 0 tot 14."))
    last_day = Plain(_("Hier gewoond tot en met"), help_text=_("Alleen als iemand hier niet meer woont, bijvoorbeeld 14/6/2026."))

    def __init__(self, *args: Any, is_teller: bool, stands: Stands, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lang = language()
        kinship, lives = vocabulary().fact("kinship"), vocabulary().fact("lives_here")
        self._choices("kinship", [("", _("nog niet gezegd")), *((one.id, one.label.in_language(lang)) for one in kinship.values)])
        self._choices("how", [(one.id, one.label.in_language(lang)) for one in lives.values])
        if is_teller:
            for field in ("kinship", "nights"):
                del self.fields[field]

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


class AppointmentForm(forms.Form):
    """A day, an hour and with whom."""

    day = forms.DateField(label=_("Dag"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    at = forms.TimeField(label=_("Uur"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    worker = forms.ModelChoiceField(Worker.objects.none(), label=_("Bij wie"), empty_label=None)

    def __init__(self, *args: Any, workers: Any, by: Worker, **kwargs: Any) -> None:
        kwargs["initial"] = {"at": time(9, 0), "worker": by.pk, "day": timezone.localdate()}
        super().__init__(*args, **kwargs)
        field = self.fields["worker"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = workers


class KindForm(forms.Form):
    """Where a talk takes place."""

    kind = forms.ChoiceField(choices=Conversation.Kind.choices, required=False)


class HandOverForm(forms.Form):
    """To whom a dossier goes."""

    to = forms.ModelChoiceField(Worker.objects.none(), label=_("Nieuw vast gezicht"), empty_label=None)

    def __init__(self, *args: Any, workers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = workers


class ReasonForm(forms.Form):
    """Why something is taken back or settled."""

    why = Plain(_("Waarom?"), longest=500, required=True, help_text=_("Kort: wie het later leest, moet het begrijpen."))
