"""contact_sheet.py - the posters that are looked at: one list for the page, the tests of the look and the image goldens.

Every theme with four posters, upright and across, and posters of one to eighteen slides.  A picture's name is made of its row.
"""
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
THEMES = ("standard", "ud", "warm", "mono", "high-contrast")
ORIENTATIONS = ("portrait", "landscape")
# Posters that each theme is shown with: folders of examples/.
POSTERS = ("workshop", "merged", "newsletter", "vertical")
COUNTS = (1, 2, 4, 7, 12, 18)
# What a poster wants besides, to be another way up than it was written for.
TURNED = {("workshop", "landscape"): ("--layout", "landscape")}


@dataclass(frozen=True)
class Shot:
    """A poster in one theme, one way up."""
    example: str
    theme: str
    orientation: str

    @property
    def name(self):
        return "-".join((self.example, self.theme, self.orientation))

    @property
    def poster(self):
        return ROOT / "examples" / self.example / "poster.yaml"

    def command(self, posterc, *words):
        """A command of posterc about this shot: the words' first is its name, the others are its options."""
        return [posterc, *words[:1], str(self.poster), "--theme", self.theme, "--set",
                f"page.orientation={self.orientation}", *TURNED.get((self.example, self.orientation), ()), *words[1:]]


def themed_shots():
    return [Shot(example, theme, way) for theme in THEMES for example in POSTERS for way in ORIENTATIONS]


def counted_shots():
    return [Shot(f"slides-{count}", THEMES[0], way) for count in COUNTS for way in ORIENTATIONS]


def all_shots():
    return themed_shots() + counted_shots()


def render_png(posterc, shot, dpi):
    """The picture's bytes."""
    words = shot.command(posterc, "render", "--quiet", "-o", "-", "--format", "png", "--dpi", str(dpi))
    return subprocess.run(words, check=True, stdout=subprocess.PIPE).stdout
