#!/usr/bin/python3
"""test_tutorial.py POSTERC SOURCE_DIR - the tutorial is followed from an empty folder to the print shop.

script/make-tutorial writes into the page what its commands print now; read the difference before you keep it.
"""
import re
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

import tutorial

POSTERC, ROOT = None, None
PAGE = "docs/tutorial.ja.md"


class TutorialTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="posterc-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.text = (ROOT / PAGE).read_text(encoding="utf-8")

    def test_followed(self):
        place = self.folder / "home"
        place.mkdir()
        walk = tutorial.Walk(place, POSTERC, ROOT / "examples/gallery/pictures/meeting.jpg")
        self.assertEqual(tutorial.follow(self.text, walk), self.text)
        # What is promised at the end is there.
        for name in ("poster.png", "poster.pdf", "入稿仕様書.pdf", "違い.html"):
            self.assertGreater((walk.place / name).stat().st_size, 1000, name)

    # No block is left out by mistake, and no command is in the text alone.
    def test_all_blocks(self):
        blocks, told = tutorial.list_blocks(self.text)
        self.assertEqual(blocks, told)
        self.assertGreaterEqual(len(re.findall(r"^posterc ", self.text, re.M)), 15)

    def test_links(self):
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", self.text):
            self.assertTrue((ROOT / PAGE).parent.joinpath(link).exists(), link)


if __name__ == "__main__":
    POSTERC, ROOT = Path(sys.argv.pop(1)).resolve(), Path(sys.argv.pop(1)).resolve()
    unittest.main()
