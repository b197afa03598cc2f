#!/usr/bin/python3
"""test_schema.py POSTERC SOURCE_DIR - `posterc schema` against posterc itself, with an independent validator.

Every poster that posterc takes is valid; every poster that it refuses for its form is not, as far as a schema can know.
"""
import json
import re
import subprocess
import sys
import unittest
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

POSTERC, ROOT = None, None

# Mistakes of form, which an editor should show while one types.
CODES = {"missing-key", "unknown-key", "duplicate-key", "bad-type", "bad-value", "too-many-slides"}
# Golden cases of which a schema cannot know what is wrong, and why.
CANNOT_KNOW = {
    "bad-value-areas": "which names areas and slides have in common is not in the form of either",
    "diagram-dot": "whether a text is Graphviz source only Graphviz knows",
    "diagram-fill": "how many colours there are depends on the theme",
    "duplicate-key": "YAML readers hand on one of the two keys",
    "joined-cells": "whether joined cells form a rectangle depends on all of them",
    "layout-file": "the mistake is in the layout file; the poster is sound",
    "no-room": "whether spans fit into the grid is arithmetic",
    "no-size": "how large a length is stands in a text, of which a schema sees the form",
    "table-origin": "which of its keys a table needs depends on the others",
    "theme-circle": "the mistake is in the theme file; the poster is sound",
    "theme-file": "the mistake is in the theme file; the poster is sound",
    "too-many-slides": "how many slides are numbered depends on what each of them says",
    "tracks-too-wide": "whether tracks fit onto the sheet is arithmetic",
    "word-languages": "what stands within a text a schema does not read",
}


class Loader(yaml.SafeLoader):
    """As editors read a poster: a date is the text as typed."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, expression) for tag, expression in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def read_case(path):
    poster, expectation = re.split(r"^-{5,}\n", path.read_text(encoding="utf-8"), maxsplit=1, flags=re.M)
    return poster, expectation


def name_keys(value):
    """Keys as texts, as in JSON."""
    if isinstance(value, dict):
        return {str(key): name_keys(inner) for key, inner in value.items()}
    return [name_keys(inner) for inner in value] if isinstance(value, list) else value


def load(text):
    return name_keys(yaml.load(text, Loader))


class SchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        printed = subprocess.run([POSTERC, "schema"], check=True, capture_output=True, timeout=60).stdout
        cls.schema = json.loads(printed)
        cls.validator = Draft202012Validator(cls.schema)

    def list_errors(self, value):
        return [f"{error.json_path}: {error.message[:200]}" for error in self.validator.iter_errors(value)]

    def assert_valid(self, name, text):
        self.assertEqual(self.list_errors(load(text)), [], name)

    def test_schema_itself(self):
        Draft202012Validator.check_schema(self.schema)
        self.assertGreater(len(self.schema["$defs"]), 10)
        for name, table in self.schema["$defs"].items():
            self.assertIs(table["additionalProperties"], False, name)

    def test_empty_values_are_refused(self):
        for value in ({}, [], None, "text", {"slides": 3}, {"slides": [{"titel": "a"}]}):
            self.assertNotEqual(self.list_errors(value), [], value)

    def test_examples(self):
        posters = sorted((ROOT / "examples").glob("*/*.yaml"))
        self.assertGreaterEqual(len(posters), 3)
        for path in posters:
            self.assert_valid(path.name, path.read_text(encoding="utf-8"))

    # A layout or a theme is a poster without slides.
    def test_layouts_and_themes(self):
        files = sorted((ROOT / "layouts").glob("**/*.yaml"))
        self.assertGreaterEqual(len(files), 14)
        for path in files:
            value = load(path.read_text(encoding="utf-8")) | {"slides": ["本文"]}
            self.assertEqual(self.list_errors(value), [], path.name)

    def test_cases_that_posterc_takes(self):
        count = 0
        for path in sorted((ROOT / "tests/golden").glob("*/*.case")):
            poster, expectation = read_case(path)
            # Of the other stages a case may expect an error, too; then it says so in its first line.
            if re.match(r"exit [^0]", expectation):
                continue
            self.assert_valid(f"{path.parent.name}/{path.name}", poster)
            count += 1
        self.assertGreaterEqual(count, 25)

    def list_cases_of_wrong_form(self):
        for path in sorted((ROOT / "tests/golden/diag").glob("*.case")):
            poster, expectation = read_case(path)
            codes = set(re.findall(r": error: .* \[([a-z-]+)\]$", expectation, re.M))
            if codes & CODES:
                yield path.stem, poster, codes

    def test_cases_of_wrong_form(self):
        seen = set()
        for name, poster, codes in self.list_cases_of_wrong_form():
            with self.subTest(case=name, codes=codes):
                errors = self.list_errors(load(poster))
                (self.assertEqual if name in CANNOT_KNOW else self.assertNotEqual)(errors, [])
                seen.add(name)
        self.assertGreaterEqual(len(seen - set(CANNOT_KNOW)), 10)
        self.assertEqual(set(CANNOT_KNOW) - seen, set(), "listed, but no such case of wrong form")


if __name__ == "__main__":
    POSTERC, ROOT = sys.argv.pop(1), Path(sys.argv.pop(1))
    unittest.main()
