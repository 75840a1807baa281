"""Who belongs to the household: adding somebody in one line, and how each of them lives here."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rechtop.casework import queries
from rechtop.casework.actions import begin_conversation
from rechtop.casework.doors import dossier_in_url
from rechtop.casework.drawing import members_of, told_ties
from rechtop.casework.forms import MemberForm
from rechtop.casework.kin_line import KinLine, read_kin_line
from rechtop.casework.models import Conversation, Dossier
from rechtop.casework.page import head
from rechtop.casework.stands import Stands
from rechtop.casework.talk import talk_context
from rechtop.casework.words import language, value_words
from rechtop.people import actions
from rechtop.people.about import About
from rechtop.people.models import Person
from rechtop.rights.facts.kinship import kinships
from rechtop.rights.facts.vocabulary import vocabulary
from rechtop.trust.doors import WorkerRequest, needs
from rechtop.trust.models import Worker
from rechtop.trust.refusal import Refused
from rechtop.web.once import first_time, release
from rechtop.web.show import go_to, show


@needs("casework.write", opens=dossier_in_url)
@require_POST
def add_member(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """Somebody more, told in one line: "dochter Noor 8"."""
    typed = request.POST.get("wie", "")
    conversation = queries.open_talk(dossier, request.worker) or begin_conversation(dossier, by=request.worker)
    if not first_time(request):
        return _household_as_it_is(request, dossier, conversation)
    try:
        line = read_kin_line(typed, today=timezone.localdate(), language=language())
        person = join(dossier, line, conversation, by=request.worker)
    except Refused as wrong:
        release(request)
        context = talk_context(request, dossier, Stands.of(dossier), conversation)
        return show(request, "casework/talk.html", part="casework/_live.html", status=422, who_wrong=str(wrong), who_typed=typed, **context)
    says = understood(line, person)
    if not request.htmx:
        messages.info(request, says)
        return go_to(request, reverse("casework:talk", args=[dossier.pk]) + "#huis")
    context = talk_context(request, dossier, Stands.of(dossier), conversation)
    return show(request, "casework/talk.html", part="casework/_live.html", said=says, who_added=says, **context)


def _household_as_it_is(request: WorkerRequest, dossier: Dossier, conversation: Conversation) -> HttpResponseBase:
    """The answer to a form that was sent a second time: what the first one made of it."""
    if not request.htmx:
        return go_to(request, reverse("casework:talk", args=[dossier.pk]) + "#huis")
    context = talk_context(request, dossier, Stands.of(dossier), conversation)
    return show(request, "casework/talk.html", part="casework/_live.html", **context)


@transaction.atomic
def join(dossier: Dossier, line: KinLine, conversation: Conversation, *, by: Worker) -> Person:
    """Write somebody down, whole or not at all: name, tie to the teller, whether she lives here, and what is known of the birth date."""
    person = actions.add_person(given_name=line.name, by=by)
    inside = {"in_conversation": conversation.pk, "within": dossier, "by": by}
    actions.join_household(person, dossier.household, "never" if line.elsewhere else "always", **inside)  # type: ignore[arg-type]
    if line.kinship:
        actions.relate(dossier.teller, person, line.kinship, **inside)  # type: ignore[arg-type]
    if line.born is not None:
        actions.tell("birth_date", About.of_person(person), line.born, **inside)  # type: ignore[arg-type]
    return person


def understood(line: KinLine, person: Person) -> str:
    """What was made of the line, so that a wrong reading is seen at once."""
    said = [_("%(name)s staat erbij") % {"name": person.name}]
    if line.kinship:
        said.append(vocabulary().fact("kinship").option(line.kinship).label.in_language(language()))
    said.append(_("woont elders") if line.elsewhere else _("woont hier altijd"))
    if line.born is not None:
        said.append(_("geboren %(when)s") % {"when": value_words(vocabulary().fact("birth_date"), line.born)})
    return ", ".join(said) + "."


@needs("casework.write", opens=dossier_in_url)
def member(request: WorkerRequest, dossier: Dossier, person_id: UUID) -> HttpResponseBase:
    """One person of the household: name, how she lives here, what she is to the teller, when she was born."""
    stands = Stands.of(dossier)
    person = stands.persons.get(str(person_id))
    if person is None:
        raise Http404
    start = initial(stands, person)
    form = MemberForm(request.POST or None, initial=start, is_teller=str(person_id) == stands.teller_id, stands=stands)
    if request.method == "POST" and form.is_valid():
        conversation = queries.open_talk(dossier, request.worker) or begin_conversation(dossier, by=request.worker)
        try:
            change_member(
                dossier, stands, person, {key: form.cleaned_data[key] for key in form.changed_data}, conversation, by=request.worker
            )
            return go_to(request, reverse("casework:talk", args=[dossier.pk]) + "#huis")
        except Refused as wrong:
            form.add_error(None, str(wrong))
    found = next(one for one in members_of(stands) if one.id == str(person_id))
    context = {**head(request, dossier, stands, here="talk"), "form": form, "member": found}
    return show(request, "casework/member.html", status=422 if form.errors else 200, **context)


def initial(stands: Stands, person: Person) -> dict[str, str]:
    """What stands of a person, as the form shows it."""
    key = str(person.pk)
    presence = next(one for one in stands.presences if one.person.pk == person.pk)
    nights = stands.value("nights_per_14_days", stands.teller_id, key)
    ties = kinships(told_ties(stands)).get((stands.teller_id, key), frozenset())
    birth = stands.by_key.get(("birth_date", (key,), None))
    born = birth.answers[0].value if birth and birth.answers[0].knowing == "known" else None
    return {
        "given_name": person.given_name,
        "family_name": person.family_name,
        "call_name": person.call_name,
        "how": presence.how or "",
        "kinship": next(iter(ties)) if len(ties) == 1 else "",
        "nights": str(nights) if isinstance(nights, int) else "",
        "born": value_words(vocabulary().fact("birth_date"), born) if born is not None else "",
        "last_day": "",
    }


@transaction.atomic
def change_member(
    dossier: Dossier, stands: Stands, person: Person, said: dict[str, str], conversation: Conversation, *, by: Worker
) -> None:
    """Tell what changed in the form, and only that: everything, or nothing when one answer is refused."""
    inside = {"in_conversation": conversation.pk, "within": dossier, "by": by}
    named = {key: said[key] for key in ("given_name", "family_name", "call_name") if key in said}
    if named:
        actions.correct_person(person, **named, within=dossier, by=by)
    if said.get("last_day"):
        actions.leave_household(person, dossier.household, until=said["last_day"], **inside)  # type: ignore[arg-type]
    elif said.get("how") == "no_longer":
        yesterday = timezone.localdate() - timedelta(1)
        actions.leave_household(person, dossier.household, until=yesterday, **inside)  # type: ignore[arg-type]
    elif said.get("how"):
        actions.join_household(person, dossier.household, said["how"], **inside)  # type: ignore[arg-type]
    if said.get("kinship"):
        actions.relate(dossier.teller, person, said["kinship"], **inside)  # type: ignore[arg-type]
    if said.get("nights"):
        about = About.of_relation(dossier.teller, person)
        actions.tell("nights_per_14_days", about, said["nights"], language=language(), **inside)  # type: ignore[arg-type]
    if said.get("born"):
        actions.tell("birth_date", About.of_person(person), said["born"], language=language(), **inside)  # type: ignore[arg-type]
