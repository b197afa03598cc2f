"""test_init.py - posterc init: starters that are sound, and texts of which no character is lost.

usage: test_init.py PATH-OF-POSTERC SOURCE_DIR
"""
import json
import random
import re
import subprocess
import sys
import tempfile
import unittest
from collections import Counter
from pathlib import Path

import yaml

POSTERC = SOURCE = None

LAYOUTS = "landscape merged newsletter vertical z-2x9 z-3x5 z-3x6 z-auto z-board".split()
SLIDES = "はじめに 背景 目的 方法 事例 結果 考察 結論 参考 課題 声 歩み 場所 人 時 物 事 連絡先".split()


def run(*words, code=0, given=None):
    result = subprocess.run([POSTERC, *map(str, words)], input=given, capture_output=True, check=False)
    if result.returncode != code:
        raise AssertionError(f"{words}: exit {result.returncode}, not {code}\n{result.stderr.decode()}")
    return result


def collect_texts(value):
    """All texts of the printed blocks of a dumped doc."""
    if isinstance(value, dict):
        yield value.get("marker") or ""
        if isinstance(value.get("text"), str):
            yield value["text"]
            return
        for key, inner in value.items():
            if key in ("title", "subtitle", "slides", "blocks", "text", "cells"):
                yield from collect_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from collect_texts(inner)
    elif isinstance(value, str):
        yield value


def bare(text):
    return re.sub(r"\s", "", text.replace("\ufeff", ""))


