"""The sheet to take home: choose with the person what goes on it, look at it, print it, or make a PDF of it."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rechtop.casework.actions import (
    LONGEST_AGREEMENT,
    MOST_AGREEMENTS,
    agree,
    choose_sheet_language,
    leave_off_sheet,
    put_on_sheet,
)
from rechtop.casework.doors import dossier_in_url
from rechtop.casework.models import LANGUAGES, Dossier
from rechtop.casework.page import head
from rechtop.casework.rows import TOGETHER
from rechtop.casework.sheet_content import MOST_RIGHTS, Candidate, Sheet, amount_words, candidates_of, plain_name, sheet_of
from rechtop.casework.sheet_fit import steps_of
from rechtop.casework.sheet_pdf import NoPdf, get_ready, pdf_of
from rechtop.casework.stands import Stands, right_name
from rechtop.casework.words import joined, language
from rechtop.trust.doors import WorkerRequest, needs
from rechtop.trust.models import Worker
from rechtop.trust.policy import may
from rechtop.trust.refusal import Refused
from rechtop.web.show import go_to, show


@dataclass(frozen=True)
class Choice:
    """One right on the page of choices. keys: what its button sends, one "right.subject" for each person."""

    name: str
    law: str
    amount: str
    whom: str
    wanted: bool
    careful: str
    keys: tuple[str, ...]


@needs("casework.read", opens=dossier_in_url)
def sheet(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """Choose together: the language, which rights, what is agreed. The sheet itself stands beside it."""
    return _choosing(request, dossier)


@needs("casework.write", opens=dossier_in_url)
@require_POST
def choose(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """One choice: a language, a right on or off, or the agreements. Then back, or on to the paper."""
    sent = request.POST
    try:
        if "language" in sent:
            choose_sheet_language(dossier, sent["language"], by=request.worker)
        for field, act in (("off", leave_off_sheet), ("on", put_on_sheet)):
            for key in sent.get(field, "").split():
                right, _dot, subject = key.partition(".")
                act(dossier, right=right, subject="" if subject == TOGETHER else subject, by=request.worker)
        if "agreed" in sent:
            agree(dossier, sent["agreed"], by=request.worker)
    except Refused as wrong:
        return _choosing(request, dossier, wrong=str(wrong), agreed=sent.get("agreed"), status=422)
    if sent.get("then") == "paper":
        return go_to(request, reverse("casework:sheet_paper", args=[dossier.pk]))
    anchor = "#taal" if "language" in sent else "#afspraken" if "agreed" in sent else "#rechten"
    return go_to(request, reverse("casework:sheet", args=[dossier.pk]) + anchor)


@needs("casework.print", opens=dossier_in_url, kind="print")
def paper(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """The sheet alone, ready for the printer of the browser. Whoever opens it may print it: it is logged as printed."""
    stands = Stands.of(dossier)
    get_ready()
    return show(request, "casework/sheet_paper.html", **_paper_context(request, dossier, stands))


@needs("casework.export", opens=dossier_in_url, kind="export")
def pdf(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """The sheet as PDF; when this machine cannot make one, how to print it all the same."""
    stands = Stands.of(dossier)
    with translation.override(dossier.sheet_language):
        pages = [
            render_to_string("casework/sheet_pdf.html", {"sheet": step, "dir": _direction(dossier)})
            for step in steps_of(sheet_of(stands, request.worker))
        ]
    try:
        made = pdf_of(pages)
    except NoPdf as wrong:
        context = {**head(request, dossier, stands, here="sheet"), "libraries": wrong.libraries}
        return show(request, "casework/sheet_no_pdf.html", **context)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{_("blad")}-{timezone.localdate().isoformat()}.pdf"'
    return answer


def _choosing(
    request: WorkerRequest, dossier: Dossier, *, wrong: str = "", agreed: str | None = None, status: int = 200
) -> HttpResponseBase:
    dossier.refresh_from_db()
    stands = Stands.of(dossier)
    get_ready()
    choices = [choice_of(stands, one) for one in candidates_of(stands)]
    kept = getattr(dossier, "sheet_agreements", None)
    return show(
        request,
        "casework/sheet.html",
        status=status,
        **_paper_context(request, dossier, stands),
        on_it=[one for one in choices if one.wanted],
        off_it=[one for one in choices if not one.wanted],
        most=MOST_RIGHTS,
        languages=[(code, str(get_language_info(code)["name_local"]).capitalize()) for code, _name in LANGUAGES],
        agreed=agreed if agreed is not None else (kept.text if kept else ""),
        most_agreements=MOST_AGREEMENTS,
        longest_agreement=LONGEST_AGREEMENT,
        wrong=wrong,
        may_write=may(request.worker, "casework.write", dossier),
        other_adults=joined([stands.name(one) for one in stands.persons if one != stands.teller_id and _is_adult(stands, one)]),
    )


def _is_adult(stands: Stands, person: str) -> bool:
    age = stands.age(person)
    return age is None or age >= 18


def choice_of(stands: Stands, one: Candidate) -> Choice:
    """A right as one chooses it, in the worker's language."""
    reasons = {
        "health": _("Zegt iets over gezondheid"),
        "residence": _("Zegt iets over verblijf"),
        "home": _("Zegt dat iemand geen woning had"),
        "court": _("Zegt dat er een conflict kan zijn"),
    }
    people = [stands.name(subject) for subject in one.subjects if subject]
    return Choice(
        name=plain_name(one.right),
        law=right_name(one.right, language()),
        amount=amount_words(stands, one),
        whom=joined(people) if len(stands.presences) > 1 else "",
        wanted=one.wanted,
        careful=reasons.get(one.careful, ""),
        keys=tuple(f"{one.right}.{subject or TOGETHER}" for subject in dict.fromkeys(result.subject for result in one.every)),
    )


def _paper_context(request: WorkerRequest, dossier: Dossier, stands: Stands) -> dict[str, Any]:
    return {
        **head(request, dossier, stands, here="sheet"),
        "sheet_html": rendered(stands, request.worker),
        "sheet_language": dossier.sheet_language,
        "sheet_dir": _direction(dossier),
    }


def rendered(stands: Stands, by: Worker) -> SafeString:
    """The sheet in the language of the person, whatever the worker reads."""
    with translation.override(stands.dossier.sheet_language):
        return render_to_string("casework/sheet_a4.html", {"sheet": fitting(stands, by)})


def fitting(stands: Stands, by: Worker) -> Sheet:
    """The longest sheet that is estimated to be one page, in the active language."""
    return steps_of(sheet_of(stands, by))[0]


def _direction(dossier: Dossier) -> str:
    return "rtl" if get_language_info(dossier.sheet_language)["bidi"] else "ltr"
