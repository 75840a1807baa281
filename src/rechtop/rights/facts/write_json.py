"""Writes `vocabulary.json`, the vocabulary in one file.

Run `python -m rechtop.rights.facts.write_json` after a change of a topic file; a test fails when it is behind.
"""

from __future__ import annotations

from rechtop.rights.facts.vocabulary import AS_JSON, vocabulary_as_json

if __name__ == "__main__":
    AS_JSON.write_text(vocabulary_as_json(), "utf-8")
    print(f"wrote {AS_JSON}")
