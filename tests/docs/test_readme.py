#!/usr/bin/python3
"""test_readme.py POSTERC SOURCE_DIR - what README and the introduction to the language say is true.

Their posters are typeset, their commands typed, their links followed, and the mistakes that README shows are made.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

POSTERC, ROOT = None, None
READMES = ("README.md", "README.ja.md")
PAGES = (*READMES, "docs/language.head.md", "docs/design.md", "docs/layouts.md", "docs/themes.md", "docs/comparison.md")

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

    def test_mistakes(self):
        for page in READMES:
            shown = list_mistakes(read(page))
            self.assertEqual(len(shown), 1, page)
            for poster, answer in shown:
                self.write("poster.yaml", poster)
                done = self.run_posterc("poster.yaml", "-o", "poster.pdf")
                self.assertEqual(done.returncode, 1, page)
                self.assertEqual(done.stderr, answer, page)
                self.assertEqual(answer.count(": error: "), 3, page)

    # As typed, in a folder with the examples and a poster; what a page calls script/run is posterc.
    def test_commands(self):
        poster = list_posters(read("README.md"))[0]
        for path in ("bin", "script"):
            (self.folder / path).mkdir()
        for name in ("bin/posterc", "script/run"):
            os.symlink(POSTERC, self.folder / name)
        shutil.copytree(ROOT / "examples", self.folder / "examples")
        environment = dict(os.environ, PATH=f"{self.folder}/bin:{os.environ['PATH']}")
        for page, least in (("README.md", 9), ("README.ja.md", 9), ("docs/language.head.md", 0), ("docs/design.md", 1)):
            commands = list_commands(read(page))
            self.assertGreaterEqual(len(commands), least, page)
            for command in commands:
                self.write("poster.yaml", poster)
                self.write("my/poster.yaml", poster)
                done = subprocess.run(["bash", "-c", command], cwd=self.folder, env=environment, timeout=120,
                                      capture_output=True, encoding="utf-8", errors="replace")
                self.assertEqual(done.returncode, 0, f"{page}: {command}\n{done.stderr}")

    def test_links(self):
        for page in PAGES:
            links = [link for link in LINK.findall(read(page)) if ":" not in link]
            for link in links:
                self.assertTrue((ROOT / page).parent.joinpath(link).exists(), f"{page}: {link}")
        for page in READMES:
            self.assertGreaterEqual(len(set(LINK.findall(read(page)))), 10, page)

    # The two say the same: the same code, commands, pictures and links, in the same order.
    def test_both_languages(self):
        english, japanese = map(read, READMES)
        self.assertEqual(FENCE.findall(english), FENCE.findall(japanese))
        plain = [[command.split("#")[0].strip() for command in list_commands(page)] for page in (english, japanese)]
        self.assertEqual(*plain)
        links = [sorted(set(LINK.findall(page)) - set(READMES)) for page in (english, japanese)]
        self.assertEqual(*links)
        headings = [len(re.findall(r"^## ", page, re.M)) for page in (english, japanese)]
        self.assertLessEqual(abs(headings[0] - headings[1]), 1)


if __name__ == "__main__":
    POSTERC, ROOT = os.path.abspath(sys.argv.pop(1)), Path(sys.argv.pop(1)).resolve()
    unittest.main()
