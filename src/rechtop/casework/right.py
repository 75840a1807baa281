"""One right for one household: what it is worth, why or why not, what is missing, how it is computed and asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rechtop.casework import queries
from rechtop.casework.asking import Ask, ask_for
from rechtop.casework.doors import dossier_in_url
from rechtop.casework.keys import write_key
from rechtop.casework.models import Conversation, Dossier
from rechtop.casework.page import head
from rechtop.casework.rows import TOGETHER, amount_of, group_of, right_href, shape_of, why_of
from rechtop.casework.stands import Stands, only_of, right_name, right_texts
from rechtop.casework.words import cents, joined, label_of, language, spell_source, value_words, whose
from rechtop.rights.ask import is_skipped
from rechtop.rights.evaluate import Explanation, Result, StepShown
from rechtop.rights.evaluate.result import AmountUsed, ConditionShown, FactUsed
from rechtop.rights.facts.vocabulary import vocabulary
from rechtop.rights.law.catalogue import load
from rechtop.rights.law.texts import RightTexts
from rechtop.trust.doors import WorkerRequest, needs
from rechtop.web import wording
from rechtop.web.pieces import Condition, SumLine
from rechtop.web.show import show


@dataclass(frozen=True)
class ConditionRow:
    """A condition with what it rests on."""

    row: Condition
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """A figure of the law that took part, as far as it is not simply certain; with where it comes from."""

    name: str
    value: str
    grade: str
    since: str
    source: str
    href: str


@needs("rights.read", opens=dossier_in_url)
def right(request: WorkerRequest, dossier: Dossier, right_id: str, subject: str) -> HttpResponseBase:
    """The page of one right; `subject` is a person's id, or "samen" for the household."""
    stands = Stands.of(dossier)
    person = "" if subject == TOGETHER else subject
    if right_id not in load() or (person and person not in stands.persons):
        raise Http404
    result = only_of(stands.results, right_id, person)
    if result is None and person == "":
        result = next((one for one in stands.results if one.right == right_id), None)
    context = right_context(stands, result, right_id) if result else {}
    conversation = queries.open_talk(dossier, request.worker)
    texts = right_texts(right_id)
    return show(
        request,
        "casework/right.html",
        **head(request, dossier, stands, here="right"),
        **context,
        **words_of(texts),
        right_id=right_id,
        name=right_name(right_id, language()),
        whom=stands.name(person),
        concerns=result is not None,
        also=others_of(stands, right_id, person),
        ask=ask_of(stands, result, conversation, request.GET.get("vraag", "")) if result and dossier.closed_on is None else None,
        where=f"right.{right_id}.{subject}",
        conversation=conversation,
        running=_running(stands),
    )


def right_context(stands: Stands, result: Result, right_id: str) -> dict[str, Any]:
    """Everything that the law makes of one right."""
    explained, texts = stands.explain(result), right_texts(right_id)
    amount, word, note = amount_of(result, stands)
    shown = condition_rows(stands, explained, texts)
    return {
        "result": result,
        "shape": shape_of(result),
        "status_word": status_word(stands, result),
        "group": group_of(result),
        "amount": amount,
        "amount_word": word,
        "amount_note": note,
        "why": why_of(stands, result),
        "reason": result.reason,
        "conditions": shown,
        "deciding": [row for row in shown if row.row.deciding],
        "judged": judged(explained, texts),
        "warnings": [_sentence(texts, warning.key, warning.says) for warning in explained.warnings],
        "lines": sum_lines(explained, texts, stands),
        "figures": figures(explained.amounts),
        "certainty": "unconfirmed" if explained.certainty == "missing" else explained.certainty,
        "opens_after": [_linked(stands, right) for right in result.opens_after],
        "elsewhere_first": [_linked(stands, right) for right in explained.elsewhere_first],
        "unlocks": [_linked(stands, right) for right in (texts.unlocks if texts else ()) if right in load()],
        "missing": missing_links(stands, result),
        "provisional": result.provisional,
    }


def status_word(stands: Stands, result: Result) -> str:
    """The status in words, with how many facts it hangs on."""
    if group_of(result) != "hangs":
        return ""
    missing = len(stands.missing(result))
    if result.opens_after:
        return _("Volgt op een ander recht")
    return ngettext("Hangt nog van één feit af", "Hangt nog van %(number)s feiten af", missing) % {"number": missing} if missing else ""


