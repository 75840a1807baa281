"""`python -m rechtop.rights.facts`: writes everything that follows from the vocabulary. Run it after every change there."""

from __future__ import annotations

from rechtop.rights.facts import household_schema, write_page, write_symbols
from rechtop.rights.facts.vocabulary import AS_JSON, vocabulary_as_json

if __name__ == "__main__":
    page = write_page.page_with(write_page.old_names_table(), write_page.PAGE.read_text("utf-8"))
    for target, text in (
        (AS_JSON, vocabulary_as_json()),
        (write_symbols.TARGET, write_symbols.written()),
        (write_page.PAGE, page),
        (household_schema.TARGET, household_schema.written()),
    ):
        target.write_text(text, "utf-8")
        print(f"wrote {target}")