class InitTest(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="posterc-")
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def split(self, text, *words, encoding="utf-8"):
        source = self.folder / "text.txt"
        source.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        run("init", "--from", source, *words, folder)
        return folder / "poster.yaml"

    def read(self, text, *words, encoding="utf-8"):
        return yaml.safe_load(self.split(text, *words, encoding=encoding).read_text(encoding="utf-8"))

    def test_starters(self):
        listed = [line.split()[0] for line in run("layouts").stdout.decode().splitlines()]
        self.assertEqual(sorted(listed), LAYOUTS)
        for layout in LAYOUTS:
            with self.subTest(layout):
                folder = self.folder / layout
                run("init", "--layout", layout, folder)
                poster = (folder / "poster.yaml").read_text(encoding="utf-8")
                first = poster.splitlines()[0]
                self.assertEqual(first, "# yaml-language-server: $schema=poster.schema.json")
                self.assertRegex(poster, rf"(?m)^layout: {layout}$")
                for command in ("posterc check", "posterc poster.yaml -o poster.pdf"):
                    self.assertIn(command, poster)
                schema = json.loads((folder / "poster.schema.json").read_text(encoding="utf-8"))
                self.assertEqual(schema, json.loads(run("schema").stdout))
                self.assertEqual(run("check", "-q", "--strict", folder / "poster.yaml").stderr, b"")
                run("-q", folder / "poster.yaml", "-o", folder / "poster.pdf")

    def test_nothing_is_overwritten(self):
        run("init", self.folder)
        (self.folder / "poster.yaml").write_text("mine", encoding="utf-8")
        self.assertIn(b"is there already", run("init", self.folder, code=3).stderr)
        self.assertEqual((self.folder / "poster.yaml").read_text(encoding="utf-8"), "mine")

    def test_unknown_layout(self):
        self.assertIn(b"did you mean 'z-board'?", run("init", "--layout", "z-bord", self.folder / "x", code=2).stderr)
        self.assertFalse((self.folder / "x").exists())

    def test_marks(self):
        marks = {"circled": lambda i: f"{chr(0x245F + i)}　", "numbered": lambda i: f"{i}. ", "wide": lambda i: f"{i}．".translate(
            {0x30 + k: 0xFF10 + k for k in range(10)}), "bracketed": lambda i: f"（{i}）", "square": lambda i: "■ ",
            "markdown": lambda i: "## "}
        for name, mark in marks.items():
            with self.subTest(name):
                text = "".join(f"{mark(i + 1)}{title}\n{title}の本文。\n\n" for i, title in enumerate(SLIDES))
                slides = self.read(text)["slides"]
                self.assertEqual([slide["title"] for slide in slides], SLIDES)
                self.assertEqual([slide["text"] for slide in slides], [f"{title}の本文。\n" for title in SLIDES])
        text = "".join(f"【{title}】{title}の本文\n" for title in SLIDES)
        self.assertEqual([slide["title"] for slide in self.read(text)["slides"]], SLIDES)
        text = "\f".join(f"{title}\n\n{title}の本文\n" for title in SLIDES)
        self.assertEqual([slide["title"] for slide in self.read(text)["slides"]], SLIDES)
        text = "\n\n".join(f"{title}\n{title}の本文" for title in SLIDES)
        self.assertEqual([slide["title"] for slide in self.read(text)["slides"]], SLIDES)

    def test_title(self):
        poster = self.read("# 会のこと\n\n## 一\nあ\n\n### 中\n\nい\n## 二\nう\n", "--layout", "z-board")
        self.assertEqual((poster["title"], poster["layout"]), ("会のこと", "z-board"))
        self.assertEqual(poster["slides"][0]["text"], "あ\n\n### 中\n\nい\n")
        poster = self.read("会のこと\n毎月の集まり\n■一\nあ\n■二\nい\n")
        self.assertEqual((poster["title"], poster["subtitle"]), ("会のこと", "毎月の集まり"))
        poster = self.read("これは長い前書きで、題ではない。\n■一\nあ\n■二\nい\n")
        self.assertEqual(poster["slides"][0], {"number": "none", "text": "これは長い前書きで、題ではない。\n"})

    def test_items_are_no_slides(self):
        slides = self.read("① 一\n・あ\n1. い\n2. う\n② 二\n1. え\n2. お\n")["slides"]
        self.assertEqual([slide["title"] for slide in slides], ["一", "二"])

    def test_lists_in_numbered_slides(self):
        text = "町の地図\n一年の記録\n\n1. 目的\n①歩く\n②書く\n\n2. 方法\n\n■良い点\nあ\n■課題\nい\n\n3. 結果\n(1) 一\n(2) 二\n"
        poster = self.read(text)
        self.assertEqual((poster["title"], poster["subtitle"]), ("町の地図", "一年の記録"))
        self.assertEqual([slide["title"] for slide in poster["slides"]], ["目的", "方法", "結果"])
        self.assertEqual(poster["slides"][0]["text"], "①歩く\n②書く\n")
        # What only lists the slides to come has no text of its own.
        slides = self.read("1. 目的\n2. 方法\n3. 結果\n\n■ 目的\nあ\n■ 方法\nい\n■ 結果\nう\n")["slides"]
        self.assertEqual([slide.get("title") for slide in slides], [None, "目的", "方法", "結果"])

    def test_encodings(self):
        text = "① はじめに\r\n専門職〜①\r\n② おわりに\r\nありがとう\r\n"
        expected = self.read(text.replace("\r\n", "\n"))["slides"]
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp932"):
            with self.subTest(encoding):
                data = text.replace("〜", "～" if encoding == "cp932" else "〜").encode(encoding)
                if encoding == "utf-16-le":
                    data = b"\xff\xfe" + data
                slides = self.read(data)["slides"]
                self.assertEqual(str(slides).replace("～", "〜"), str(expected))

    def test_too_many(self):
        text = "".join(f"# 題{i}\n{'あ' * i}\n" for i in range(1, 22))
        path = self.folder / "text.txt"
        path.write_text(text, encoding="utf-8")
        said = run("init", "--from", path, self.folder / "x", code=1).stderr.decode()
        self.assertIn("text.txt:37:1: error: this is slide 19 of 21, and a poster holds 18", said)
        self.assertIn("lines 1 and 3, 5 and 7, 9 and 11;", said)
        self.assertFalse((self.folder / "x").exists())

    def test_no_text(self):
        for data in (b"", b"\n\n", b"%PDF-1.4\n", b"\x00\x01\x02"):
            path = self.folder / "text.txt"
            path.write_bytes(data)
            run("init", "--from", path, self.folder / "x", code=1)
        run("init", "--from", self.folder / "no.txt", self.folder / "x", code=3)

    def check_kept(self, text):
        """Every character is printed, but blanks and the marks of the headings, as it was."""
        poster = self.split(text)
        dump = run("dump", "--stage=doc", "--set", "theme.text.normalize=false", "-q", poster).stdout
        printed = json.loads(dump)
        found = "".join(collect_texts({"title": printed["title"], "subtitle": printed["subtitle"],
                                       "slides": [slide["blocks"] for slide in printed["slides"]]}))
        lost, made = (Counter(bare(part)) for part in (re.sub(r"(?m)^■", "", text), found))
        self.assertEqual((lost - made, made - lost), (Counter(), Counter()), poster.read_text(encoding="utf-8"))

    def test_characters_are_kept(self):
        chance = random.Random(20261001)
        pieces = ["専門職", "⼈", "*", "**", "_", "`", "{", "}", "|", "<b>", "&amp;", "&", "==", "~~", "[あ](い)", "![", "\\", "#",
                  "https://example.org/a_b", "：", ": ", "'", '"', "、", "。", "　", "・", "1", "a", ">", "@", "！", "🙂", "《", "》"]
        for _ in range(60):
            lines = ["".join(chance.choices(pieces, k=chance.randint(1, 6))) for _ in range(chance.randint(1, 4))]
            self.check_kept("■ 一\nはじめ\n" + "\n".join(lines) + "\n■ 二\nおわり\n")

    def test_texts_of_workshops(self):
        text = (SOURCE / "tests/data/workshop-slides.txt").read_text(encoding="utf-8")
        poster = self.split(text)
        slides = yaml.safe_load(poster.read_text(encoding="utf-8"))["slides"]
        self.assertEqual(len(slides), 18)
        self.assertEqual([slide["title"] for slide in slides[:3]], ["はじめに", "事例1", "事例１︓仙台ポリオの会・仙台市障がい者福祉協会"])
        kept = "".join(slide.get("title", "") + slide.get("text", "") for slide in slides).replace("\\", "")
        self.assertEqual(bare(kept), bare(text))
        run("fix", "-q", poster)
        run("dump", "--stage=doc", "-q", poster)
        said = run("init", "--from", SOURCE / "tests/data/newsletter.txt", self.folder / "x", code=1).stderr.decode()
        self.assertIn("a poster holds 18; join short ones", said)


if __name__ == "__main__":
    POSTERC = str(Path(sys.argv.pop(1)).resolve())
    SOURCE = Path(sys.argv.pop(1)).resolve()
    unittest.main()
