#!/usr/bin/python3
"""test_readme.py POSTERC SOURCE_DIR - what README and the introduction to the language say is true.

Their posters are typeset, their commands typed, their links followed, and the mistakes that README shows are made.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from tutorial import Walk

POSTERC, ROOT = None, None
READMES = ("README.md", "README.ja.md")
LOCALES = {"README.md": "C.UTF-8", "README.ja.md": "ja_JP.UTF-8", "docs/batch.md": "C.UTF-8", "docs/batch.ja.md": "ja_JP.UTF-8"}

FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.M | re.S)
MISTAKES = re.compile(r"^```yaml\n([^`]*)^```\n[^`]*^```text\n([^`]*)^```$", re.M)
COMMAND = re.compile(r"^    ((?:posterc|script/run) .*)$", re.M)
INLINE = re.compile(r"`(posterc [^`]+)`")
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
# Words that stand for another.
PLACEHOLDER = re.compile(r"\b[A-Z]{2,}\b")


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def list_blocks(text, language):
    return [body for _, word, body in FENCE.findall(text) if word == language]


def list_mistakes(text):
    return MISTAKES.findall(text)


def list_posters(text):
    """Whole posters, those with mistakes left out."""
    wrong = [poster for poster, _ in list_mistakes(text)]
    return [block for block in list_blocks(text, "yaml") if "slides:" in block and block not in wrong]


def list_commands(text):
    plain = FENCE.sub("", text)
    inline = [command for command in INLINE.findall(plain) if not PLACEHOLDER.search(command)]
    return COMMAND.findall(plain) + inline


class ReadmeTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="posterc-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run_posterc(self, *words):
        return subprocess.run([POSTERC, *words], cwd=self.folder, capture_output=True, encoding="utf-8", timeout=120)

    def test_posters(self):
        for page, least in (("README.md", 1), ("README.ja.md", 1), ("docs/language.head.md", 4)):
            posters = list_posters(read(page))
            self.assertGreaterEqual(len(posters), least, page)
            for poster in posters:
                self.write("poster.yaml", poster)
                done = self.run_posterc("poster.yaml", "-o", "poster.pdf")
                self.assertEqual(done.returncode, 0, f"{page}:\n{poster}\n{done.stderr}")

    def walk(self, page):
        """In a folder with the examples, a poster and a text; what a page calls script/run is posterc."""
        place = Path(tempfile.mkdtemp(dir=self.folder)) / "home"
        (place / "script").mkdir(parents=True)
        os.symlink(POSTERC, place / "script/run")
        shutil.copytree(ROOT / "examples", place / "examples")
        (place / "poster.yaml").write_text(list_posters(read("README.md"))[0], encoding="utf-8")
        (place / "slides.txt").write_text("① はじめに\n年に五回集まる。\n② おわりに\n会場は毎回変わる。\n", encoding="utf-8")
        return Walk(place, POSTERC, locale=LOCALES.get(page, "C.UTF-8"))

    def test_mistakes(self):
        for page in READMES:
            shown = list_mistakes(read(page))
            self.assertEqual(len(shown), 1, page)
            walk = self.walk(page)
            for poster, answer in shown:
                walk.take_file("poster.yaml", poster)
                self.assertEqual(walk.type("posterc poster.yaml -o poster.pdf", 1), answer, page)
                self.assertEqual(len(answer.splitlines()), 3, page)

    def test_report(self):
        page = read("docs/check.md")
        self.write("poster.yaml", list_blocks(page, "yaml")[0])
        plain = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="")
        shown, data = (subprocess.run([POSTERC, "check", "poster.yaml", *words], cwd=self.folder, capture_output=True, encoding="utf-8",
                                      timeout=120, env=plain).stdout for words in ([], ["--format", "json"]))
        self.assertEqual(shown, list_blocks(page, "text")[0])
        keys = re.findall(r"(?m)^\| `(\w+)` \|", page)
        self.assertEqual([key for key in keys if key != "figures"], list(json.loads(data)))

    def test_commands(self):
        for page, least in (("README.md", 20), ("README.ja.md", 20), ("docs/language.head.md", 0), ("docs/design.md", 1), ("docs/batch.md", 2)):
            commands = list_commands(read(page))
            self.assertGreaterEqual(len(commands), least, page)
            walk = self.walk(page)
            for command in commands:
                walk.type(command.split(" #")[0].strip())

    def test_batch(self):
        for page in ("docs/batch.md", "docs/batch.ja.md"):
            text, walk = read(page), self.walk(page)
            (walk.place / "poster.yaml").unlink()
            walk.type("posterc init good")
            good = (walk.place / "good/poster.yaml").read_text(encoding="utf-8")
            for name, poster in (("a.yaml", good), ("b.yaml", good), ("c.yaml", "slides:\n  - titel: a\n")):
                walk.take_file(name, poster)
            printed = walk.type(list_blocks(text, "sh")[0].strip(), 1)
            self.assertEqual(printed, list_blocks(text, "text")[0])
            walk.take_file("build.ninja", list_blocks(text, "ninja")[0])
            self.assertIn("[2/2]", walk.type("ninja"))
            self.assertIn("no work to do", walk.type("ninja"))

    def test_links(self):
        pages = [str(page.relative_to(ROOT)) for page in (ROOT / "docs").glob("*.md")]
        for page in (*READMES, *pages):
            for link in (link for link in LINK.findall(FENCE.sub("", read(page))) if ":" not in link):
                self.assertTrue((ROOT / page).parent.joinpath(link).exists(), f"{page}: {link}")
        for page in READMES:
            missing = set(pages) - set(LINK.findall(read(page))) - {"docs/language.head.md"}
            self.assertEqual(missing, set(), page)

    # The two say the same: the same code, commands, pictures and links, in the same order.
    def test_both_languages(self):
        english, japanese = map(read, READMES)
        for language in ("yaml", ""):
            self.assertEqual(list_blocks(english, language), list_blocks(japanese, language))
        plain = [[command.split("#")[0].strip() for command in list_commands(page)] for page in (english, japanese)]
        self.assertEqual(*plain)
        links = [sorted(set(LINK.findall(page)) - set(READMES)) for page in (english, japanese)]
        self.assertEqual(*links)
        headings = [len(re.findall(r"^## ", page, re.M)) for page in (english, japanese)]
        self.assertEqual(*headings)


if __name__ == "__main__":
    POSTERC, ROOT = os.path.abspath(sys.argv.pop(1)), Path(sys.argv.pop(1)).resolve()
    unittest.main()
