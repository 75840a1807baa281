"""The sheet to take home: what stands on it, what never does, and that it is one page."""

import re
import shutil
import subprocess
import zlib
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from tests.casework.builders import a_single_mother, a_talk

from rechtop.casework import sheet, sheet_content, sheet_fit, sheet_pdf
from rechtop.casework.actions import agree, choose_sheet_language, leave_off_sheet, plan_appointment, put_on_sheet
from rechtop.casework.demo.load import load as load_demo
from rechtop.casework.demo.read import all_households
from rechtop.casework.models import Dossier, SheetAgreements
from rechtop.casework.sheet_content import Candidate, Line, Sheet, candidates_of, sheet_of
from rechtop.casework.sheet_pdf import NoPdf
from rechtop.casework.sheet_words import LONGEST_NEXT, sheet_words
from rechtop.casework.stands import Stands
from rechtop.casework.sums import together
from rechtop.rights.evaluate import Result
from rechtop.rights.facts.vocabulary import LANGUAGES
from rechtop.rights.law.catalogue import load
from rechtop.trust.log import about_of
from rechtop.trust.models import LogLine, Organisation
from rechtop.trust.refusal import Refused

pytestmark = pytest.mark.django_db
needs_pdf_tools = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext (poppler-utils) reads the PDF back")


@pytest.fixture
def lieve(db: None) -> Dossier:
    """A single mother with a small wage and two children, who wants everything on paper: more than six rights to tell."""
    load_demo(all_households()[:1])
    dossier = Dossier.objects.get(teller__given_name="Lieve")
    for one in candidates_of(Stands.of(dossier)):
        for result in one.every:
            put_on_sheet(dossier, right=one.right, subject=result.subject, by=dossier.owner)  # type: ignore[arg-type]
    return dossier


def leave_off(dossier: Dossier, right: str) -> None:
    """The person does not want this right on paper, for nobody of the household."""
    for one in candidates_of(Stands.of(dossier)):
        for result in one.every if one.right == right else ():
            leave_off_sheet(dossier, right=right, subject=result.subject, by=dossier.owner)  # type: ignore[arg-type]


def made(dossier: Dossier, language: str = "nl") -> Sheet:
    """The sheet as it is shown, in a language."""
    assert dossier.owner is not None
    with translation.override(language):
        return sheet.fitting(Stands.of(Dossier.objects.get(pk=dossier.pk)), dossier.owner)


