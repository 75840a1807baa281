"""Whatever is sent, no page breaks: too long, unreadable, impossible, of the wrong shape, of somebody else."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.casework.builders import Talk, a_dossier, a_single_mother
from tests.trust.builders import enter

from rechtop.people.models import FactEntry, Person
from rechtop.rights.facts.vocabulary import vocabulary

STRANGE = [
    "", " ", "x" * 20_000, "a\x00b", "\x07\x1b[31m", "\u202eom", "\u200f", "29/02/2023", "29-02-2024", "1/1/1", "31/12/9999", "NaN",
    "1e309", "-1", "99999999999999999999", "٣٤٥", "½", "＄５", "<script>alert(1)</script>", "'; DROP TABLE people_person; --", "{{ 7*7 }}",
    "%(x)s", "\ud7ff", "😀" * 300, "true", "[]", "null", "../../etc/passwd",
]  # fmt: skip


def urls(talk: Talk) -> dict[str, str]:
    names = ("answer", "look_up", "story", "add_member", "all_facts", "take_back", "settle", "plan", "hand_over", "begin")
    found = {name: reverse(f"casework:{name}", args=[talk.dossier.pk]) for name in names}
    noor = Person.objects.get(given_name="Noor")
    found["member"] = reverse("casework:member", args=[talk.dossier.pk, noor.pk])
    return found | {"find": reverse("casework:find"), "add": reverse("casework:add")}


FIELDS = {
    "answer": ("feit", "van", "jaar", "deel", "answer", "since", "instead", "guess", "source", "document", "terug", "part_amount"),
    "look_up": ("woorden",),
    "story": ("verhaal", "autosave_page", "autosave_sequence"),
    "add_member": ("wie",),
    "all_facts": ("feit", "van", "jaar", "answer"),
    "take_back": ("sleutel", "regel", "why"),
    "settle": ("sleutel", "regel", "why"),
    "plan": ("day", "at", "worker"),
    "hand_over": ("to",),
    "begin": ("kind",),
    "member": ("call_name", "given_name", "family_name", "born", "kinship", "how", "nights", "last_day"),
    "find": ("zoek",),
    "add": ("name", "born", "zoek"),
}
GOOD = {"answer": {"feit": "wage_net_month", "deel": "value"}, "all_facts": {"feit": "wage_net_month"}}


def sent(client: Client, address: str, data: dict[str, Any]) -> int:
    status = client.post(address, data).status_code
    assert status < 500, (address, {key: str(value)[:60] for key, value in data.items()}, status)
    return status


@pytest.mark.django_db
@pytest.mark.parametrize("form", sorted(FIELDS))
def test_no_form_breaks_on_strange_text(client: Client, form: str) -> None:
    talk = a_single_mother()
    enter(client, talk.worker)
    address, base = urls(talk)[form], dict(GOOD.get(form, {}))
    if form in ("answer", "all_facts"):
        base["van"] = str(talk.an.pk)
    if form in ("take_back", "settle"):
        base["sleutel"] = f"wage_net_month~{talk.an.pk}~~value"
    for field in FIELDS[form]:
        for text in STRANGE:
            sent(client, address, base | {field: text})
        sent(client, address, base | {field: ["een", "twee"]})
    sent(client, address, base | {FIELDS[form][-1]: "x" * 1_000_000})
    sent(client, address, {})


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["bool", "cents", "count", "decimal", "date", "enum", "status"])
def test_no_kind_of_answer_breaks_and_what_was_typed_stays(client: Client, kind: str) -> None:
    talk = a_single_mother()
    enter(client, talk.worker)
    fact = next(one for one in vocabulary() if one.type == kind and one.of in ("person", "event") and not one.by_year)
    van = "nieuw" if fact.of == "event" else str(talk.an.pk)
    for text in STRANGE:
        data = {"feit": fact.id, "van": van, "answer": text}
        response = client.post(reverse("casework:answer", args=[talk.dossier.pk]), data)
        assert response.status_code in (302, 422), (fact.id, text[:40])
        if response.status_code == 422 and kind in ("cents", "count", "decimal", "date") and text.isprintable() and 0 < len(text) < 100:
            from django.utils.html import escape

            assert escape(text) in response.content.decode()


@pytest.mark.django_db
def test_ids_of_another_dossier_change_nothing(client: Client) -> None:
    talk = a_single_mother()
    other = a_dossier(talk.worker, "Bo Claes")
    theirs = FactEntry.objects.filter(person=other.teller).latest("pk")
    enter(client, talk.worker)
    before = FactEntry.objects.count()
    addresses = urls(talk)
    forged = [
        ("answer", {"feit": "wage_net_month", "van": str(other.teller_id), "answer": "900"}),
        ("answer", {"feit": "kinship", "van": f"{talk.an.pk},{other.teller_id}", "answer": "child"}),
        ("answer", {"feit": "ownership_share_percent", "van": f"nieuw:{other.teller_id}", "answer": "50"}),
        ("answer", {"feit": "disposal_value", "van": f"nieuw:{other.teller_id}x", "answer": "?"}),
        ("all_facts", {"feit": "wage_net_month", "van": str(other.teller_id), "answer": "900"}),
    ]
    for name, data in forged[:3]:
        assert sent(client, addresses[name], data) == 422
    for name, data in forged[3:]:
        sent(client, addresses[name], data)
    key = f"birth_date~{other.teller_id}~~value"
    assert sent(client, addresses["take_back"], {"sleutel": key, "regel": str(theirs.pk), "why": "zomaar"}) == 404
    mine = f"birth_date~{talk.an.pk}~~value"
    assert sent(client, addresses["take_back"], {"sleutel": mine, "regel": str(theirs.pk), "why": "zomaar"}) == 422
    assert not FactEntry.objects.filter(person=other.teller, pk__gt=theirs.pk).exists()
    assert not FactEntry.objects.filter(to_person=other.teller).exists()
    assert FactEntry.objects.count() - before <= 1  # at most the event that really is of somebody here


@pytest.mark.django_db
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([fact.id for fact in vocabulary()] + ["", "x"]),
    st.dictionaries(st.sampled_from(FIELDS["answer"][2:]), st.sampled_from(STRANGE[:-1]) | st.text(max_size=30), max_size=6),
    st.sampled_from(["", "home", "nieuw", "nieuw:x", "an", ",", "~"]),
)
def test_an_answer_of_any_shape(client: Client, fact: str, fields: dict[str, str], van: str) -> None:
    talk = a_single_mother()
    enter(client, talk.worker)
    data = {key: value.encode("utf-8", "replace").decode() for key, value in fields.items()}
    data |= {"feit": fact, "van": van or str(talk.an.pk)}
    assert sent(client, reverse("casework:answer", args=[talk.dossier.pk]), data) in (302, 422)
