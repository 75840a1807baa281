"""Tags and filters: they follow the language, escape what rooms hand them, and draw nothing for what is not known."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.template import Context, Template
from django.utils.translation import override

from rechtop.web.pieces import Amount
from rechtop.web.templatetags.look import WORDS


def drawn(template: str, language: str = "nl", **context: Any) -> str:
    with override(language):
        return Template("{% load look %}" + template).render(Context(context)).replace("\u00a0", " ").strip()


def test_amounts_follow_the_language_of_the_page() -> None:
    assert drawn("{{ 123456|euros }}") == "€ 1.234,56"
    assert drawn("{{ 123456|euros }}", "fr") == "1.234,56 €"
    assert drawn("{{ 123456|euros }}", "en") == "€1,234.56"
    assert drawn("{{ a|in_words }} / {{ a|in_list }} / {{ a|per }}", a=Amount(18_050, 41_920, "month")) == (
        "tussen € 180 en € 420 per maand / € 180 tot € 420 / per maand"
    )


def test_an_unknown_amount_is_empty_not_zero() -> None:
    assert drawn("[{{ a|euros }}{{ a|whole_euros_down }}{{ a|whole_euros_up }}{{ a|euros_short }}]", a=None) == "[]"


def test_a_moment_is_told_in_the_time_of_the_place() -> None:
    assert drawn("{{ at|clock }}", at=datetime(2026, 11, 24, 8, 14, tzinfo=UTC)) == "9.14 u."
    assert drawn("{{ at|day }}", at=datetime(2026, 11, 23, 23, 30, tzinfo=UTC)) == "24 november 2026"
    assert drawn("{{ at|day }}", at=date(2026, 11, 23)) == "23 november 2026"


@pytest.mark.parametrize("shape", list(WORDS))
def test_every_mark_has_a_drawing_and_a_word(shape: str) -> None:
    html = drawn("{% status shape %}", shape=shape)
    assert '<svg class="mark mark--' + shape in html
    assert 'aria-hidden="true"' in html
    assert str(WORDS[shape]) in html


def test_shapes_of_different_meaning_differ() -> None:
    drawings = {
        shape: drawn("{% mark shape %}", shape=shape).split(">", 1)[1]
        for shape in ("open", "hangs", "closed", "failed", "running", "judged")
    }
    assert len(set(drawings.values())) == len(drawings)


def test_words_from_a_room_are_escaped() -> None:
    html = drawn('{% status "open" word=word %}{% certainty "derived" note=word %}', word="<b onclick=x>")
    assert "<b onclick" not in html
    assert "&lt;b onclick=x&gt;" in html


def test_a_confirmed_amount_says_nothing_and_an_open_one_says_so() -> None:
    assert drawn('{% certainty "confirmed" %}') == ""
    assert "bedrag nog te bevestigen" in drawn('{% certainty "unconfirmed" %}')
    assert "montant encore à confirmer" in drawn('{% certainty "unconfirmed" %}', "fr")


def test_the_reach_runs_from_low_to_high_on_its_scale() -> None:
    html = drawn("{% reach 25000 75000 100000 %}")
    assert 'x="25%"' in html
    assert 'width="50%"' in html
    assert "reach__maybe" not in html


def test_the_reach_of_an_amount_or_nothing_is_dashed_from_zero() -> None:
    html = drawn("{% reach 23702 23702 100000 or_nothing=True %}")
    assert "reach__maybe" in html
    assert 'x2="23.7%"' in html


def test_there_is_no_reach_without_a_scale_or_a_high_end() -> None:
    assert drawn("{% reach 1 2 0 %}{% reach 1 none 10 %}", none=None) == ""


def test_a_subtotal_and_words_instead_of_an_amount() -> None:
    assert drawn("{{ a|money }} {{ b|money }}", a=14_377, b="tarief") == "€ 143,77 tarief"
