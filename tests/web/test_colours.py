"""Colour pairs, measured from tokens.css as WCAG 2 does, in light and dark; and dark says the same twice."""

import re
from pathlib import Path

import pytest

import rechtop

TOKENS = (Path(rechtop.__file__).parent / "web/static/web/tokens.css").read_text(encoding="utf-8")
TEXT, SHAPE = 4.5, 3.0
PAIRS = [
    ("ink", "life-ground", TEXT),
    ("ink", "law-ground", TEXT),
    ("ink", "bar", TEXT),
    ("ink", "field", TEXT),
    ("ink", "life-tint", TEXT),
    ("ink", "law-tint", TEXT),
    ("ink", "heed-tint", TEXT),
    ("ink-soft", "life-ground", TEXT),
    ("ink-soft", "law-ground", TEXT),
    ("ink-soft", "law-tint", TEXT),
    ("ink-soft", "life-tint", TEXT),
    ("ink-soft", "bar", TEXT),
    ("life", "life-ground", TEXT),
    ("life", "life-tint", TEXT),
    ("law", "life-ground", TEXT),
    ("law", "law-ground", TEXT),
    ("law", "law-tint", TEXT),
    ("law", "bar", TEXT),
    ("law", "heed-tint", TEXT),
    ("on-law", "law", TEXT),
    ("on-law", "law-strong", TEXT),
    ("heed", "law-ground", TEXT),
    ("heed", "life-ground", TEXT),
    ("heed", "heed-tint", TEXT),
    ("on-pen", "pen", TEXT),
    ("edge", "field", SHAPE),
    ("edge", "law-ground", SHAPE),
    ("focus", "law-ground", SHAPE),
    ("focus", "life-ground", SHAPE),
    ("focus", "bar", SHAPE),
    ("life-edge", "life-ground", SHAPE),
    ("life-edge", "law-ground", SHAPE),
    ("law-edge", "law-ground", SHAPE),
    ("spine", "law-ground", SHAPE),
]


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})", block))


def block_after(start: str) -> str:
    return TOKENS.split(start, 1)[1].split("}", 1)[0]


LIGHT = colours(block_after(":root {"))
DARK = colours(block_after(':root[data-theme="dark"] {'))
DARK_OF_DEVICE = colours(block_after(':root:not([data-theme="light"]) {'))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_a_pair_can_be_read(theme: dict[str, str], front: str, ground: str, least: float) -> None:
    assert contrast(theme[front], theme[ground]) >= least


def test_dark_by_choice_is_dark_by_device() -> None:
    assert DARK == DARK_OF_DEVICE
    assert set(DARK) == set(LIGHT)