def ask_of(stands: Stands, result: Result, conversation: Conversation | None, key: str = "") -> Ask | None:
    """A fact that is missing, to be answered here: the one of the address, or else the first.

    An opening question comes before its details, unless it was left unanswered.
    """
    skip = stands.skipped(conversation)
    missing = list(stands.missing(result))
    chosen = [ref for ref in missing if write_key(ref) == key]
    refs = chosen or [ref for ref in (*stands.needs(result), *missing) if not is_skipped(ref, skip)] or missing
    question = next((one for one in stands.questions(conversation) if refs and one.ref == refs[0]), None)
    return ask_for(stands, refs[0], also=question.also if question else ()) if refs else None


def missing_links(stands: Stands, result: Result) -> list[tuple[str, str]]:
    """(what is still to be known, key of its question), each once, in the order of the law."""
    return list({label_of(ref, stands): write_key(ref) for ref in reversed(stands.missing(result))}.items())[::-1]


def others_of(stands: Stands, right_id: str, person: str) -> list[tuple[str, str]]:
    """(name, address) of the same right for the others of the household."""
    return [
        (stands.name(one.subject), right_href(stands, one))
        for one in stands.results
        if one.right == right_id and one.subject not in ("", person)
    ]


def _linked(stands: Stands, right: str) -> tuple[str, str]:
    """(name, address) of another right; no address when it concerns nobody here."""
    result = next((one for one in stands.results if one.right == right), None)
    return right_name(right, language()), right_href(stands, result) if result else ""


def _running(stands: Stands) -> set[str]:
    return {result.right for result in stands.results if group_of(result) == "running"}


# -- why -------------------------------------------------------------------------------------------------------------------


def condition_rows(stands: Stands, explained: Explanation, texts: RightTexts | None) -> list[ConditionRow]:
    """The conditions in the order of the law, each with who told what it rests on."""
    return [_condition(stands, shown, texts) for shown in explained.conditions]


def _condition(stands: Stands, shown: ConditionShown, texts: RightTexts | None) -> ConditionRow:
    state = {True: "open", False: "closed", None: "hangs"}[shown.holds]
    says = _sentence(texts, shown.key, shown.says)
    told = [words for used in shown.facts if (words := used_words(stands, used))]
    missing = list(dict.fromkeys(label_of(ref, stands) for ref in shown.missing))
    lines = [*told[:4]]
    if len(told) > 4:
        lines.append(ngettext("en nog %(more)s feit", "en nog %(more)s feiten", len(told) - 4) % {"more": len(told) - 4})
    if missing:
        shown_missing = "; ".join(missing[:3]) + (f" (+ {len(missing) - 3})" if len(missing) > 3 else "")
        lines.append(_("Nog te weten: %(facts)s") % {"facts": shown_missing})
    row = Condition(
        state,  # type: ignore[arg-type]
        says[:1].upper() + says[1:],
        from_words="",
        article=article_words(shown.article),
        href=texts.link(shown.article) if texts else "",
        deciding=shown.deciding,
    )
    return ConditionRow(row, tuple(lines))


def used_words(stands: Stands, used: FactUsed) -> str:
    """A fact that took part: what was said, by whom, when. Nothing for what is not known."""
    spell = used.spell
    if spell is None or spell.knowing != "known":
        return ""
    fact = vocabulary().fact(used.ref[0])
    value = _("twee bronnen, allebei bewaard") if spell.several else value_words(fact, spell.value)
    label = fact.label.in_language(language())
    label = label[:1].upper() + label[1:]
    about = whose(used.ref[1], stands) if len(stands.persons) > 1 else ""
    subject = f"{label} ({about})" if about else label
    return f"{subject}: {value} · {spell_source(spell, stands)}"


def judged(explained: Explanation, texts: RightTexts | None) -> list[Condition]:
    """What stays with people: never in one row with a rule."""
    return [
        Condition(
            "judged", _capital(_sentence(texts, key, says)), article=article_words(article), href=texts.link(article) if texts else ""
        )
        for key, says, article in explained.judgements
    ]


