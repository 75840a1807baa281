"""Writes the table of old names in docs/facts.md, out of old_names.yaml.

Run `python -m rechtop.rights.facts` after a change of the vocabulary; a test fails when the page is behind.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import yaml

from rechtop.rights.facts.vocabulary import vocabulary

OLD_NAMES: Final = Path(__file__).parent / "old_names.yaml"
PAGE: Final = Path(__file__).parents[4] / "docs" / "facts.md"
BEGIN: Final = "<!-- old names: written by `python -m rechtop.rights.facts` -->"
END: Final = "<!-- end of old names -->"


def old_names_table() -> str:
    """One table for each right: the name in its specification, the facts it became, and how."""
    known = vocabulary()
    rows = yaml.safe_load(OLD_NAMES.read_text("utf-8"))
    lines: list[str] = []
    right = ""
    for row in rows:
        if row["right"] != right:
            right = row["right"]
            lines += ["", f"### {right}", "", "| in the specification | facts | how |", "| --- | --- | --- |"]
        facts = ", ".join(f"`{known.fact(name).id}`" for name in row["facts"]) or "none"
        how = [f"worked out: {', '.join(row['through'])}"] if "through" in row else []
        how += [row["note"]] if "note" in row else []
        lines.append(f"| {row['old']} | {facts} | {'; '.join(how).replace('|', '/')} |")
    return "\n".join(lines).strip() + "\n"


def page_with(table: str, page: str) -> str:
    """The page, with this table between the two marks."""
    before, rest = page.split(BEGIN)
    return f"{before}{BEGIN}\n\n{table}\n{END}{rest.split(END)[1]}"
