#!/usr/bin/python3
"""test_words.py POSTERC SOURCE_DIR - posterc in Japanese, and that all it has is explained in each language."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

POSTERC, SOURCE = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
LOCALES = ("C.UTF-8", "ja_JP.UTF-8")
EXAMPLE = SOURCE / "examples/merged/poster.yaml"


def run(*words, program=POSTERC, folder=None, **environment):
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    return subprocess.run([str(program), *map(str, words)], cwd=folder, env=clean | environment, capture_output=True,
                          timeout=120)


def ask(*words, locale="C.UTF-8"):
    done = run(*words, LC_ALL=locale)
    if done.returncode != 0:
        raise AssertionError(f"{words}: exit {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


def list_codes():
    return [line.split()[0] for line in ask("explain").splitlines()]


def list_commands():
    return re.findall(r"^  (\w+) ", ask("help"), re.M)


class Language(unittest.TestCase):
    def test_follows_the_environment_without_an_installed_locale(self):
        for environment in ({"LANG": "ja_JP.UTF-8"}, {"LC_MESSAGES": "ja_JP"}, {"LC_ALL": "ja_JP.UTF-8"}, {"LANGUAGE": "ja"}):
            self.assertRegex(run("help", **environment).stdout.decode(), JAPANESE, environment)

    def test_is_english_for_scripts(self):
        done = run("help", LC_ALL="C", LANGUAGE="ja", LANG="ja_JP.UTF-8")
        self.assertNotRegex(done.stdout.decode(), JAPANESE)

    def test_travels_with_the_program(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = shutil.copy(POSTERC, folder)
            self.assertRegex(run("help", program=copy, folder=folder, LANG="ja").stdout.decode(), JAPANESE)

    def test_codes_and_severities_of_data_stay(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "poster.yaml").write_text("titel: x\nslides:\n  - text: a\n")
            done = run("check", "--diagnostics", "json", "poster.yaml", folder=folder, LANG="ja_JP.UTF-8")
        first = json.loads(done.stdout)[0]
        self.assertEqual((first["severity"], first["code"], first["line"]), ("error", "unknown-key", 1))
        self.assertRegex(first["message"], JAPANESE)
        self.assertRegex(first["hint"], JAPANESE)

    def test_changes_no_byte_of_a_page(self):
        for options in (["-o", "-", "--format", "pdf"], ["-o", "-", "--format", "png", "--dpi", "20"],
                        ["-o", "-", "--format", "svg"], ["-o", "-", "--format", "json"],
                        ["-o", "-", "--format", "pdf", "--tiles", "A3"]):
            english, japanese = (run("render", "--quiet", *options, EXAMPLE, LC_ALL=locale) for locale in LOCALES)
            self.assertEqual(english.returncode, 0, english.stderr.decode())
            self.assertEqual(english.stdout, japanese.stdout, options)

    def test_numbers_stay(self):
        with_comma = run("check", EXAMPLE, LC_ALL="de_DE.UTF-8", LANGUAGE="ja").stdout.decode()
        self.assertRegex(with_comma, r"\d\.\d pt")


class Help(unittest.TestCase):
    def test_fits_a_screen(self):
        for locale in LOCALES:
            self.assertLess(len(ask("help", locale=locale).splitlines()), 24)

    def test_explains_every_command_and_option(self):
        for command in list_commands():
            english, japanese = (ask("help", command, locale=locale) for locale in LOCALES)
            self.assertRegex(japanese.splitlines()[1], JAPANESE, command)
            rows = [re.findall(r"^ {2,6}(?:-\w, )?(--[a-z-]+)(?: [A-Z=]+)? +(\S.*)$", text, re.M) for text in (english, japanese)]
            self.assertEqual([name for name, _ in rows[0]], [name for name, _ in rows[1]], command)
            for name, meaning in rows[1]:
                self.assertRegex(meaning, JAPANESE, f"{command} {name}")


class Explanations(unittest.TestCase):
    def test_every_code_has_a_page_in_each_language(self):
        for code in list_codes():
            english, japanese = (ask("explain", code, locale=locale) for locale in LOCALES)
            self.assertNotRegex(english.replace("：", "").replace("支援", ""), JAPANESE, code)
            title, _, *rest = japanese.splitlines()
            self.assertTrue(title.startswith(code), title)
            for part in "\n".join([title, *rest]).split("\n\n"):
                self.assertRegex(part, JAPANESE, code)

    def test_every_key_is_described_in_each_language(self):
        schemas = [json.loads(ask("schema", locale=locale))["$defs"] for locale in LOCALES]
        count = 0
        for name, table in schemas[0].items():
            for key, value in table["properties"].items():
                count += 1
                english, japanese = value.get("description"), schemas[1][name]["properties"][key].get("description")
                self.assertTrue(english, f"{name}.{key} has no description")
                self.assertRegex(japanese, JAPANESE, f"{name}.{key}")
        self.assertGreater(count, 150)

    def test_every_layout_and_theme_is_described(self):
        for command in ("layouts", "themes"):
            for line in ask(command, locale="ja_JP.UTF-8").splitlines():
                self.assertRegex(line, JAPANESE)

    def test_schemas_differ_in_descriptions_alone(self):
        english, japanese = (json.loads(ask("schema", locale=locale)) for locale in LOCALES)

        def strip(value):
            if isinstance(value, dict):
                return {key: strip(inner) for key, inner in value.items() if not (key == "description" and isinstance(inner, str))}
            return [strip(inner) for inner in value] if isinstance(value, list) else value

        self.assertEqual(strip(english), strip(japanese))


class Manual(unittest.TestCase):
    def read(self, page):
        """Without the marks of troff."""
        return Path(SOURCE, "man", page).read_text(encoding="utf-8").replace("\\-", "-").replace("\\&", "")

    def test_is_well_formed(self):
        for page in ("posterc.1", "posterc.5", "ja/posterc.1", "ja/posterc.5"):
            done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", str(SOURCE / "man" / page)], capture_output=True, text=True)
            self.assertEqual(done.stdout + done.stderr, "", page)

    def test_names_every_command_option_and_code(self):
        for page in ("posterc.1", "ja/posterc.1"):
            text = self.read(page)
            for command in list_commands():
                self.assertIn(f".SS posterc {command}", text)
                for option in re.findall(r"--[a-z-]+", ask("help", command)):
                    self.assertIn(option, text)
            for code in list_codes():
                self.assertIn(f".B {code}\n", text)

    def test_names_every_key(self):
        tables = json.loads(ask("schema"))["$defs"]
        for page in ("posterc.5", "ja/posterc.5"):
            text = self.read(page)
            for name, table in tables.items():
                self.assertIn(f".SS {name}\n", text)
                for key in table["properties"]:
                    self.assertIn(f".B {key}\n", text)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