def words_on(made_sheet: Sheet) -> str:
    """All text of the sheet."""
    with translation.override(made_sheet.language):
        html = render_to_string("casework/sheet_a4.html", {"sheet": made_sheet})
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").split())


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF has."""
    streams = [zlib.decompress(found) for found in re.findall(rb"/FlateDecode.*?stream\r?\n(.*?)\r?\nendstream", pdf, re.S)]
    return sum(len(re.findall(rb"/Type ?/Page\b(?!s)", part)) for part in (pdf, *streams))


def text_of(pdf: bytes, place: Path) -> str:
    """What somebody reads in a PDF, in one line."""
    place.write_bytes(pdf)
    read = subprocess.run(["pdftotext", "-layout", str(place), "-"], capture_output=True, check=True)
    return " ".join(read.stdout.decode().replace("\u00a0", " ").split())


def pdf_pages(steps: Sequence[Sheet]) -> list[str]:
    """The pages as the PDF process gets them."""
    with translation.override(steps[0].language):
        return [render_to_string("casework/sheet_pdf.html", {"sheet": step, "dir": "ltr"}) for step in steps]


# -- what stands on it -----------------------------------------------------------------------------------------------------


def test_amounts_are_those_of_the_law_rounded_down(lieve: Dossier) -> None:
    line = next(line for line in made(lieve).lines if line.right == "groeipakket_basisbedrag")
    lows = [result.low for result in Stands.of(lieve).results if result.right == "groeipakket_basisbedrag"]
    assert len(lows) == 2 and all(low for low in lows)
    whole = int(sum(low for low in lows if low)) // 100
    assert re.fullmatch(rf"(Ruim|Minstens) € {whole} per maand", line.amount.replace("\u00a0", " "))
    assert line.whom == "voor Noor en Mats"


def test_it_names_what_happens_who_to_ask_and_what_to_bring(lieve: Dossier) -> None:
    Organisation.objects.update(phone="", address="")
    says = words_on(made(lieve))
    for words in ("Dit is geen beslissing.", "U mag altijd nee zeggen.", "Vraag naar Amira Denkbeeld.", "Breng mee",
                  "Voor Lieve Voorbeeld", "OCMW Verzonnegem"):  # fmt: skip
        assert words in says
    assert "Bel" not in says  # no telephone is known of this OCMW


def test_each_paper_is_asked_once_and_only_for_what_is_on_the_sheet() -> None:
    words = sheet_words()
    both = sheet_content.papers_for([candidate("leefloon"), candidate("installatiepremie"), candidate("verwarmingstoelage")])
    assert len(both) == len(set(both))
    assert both[0] == words.papers["identity"].nl  # it serves most
    assert words.papers["fuel"].nl in both and words.papers["doctor"].nl not in both


def test_telephone_and_address_of_the_ocmw(lieve: Dossier) -> None:
    lieve.organisation.phone, lieve.organisation.address = "000 11 22 33", "Dorpsplein 1"
    lieve.organisation.save()
    assert "Bel 000 11 22 33 . Of kom binnen: Dorpsplein 1." in words_on(made(lieve))


def test_at_most_six_rights_and_the_others_the_next_time(lieve: Dossier) -> None:
    found = made(lieve)
    assert len(found.lines) == 6 and found.next_time
    assert f"Hierover praten we de volgende keer: {found.next_time[0]}" in words_on(found)


def test_what_the_person_leaves_off_is_nowhere(lieve: Dossier) -> None:
    assert "kindergeld" in words_on(made(lieve)).lower()
    for right in [one for one in load() if one.startswith("groeipakket_")]:
        leave_off(lieve, right)
    whole = sheet_of(Stands.of(lieve), lieve.owner)  # type: ignore[arg-type]
    assert not re.search(r"kindergeld|groeipakket|€\s307", words_on(whole), re.I)
    assert not {"groeipakket_basisbedrag", "groeipakket_sociale_toeslag"} & {line.right for line in whole.lines}


def test_of_what_is_hardly_known_nothing_stands_there_unless_it_is_wanted() -> None:
    talk = a_talk()
    right = "juridische_tweedelijnsbijstand"
    assert "advocaat" not in words_on(made(talk.dossier)).lower()
    put_on_sheet(talk.dossier, right=right, subject=str(talk.an.pk), by=talk.worker)
    says = words_on(made(talk.dossier))
    assert "Een advocaat (pro Deo)" in says and "Misschien: gratis of bijna gratis" in says and "We moeten" in says


def test_a_right_that_follows_another_names_it_only_when_that_stands_on_the_sheet(lieve: Dossier) -> None:
    stands = Stands.of(lieve)
    after = candidate("sociaal_tarief_energie", Result("sociaal_tarief_energie", "", "hangs", kind="tariff", opens_after=("leefloon",)))
    assert sheet_content.hanging_words(stands, after, [candidate("leefloon"), after]) == ["Eerst nodig: “Geld om van te leven”."]
    assert sheet_content.hanging_words(stands, after, [after]) == ["Eerst is een andere beslissing nodig."]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_amount_is_never_zero(lieve: Dossier, language: str) -> None:
    talk = a_talk(None)
    for right in load():
        for subject in ("", str(talk.an.pk)):
            put_on_sheet(talk.dossier, right=right, subject=subject, by=talk.worker)
    for dossier in (lieve, talk.dossier):
        with translation.override(language):
            stands = Stands.of(dossier)
            every = [sheet_content.amount_words(stands, one) for one in candidates_of(stands)]
        assert every
        assert not any(re.search(r"(?<!\d)[€ ]?0[,.\s]*(€|$)|€\s?0\b", amount.replace("\u00a0", " ")) for amount in every), every


def test_a_discretionary_right_never_shows_an_amount(lieve: Dossier) -> None:
    stands = Stands.of(lieve)
    one = next(one for one in candidates_of(stands) if one.right == "aanvullende_financiele_steun")
    line = sheet_content.line_of(stands, one, [one], together(stands))
    assert line.amount == "Het OCMW kijkt wat u nodig hebt"


def candidate(right: str, *results: Result) -> Candidate:
    """A right on the sheet that stands as these results say."""
    return Candidate(right, results, results, wanted=True)


@pytest.mark.parametrize(
    ("low", "high", "status", "says"),
    [
        (14_399, 14_399, "open", "Ruim € 143 per maand"),
        (21_000, 21_000, "open", "€ 210 per maand"),
        (14_399, 20_000, "open", "Minstens € 143 per maand"),
        (0, 20_000, "open", "Het juiste bedrag volgt"),
        (99, 99, "open", "Het juiste bedrag volgt"),
        (0, float("inf"), "open", "Het juiste bedrag volgt"),
        (23_702, 23_702, "hangs", "Misschien € 237 per maand"),
        (23_702, float("inf"), "hangs", "Misschien € 237 of meer per maand"),
        (0, 30_000, "hangs", "Misschien. Het juiste bedrag volgt"),
    ],
)
def test_amounts_in_words(lieve: Dossier, monkeypatch: pytest.MonkeyPatch, low: int, high: int, status: str, says: str) -> None:
    stands = Stands.of(lieve)
    monkeypatch.setattr(stands, "explain", lambda _result: SimpleNamespace(amounts=()))
    result = Result("leefloon", stands.teller_id, status, kind="amount", per="month", low=low, high=high)  # type: ignore[arg-type]
    assert sheet_content.amount_words(stands, candidate("leefloon", result)).replace("\u00a0", " ") == says


def test_a_figure_of_the_law_that_is_unconfirmed_promises_nothing(lieve: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    stands = Stands.of(lieve)
    monkeypatch.setattr(stands, "explain", lambda _result: SimpleNamespace(amounts=(SimpleNamespace(certainty="unconfirmed"),)))
    result = Result("leefloon", stands.teller_id, "open", kind="amount", per="month", low=50_000, high=50_000)
    assert sheet_content.amount_words(stands, candidate("leefloon", result)) == "Het juiste bedrag volgt"


def test_once_and_several_children_together(lieve: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    stands = Stands.of(lieve)
    monkeypatch.setattr(stands, "explain", lambda _result: SimpleNamespace(amounts=()))
    once = Result("installatiepremie", stands.teller_id, "open", kind="amount", per="once", low=150_777, high=150_777)
    assert sheet_content.amount_words(stands, candidate("installatiepremie", once)).replace("\u00a0", " ") == "Ruim € 1.507, één keer"
    each = [Result("schooltoeslag", child, "open", kind="amount", per="year", low=12_550, high=12_550) for child in ("a", "b")]
    assert sheet_content.amount_words(stands, candidate("schooltoeslag", *each)).replace("\u00a0", " ") == "€ 251 per jaar"


def test_many_children_are_counted_not_named() -> None:
    talk = a_single_mother()
    assert sheet_content.children_words(Stands.of(talk.dossier), _child_benefit(talk.dossier)) == "voor Noor en Mats"
    talk.joins("dochter Sara 5")
    assert sheet_content.children_words(Stands.of(talk.dossier), _child_benefit(talk.dossier)) == "voor 3 kinderen"


def _child_benefit(dossier: Dossier) -> Candidate:
    found = next(one for one in candidates_of(Stands.of(dossier)) if one.right == "groeipakket_basisbedrag")
    return Candidate(found.right, found.every, found.every, wanted=True)


# -- what never does -------------------------------------------------------------------------------------------------------


def test_nothing_of_another_adult() -> None:
    talk = a_single_mother()
    partner = talk.joins("partner Karim 40")
    talk.tells("wage_net_month", "2.345", of=partner)
    stands = Stands.of(talk.dossier)
    assert any(result.subject == str(partner.pk) for result in stands.results)  # the law does find something for him
    for one in candidates_of(stands):
        for subject in (result.subject for result in one.every):
            put_on_sheet(talk.dossier, right=one.right, subject=subject, by=talk.worker)
    says = words_on(sheet_of(Stands.of(talk.dossier), talk.worker))
    assert "Karim" not in says and "2.345" not in says
    assert not any(result.subject == str(partner.pk) for one in candidates_of(Stands.of(talk.dossier)) for result in one.every)


def test_a_person_of_unknown_age_counts_as_an_adult() -> None:
    talk = a_single_mother()
    other = talk.joins("huisgenoot Sam")
    subjects = {result.subject for one in candidates_of(Stands.of(talk.dossier)) if one.right == "leefloon" for result in one.every}
    assert str(other.pk) not in subjects


def test_private_facts_are_never_named_as_what_is_needed() -> None:
    talk = a_talk()
    stands = Stands.of(talk.dossier)
    from rechtop.rights.facts.vocabulary import vocabulary

    for fact in vocabulary().facts.values():
        if fact.sensitivity in sheet_content.PRIVATE:
            assert sheet_content.need_words(stands, (fact.id, (stands.teller_id,), None, "value")) == "", fact.id
    assert sheet_content.need_words(stands, ("wage_net_month", (stands.teller_id,), None, "value")) == "uw loon"
    assert sheet_content.need_words(stands, ("wage_net_month", ("somebody else",), None, "value")) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_right_has_plain_words_and_none_is_said_in_jargon(language: str) -> None:
    words = sheet_words()
    assert set(load()) <= set(words.rights)
    jargon = re.compile(r"tegemoetkoming|statuut|aanslagbiljet|bestaansmiddelen|attest|zelfredzaam|verplicht|ongeldig|geen recht", re.I)
    for right, said in words.rights.items():
        for text in (said.name, said.next, *([said.gives] if said.gives else [])):
            assert not jargon.search(text.in_language(language)), right
        assert len(said.next.in_language(language)) <= LONGEST_NEXT
        for sentence in re.split(r"(?<=[.?]) ", said.next.in_language(language)):
            assert len(sentence.split()) <= 15, sentence


def test_an_empty_sheet_is_not_the_end() -> None:
    talk = a_talk()
    for right in load():
        for subject in ("", str(talk.an.pk)):
            leave_off_sheet(talk.dossier, right=right, subject=subject, by=talk.worker)
    says = words_on(made(talk.dossier))
    assert "We zoeken samen verder." in says and "Dit is geen beslissing." in says and "Wat u kunt krijgen" not in says


# -- agreements and appointment --------------------------------------------------------------------------------------------


def test_agreements_are_kept_as_plain_lines(lieve: Dossier) -> None:
    by = lieve.owner
    assert by is not None
    agree(lieve, "  Amira belt vrijdag <b>de school</b>. \r\n\r\nU zoekt de drie loonbrieven.\x00 ", by=by)
    assert SheetAgreements.objects.get(dossier=lieve).text == "Amira belt vrijdag <b>de school</b>.\nU zoekt de drie loonbrieven."
    with translation.override("nl"):
        html = render_to_string("casework/sheet_a4.html", {"sheet": made(lieve)})
    assert "&lt;b&gt;de school&lt;/b&gt;" in html


@pytest.mark.parametrize("text", ["een\ntwee\ndrie\nvier", "x" * 121])
def test_too_many_or_too_long_agreements_are_refused_with_what_to_do(lieve: Dossier, text: str) -> None:
    assert lieve.owner is not None
    with pytest.raises(Refused):
        agree(lieve, text, by=lieve.owner)


def test_the_next_appointment_stands_there_and_todays_does_not(lieve: Dossier) -> None:
    from datetime import time, timedelta

    assert lieve.owner is not None
    assert "U komt terug" not in words_on(made(lieve))
    day = timezone.localdate() + timedelta(days=16)
    plan_appointment(lieve, day=day, at=time(10, 0), worker=lieve.owner, by=lieve.owner)
    assert re.search(r"U komt terug op \w+ \d+ \w+ om 10 uur, bij Amira Denkbeeld\.", words_on(made(lieve)))


# -- one page --------------------------------------------------------------------------------------------------------------


def fullest(language: str) -> Sheet:
    """The most that can stand on a sheet: six rights with the longest words, all papers, agreements as long as they may be."""
    words = sheet_words()
    longest = sorted(words.rights, key=lambda right: -len(words.rights[right].next.in_language(language)))
    sentence = {"nl": "We moeten nog weten: uw spaargeld, huis of grond en wie de rekening van stroom en gas krijgt.",
                "fr": "Nous devons encore savoir : votre épargne, maison ou terrain et qui reçoit la facture d’énergie.",
                "en": "We still need to know: your savings, house or land and who gets the bill for power and gas."}[language]  # fmt: skip
    return Sheet(
        language=language,
        person="Maria-Magdalena Vandenbroeck-Vanderschueren",
        ocmw="OCMW Sint-Katelijne-Verzonnegem",
        day="22 november 2026",
        lines=tuple(
            Line(
                right,
                words.rights[right].name.in_language(language),
                words.rights[right].law.in_language(language),
                "Misschien € 1.234 of meer per maand",
                (sentence, words.rights[right].next.in_language(language)),
                "voor Wilhelmina en Maximiliaan",
            )
            for right in longest[:6]
        ),
        next_time=tuple(words.rights[right].name.in_language(language) for right in longest[6:]),
        agreed=tuple(("Wim belt maandag naar de woonmaatschappij en vraagt er " * 3)[:119] + "." for _ in range(3)),
        appointment="U komt terug op donderdag 24 december om 10.30 uur, bij Wilhelmina Denkbeeldig. Lukt dat niet? Laat het weten.",
        bring=tuple(paper.in_language(language) for paper in words.papers.values()),
        know=made_know(language),
        caller="Wilhelmina Denkbeeldig-Verzinsel",
        phone="000 00 00 00 of 0000 00 00 00",
        address="Burgemeester Verzonnenvandenbroekestraat 123 bus 4, 0000 Sint-Katelijne-Verzonnegem",
    )


def made_know(language: str) -> tuple[str, ...]:
    return tuple(
        {"nl": "Een brief mag dicht blijven. We openen hem samen.", "fr": "Pas d’accord avec une décision ? Nous vous aidons aussi alors.",
         "en": "Not happy with a decision? We help you then too."}[language] for _ in range(5)
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fullest_sheet_is_one_page_with_six_rights(language: str, tmp_path: Path) -> None:
    steps = sheet_fit.steps_of(fullest(language))
    assert len(steps[0].lines) == 6
    pdf = sheet_pdf.pdf_of(pdf_pages(steps[:1]), seconds=90)  # the first already fits: what the browser prints does too
    assert pages_of(pdf) == 1


@pytest.mark.slow
@needs_pdf_tools
@pytest.mark.parametrize("language", LANGUAGES)
def test_six_rights_of_a_real_household_on_one_page(lieve: Dossier, language: str, tmp_path: Path) -> None:
    assert lieve.owner is not None
    agree(lieve, "Amira belt vrijdag naar de school.\nLieve zoekt drie loonbrieven.", by=lieve.owner)
    leave_off(lieve, "verhoogde_tegemoetkoming")
    found = made(lieve, language)
    assert len(found.lines) == 6
    pdf = sheet_pdf.pdf_of(pdf_pages([found]), seconds=90)
    says = text_of(pdf, tmp_path / "blad.pdf")
    assert pages_of(pdf) == 1
    amounts = [amount for line in found.lines for amount in re.findall(r"\d[\d.,]*", line.amount)]
    assert amounts and all(amount in says for amount in amounts)
    assert not re.search(r"tegemoetkoming|intervention majorée|increased reimbursement", says)
    assert all(line.name.split()[0] in says for line in found.lines)


def test_shortening_keeps_no_and_drops_from_the_end(lieve: Dossier) -> None:
    assert lieve.owner is not None
    whole = sheet_of(Stands.of(lieve), lieve.owner)
    for step in sheet_fit.steps_of(whole):
        assert step.know[0] == "U mag altijd nee zeggen. Ook later."
        assert [line.right for line in step.lines] == [line.right for line in whole.lines][: len(step.lines)]
        assert all(line.amount == kept.amount for line, kept in zip(step.lines, whole.lines, strict=False))


# -- pages and the log -----------------------------------------------------------------------------------------------------


def kinds(dossier: Dossier) -> list[tuple[str, str]]:
    return list(LogLine.objects.filter(about=about_of(dossier), kind__in=["print", "export"]).order_by("number").values_list("kind", "act"))


def test_choosing_without_script_and_with_one_click(client: Client, lieve: Dossier) -> None:
    client.force_login(lieve.owner)  # type: ignore[arg-type]
    page, choose = (reverse(f"casework:{name}", args=[lieve.pk]) for name in ("sheet", "sheet_choose"))
    html = client.get(page).content.decode()
    assert "Kindergeld" in html
    (keys,) = re.findall(r'name="off" value="(groeipakket_basisbedrag\.[^"]+)"', html)
    answer = client.post(choose, {"off": keys})
    assert answer.status_code == 302 and answer["Location"] == page + "#rechten"
    assert not any(line.right == "groeipakket_basisbedrag" for line in made(lieve).lines)
    assert client.post(choose, {"language": "fr"}).status_code == 302
    lieve.refresh_from_db()
    assert lieve.sheet_language == "fr"
    html = client.get(page).content.decode()
    assert '<div lang="fr" dir="ltr">' in html and "Ce que vous pouvez recevoir" in html and "Kies samen." in html
    assert client.post(choose, {"agreed": "Ik bel.", "then": "paper"})["Location"] == reverse("casework:sheet_paper", args=[lieve.pk])
    assert kinds(lieve) == []


@pytest.mark.parametrize("data", [{"language": "xx"}, {"off": "nothing.x"}, {"on": "leefloon.not-an-id"}, {"agreed": "x" * 500}])
def test_what_cannot_be_chosen_is_said(client: Client, lieve: Dossier, data: dict[str, str]) -> None:
    client.force_login(lieve.owner)  # type: ignore[arg-type]
    answer = client.post(reverse("casework:sheet_choose", args=[lieve.pk]), data)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    if "agreed" in data:
        assert data["agreed"] in answer.content.decode()  # what was typed stays


def test_every_paper_is_logged_as_printed(client: Client, lieve: Dossier) -> None:
    client.force_login(lieve.owner)  # type: ignore[arg-type]
    for _ in range(2):
        assert client.get(reverse("casework:sheet_paper", args=[lieve.pk])).status_code == 200
    assert kinds(lieve) == [("print", "casework.print")] * 2


@pytest.mark.slow
def test_a_pdf_is_logged_as_export_and_names_nobody(client: Client, lieve: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_pdf, "LONGEST", 90)
    choose_sheet_language(lieve, "en", by=lieve.owner)  # type: ignore[arg-type]
    client.force_login(lieve.owner)  # type: ignore[arg-type]
    answer = client.get(reverse("casework:sheet_pdf", args=[lieve.pk]))
    assert answer["Content-Type"] == "application/pdf" and pages_of(answer.content) == 1
    assert "lieve" not in answer["Content-Disposition"].lower()
    assert kinds(lieve) == [("export", "casework.export")]


@pytest.mark.parametrize("libraries", [True, False])
def test_without_pdf_there_is_a_page_that_says_how_to_print(
    client: Client, lieve: Dossier, monkeypatch: pytest.MonkeyPatch, libraries: bool
) -> None:
    def none(pages: Sequence[str]) -> bytes:
        raise NoPdf(libraries=libraries)

    monkeypatch.setattr(sheet, "pdf_of", none)
    client.force_login(lieve.owner)  # type: ignore[arg-type]
    answer = client.get(reverse("casework:sheet_pdf", args=[lieve.pk]))
    html = answer.content.decode()
    assert answer.status_code == 200 and reverse("casework:sheet_paper", args=[lieve.pk]) in html
    assert ("libpango-1.0-0" in html) is libraries


def test_a_missing_library_and_a_slow_machine_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoPdf) as slow:
        sheet_pdf.pdf_of(["<p>blad</p>"], seconds=0.001)
    assert not slow.value.libraries

    def gone() -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(sheet_pdf, "ready", gone)
    assert sheet_pdf.main() == sheet_pdf.NO_LIBRARIES


def test_one_process_is_got_ready_makes_one_sheet_and_ends() -> None:
    sheet_pdf.get_ready()
    (first,) = sheet_pdf._waiting
    sheet_pdf.get_ready()
    assert sheet_pdf._waiting == [first]
    page = '<!doctype html><html lang="nl"><title>x</title><p>blad</p></html>'
    assert pages_of(sheet_pdf.pdf_of([page], seconds=90)) == 1
    assert (first.returncode, sheet_pdf._waiting) == (0, [])


def test_a_process_that_ended_while_it_waited_is_replaced() -> None:
    sheet_pdf.get_ready()
    (first,) = sheet_pdf._waiting
    assert first.stdin is not None
    first.stdin.close()  # as when nobody needed it in time: it ends by itself, with nothing made
    assert first.wait(timeout=90) == 0
    page = '<!doctype html><html lang="nl"><title>x</title><p>blad</p></html>'
    assert pages_of(sheet_pdf.pdf_of([page], seconds=90)) == 1


@pytest.mark.slow
@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/x.png", "rechtop:../../etc/hostname", "/etc/hostname"])
def test_the_pdf_fetches_nothing_but_its_own_fonts(address: str) -> None:
    page = f'<!doctype html><html lang="nl"><title>x</title><p>blad</p><img alt="x" src="{address}"></html>'
    if address.startswith("/"):  # no base to resolve it on: it is simply left out
        assert pages_of(sheet_pdf.pdf_of([page], seconds=90)) == 1
        return
    with pytest.raises(NoPdf) as refused:
        sheet_pdf.pdf_of([page], seconds=90)
    assert not refused.value.libraries