def _sentence(texts: RightTexts | None, key: str, dutch: str) -> str:
    return texts.sentence(key, dutch, language()) if texts else dutch


def article_words(article: str) -> str:
    """An article as one cites it: "art. 14, § 1"; "KB 34" stays as it is."""
    return f"art. {article}" if article[:1].isdecimal() else article


def _capital(says: str) -> str:
    return says[:1].upper() + says[1:]


# -- how much --------------------------------------------------------------------------------------------------------------


def sum_lines(explained: Explanation, texts: RightTexts | None, stands: Stands) -> list[SumLine]:
    """The calculation as one writes it on paper, with the result under a double rule."""
    lines = [_line(step, texts, stands) for step in explained.steps]
    result = explained.result
    if not lines or result.per is None or result.low is None:
        return lines
    total = wording.amount_range(cents(result.low), cents(result.high), per=result.per, language=language())
    if result.low == result.high:
        total = wording.euros(cents(result.low) or 0, language())
    lines.append(SumLine(_("Komt neer op, %(per)s") % {"per": wording.per_words(result.per, language())}, total, kind="total"))
    return lines


def _line(step: StepShown, texts: RightTexts | None, stands: Stands) -> SumLine:
    says = _capital(_sentence(texts, step.key, step.says))
    about = joined([stands.name(one) for one in step.about if stands.name(one)])
    return SumLine(
        f"{says} ({about})" if about else says,
        step_words(step),
        article=article_words(step.article),
        href=texts.link(step.article) if texts else "",
    )


def step_words(step: StepShown) -> str:
    """The figure of one line: euros, or a plain number; bounds as a range."""
    low, high = step.low, step.high
    if step.unit == "plain":
        return number_words(low) if low == high else _("%(low)s tot %(high)s") % {"low": number_words(low), "high": number_words(high)}
    if low == high:
        return wording.euros(cents(low) or 0, language())
    if cents(high) is None and (cents(low) or 0) <= 0:
        return _("nog niet geweten")
    return wording.amount_range(max(cents(low) or 0, 0), cents(high), compact=True, language=language())


def number_words(number: Any) -> str:
    """A plain number, with at most two decimals."""
    if cents(number) is None:
        return _("nog niet begrensd")
    text = f"{float(number):.2f}".rstrip("0").rstrip(".")
    return text if language() == "en" else text.replace(".", ",")


def figures(amounts: Iterable[AmountUsed]) -> list[Figure]:
    """The dated figures of the law: how sure each is, since when, from which source."""
    grades = {
        "confirmed": _("bevestigd"),
        "derived": _("afgeleid van de index"),
        "unconfirmed": _("nog te bevestigen"),
        "missing": _("ontbreekt voor deze datum"),
    }
    found = []
    for used in amounts:
        href = next((word for word in used.source.split() if word.startswith("https://")), "")
        name = used.name.replace("_", " ") + (f" ({used.key})" if used.key not in ("", "*") else "")
        found.append(Figure(name, figure_words(used), str(grades[used.certainty]), used.since, used.source, href))
    return sorted(dict.fromkeys(found), key=lambda one: one.name)


def figure_words(used: AmountUsed) -> str:
    """The value of a figure in its unit."""
    if used.value is None:
        return _("tabel") if used.certainty != "missing" else ""
    if used.unit.startswith("EUR"):
        return wording.euros(cents(used.value) or 0, language())
    return number_words(used.value)


def words_of(texts: RightTexts | None) -> dict[str, Any]:
    """What is said about a right whoever asks it."""
    if texts is None:
        return {"texts": None}
    lang = language()
    names = ("summary", "plain", "authority", "apply_at", "automatic", "deadlines", "retroactivity", "does_not_solve", "explain", "unknown")
    said: dict[str, Any] = {name: getattr(texts, name).in_language(lang) for name in names}
    said["gives"] = texts.gives.in_language(lang) if texts.gives else ""
    said["documents"] = [one.in_language(lang) for one in texts.documents]
    said["non_take_up"] = [one.in_language(lang) for one in texts.non_take_up]
    said["confidence"] = {"high": _("hoog"), "medium": _("middelmatig"), "low": _("laag")}[texts.confidence]
    said["texts"] = texts
    return {"texts": said, "legal_basis": texts.legal_basis}
