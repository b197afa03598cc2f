#!/usr/bin/python3
"""test_look.py POSTERC SOURCE_DIR [NAME...] - what must hold for every poster of the contact sheet, computed from its layout.

The layout is what `--format json` prints; what was asked for (cells, gap, padding, sizes of figures) is the dump of the doc.
With NAMEs, only those pictures.  The last test shows that each rule can fail.
"""
import copy
import json
import re
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path

POSTERC, SOURCE = sys.argv[1], Path(sys.argv[2])
sys.path.insert(0, str(SOURCE / "script"))
import contact_sheet  # noqa: E402

# Places are printed to .01 mm; what is the difference of three of them is known to three times half of that.
PRINTED = 0.015
LEAST_FILLED, MOST_HEADING_LINES, MOST_CHARACTERS = 0.5, 3, 40
BASELINE_MM, GUTTER_MM = 0.1, 0.01
FIGURES = {"figure", "figures", "diagram", "rings", "cycle", "chart"}
RUNNING = {"paragraph", "item"}
# A figure that is as wide as this share of its text column cannot be larger.
FULL_WIDTH = 0.98
OWN_SETTING = {"theme", "name", "quote"}
MM_PER_PT = 25.4 / 72


class Poster:
    """A shot's layout and doc, and what `check` says about it."""

    def __init__(self, shot):
        self.name = shot.name
        self.layout = self.ask(shot, "render", "--quiet", "--format", "json", "-o", "-")
        self.doc = self.ask(shot, "dump", "--quiet", "--stage=doc")
        # In the same order as the layout's panels.
        for panel, told in zip(self.panels, self.ask(shot, "check", "--quiet", "--format", "json")["panels"]):
            panel["advice"] = told["advice"]
        slides = list(self.doc["slides"])
        for panel in self.layout["panels"]:
            # Both lists have the same slides; what has neither number nor id comes in the same order.
            slide = next(s for s in slides if (s["number"] or None, s["id"]) == (panel["number"], panel["id"]))
            slides.remove(slide)
            panel["slide"] = slide

    @staticmethod
    def ask(shot, *words):
        return json.loads(subprocess.run(shot.command(POSTERC, *words), check=True, stdout=subprocess.PIPE).stdout)

    @property
    def panels(self):
        return self.layout["panels"]

    def name_of(self, panel):
        return f"panel {panel['number']}" if panel["number"] else f"panel '{panel['id']}'"


def read_um(length, em_pt, whole_mm):
    """A length of the doc's dump in mm."""
    number, unit = re.fullmatch(r"([\d.]+)(\D+)", length).groups()
    factor = {"mm": 1, "cm": 10, "in": 25.4, "pt": MM_PER_PT, "Q": .25, "H": .25, "em": em_pt * MM_PER_PT, "%": whole_mm / 100}
    return float(number) * factor[unit]


def find_lines(panel, kinds=None):
    return [line for block in panel["blocks"] if kinds is None or block["kind"] in kinds for line in block.get("lines", [])]


def overlap(a, b, start, length):
    """How much of one axis two panels share."""
    return min(a[start] + a[length], b[start] + b[length]) - max(a[start], b[start])


def measure_characters(text):
    """A full-width character counts one, a Latin letter half."""
    wide = sum(1 if unicodedata.east_asian_width(c) in "WFA" else .5 for c in text if not unicodedata.combining(c))
    return wide


def check_page(poster):
    page = poster.layout["page"]
    for panel in poster.panels:
        right, foot = panel["x_mm"] + panel["w_mm"], panel["y_mm"] + panel["h_mm"]
        if min(panel["x_mm"], panel["y_mm"]) < 0 or right > page["width_mm"] + PRINTED or foot > page["height_mm"] + PRINTED:
            yield f"{poster.name_of(panel)} is not on the page"
    for a, b in combinations(poster.panels, 2):
        if min(overlap(a, b, "x_mm", "w_mm"), overlap(a, b, "y_mm", "h_mm")) > PRINTED:
            yield f"{poster.name_of(a)} and {poster.name_of(b)} overlap"


def check_filled(poster):
    for panel in poster.panels:
        if panel["filled"] < LEAST_FILLED and not panel["advice"]:
            yield f"{poster.name_of(panel)} is {panel['filled']:.0%} filled, and check gives no advice"


def check_headings(poster):
    for panel in poster.panels:
        lines = find_lines(panel, {"heading"})
        if len(lines) > MOST_HEADING_LINES:
            yield f"{poster.name_of(panel)}: heading of {len(lines)} lines"


def check_measure(poster):
    for panel in poster.panels:
        for line in find_lines(panel):
            count = measure_characters(line["text"])
            if count > MOST_CHARACTERS:
                yield f"{poster.name_of(panel)}: {count:g} characters in a line: {line['text'][:12]}…"
                break


def is_given(slide):
    """Whether the author gave the size of a figure, or asked for it to fill the panel."""
    return any(block.get(side) not in (None, "auto") for block in slide["blocks"] if block["kind"] in FIGURES
               for side in ("width", "height"))


def find_figures(panel):
    return [block for block in panel["blocks"] if block["kind"] in FIGURES]


def stands_beside(figure, panel):
    """Whether text runs beside the figure, not over or under it."""
    top, foot = figure["y_mm"], figure["y_mm"] + figure["h_mm"]
    return any(top < line["baseline_mm"] < foot and
               (line["x_mm"] >= figure["x_mm"] + figure["w_mm"] or line["x_mm"] + line["width_mm"] <= figure["x_mm"])
               for line in find_lines(panel, RUNNING))


def check_figures(poster):
    """35 % of the panel's height together, or as wide as the column lets them; beside text: of its width."""
    for panel in poster.panels:
        figures = find_figures(panel)
        if not figures or is_given(panel["slide"]):
            continue
        padding = read_um(panel["slide"]["style"]["padding"], panel["body_pt"], panel["w_mm"])
        width = (panel["w_mm"] - 2 * padding) / max(1, panel["slide"]["columns"])
        if panel["slide"]["writing"] == "vertical":
            width = panel["w_mm"] - 2 * padding
        share = read_um(poster.doc["theme"]["figure"]["min"], panel["body_pt"], 1)
        heights = sum(f["h_mm"] for f in figures) / panel["h_mm"]
        widths = sum(f["w_mm"] for f in figures) / width
        beside = any(stands_beside(f, panel) for f in figures) and max(f["w_mm"] for f in figures) / width >= share
        if heights < share and widths < FULL_WIDTH and not beside:
            yield f"{poster.name_of(panel)}: figures {heights:.0%} of the height, {widths:.0%} of the width"


def has_common_setting(poster, panel):
    return (panel["role"] not in OWN_SETTING and panel["slide"]["writing"] == "horizontal" and
            abs(panel["body_pt"] - poster.layout["body_pt"]) < .01)


def find_baselines(panel):
    return sorted(line["baseline_mm"] for line in find_lines(panel, RUNNING) if abs(line["size_pt"] - panel["body_pt"]) < .01)


def compare_headings(a, b):
    pairs = zip(find_lines(a, {"heading"}), find_lines(b, {"heading"}))
    return [abs(x["baseline_mm"] - y["baseline_mm"]) for x, y in pairs if abs(x["size_pt"] - y["size_pt"]) < .01]


def compare_text(a, b, pitch):
    """For every line of a with one of b less than half a line away: how far."""
    others = find_baselines(b)
    nearest = [min((abs(line - other) for other in others), default=pitch) for line in find_baselines(a)]
    return [distance for distance in nearest if distance < pitch / 2]


def check_baselines(poster):
    """Neighbours in a row begin at the same height; their lines of the common size agree wherever both have one."""
    common = [panel for panel in poster.panels if has_common_setting(poster, panel)]
    pitch = poster.layout["body_pt"] * MM_PER_PT * poster.doc["theme"]["sizes"]["line"]
    for a, b in combinations(common, 2):
        if abs(a["y_mm"] - b["y_mm"]) > PRINTED:
            continue
        if len(find_lines(a, {"heading"})) != len(find_lines(b, {"heading"})):
            continue
        worst = max(compare_headings(a, b) + compare_text(a, b, pitch), default=0)
        if worst > BASELINE_MM + PRINTED:
            yield f"{poster.name_of(a)} and {poster.name_of(b)}: baselines differ by {worst:.2f} mm"


def find_gaps(panels, start, length, cross, cross_length):
    """Distances of panels that face each other with nothing between."""
    for a in panels:
        facing = [b for b in panels if b[start] >= a[start] + a[length] - PRINTED and
                  overlap(a, b, cross, cross_length) > PRINTED]
        for b in facing:
            if not any(c is not b and c[start] + c[length] <= b[start] + PRINTED and
                       overlap(b, c, cross, cross_length) > PRINTED for c in facing):
                yield b[start] - a[start] - a[length], a, b


def check_gutters(poster):
    page = poster.layout["page"]
    wanted = read_um(poster.doc["grid"]["gap"], poster.layout["body_pt"], min(page["width_mm"], page["height_mm"]))
    axes = (("x_mm", "w_mm", "y_mm", "h_mm"), ("y_mm", "h_mm", "x_mm", "w_mm"))
    for axis in axes:
        for gap, a, b in find_gaps(poster.panels, *axis):
            if abs(gap - wanted) > GUTTER_MM + PRINTED:
                yield f"{poster.name_of(a)} and {poster.name_of(b)}: gutter {gap:.2f} mm, not {wanted:.2f}"


RULES = (check_page, check_filled, check_headings, check_measure, check_figures, check_baselines, check_gutters)


def break_filled(poster):
    poster.panels[0]["filled"], poster.panels[0]["advice"] = .4, []


def break_headings(poster):
    heading = next(b for panel in poster.panels for b in panel["blocks"] if b["kind"] == "heading")
    heading["lines"] = heading["lines"][:1] * 4


def break_measure(poster):
    next(line for panel in poster.panels for line in find_lines(panel))["text"] = "あ" * 41


def break_figures(poster):
    for panel in poster.panels:
        for figure in find_figures(panel):
            figure["w_mm"], figure["h_mm"] = figure["w_mm"] / 4, figure["h_mm"] / 4


def break_baselines(poster):
    a, b = next((a, b) for a, b in combinations(poster.panels, 2) if a["y_mm"] == b["y_mm"] and
                has_common_setting(poster, a) and has_common_setting(poster, b) and
                len(find_lines(a, {"heading"})) == len(find_lines(b, {"heading"})) and compare_headings(a, b))
    for line in find_lines(a):
        line["baseline_mm"] += .2


def break_gutters(poster):
    poster.panels[0]["w_mm"] -= .05
    poster.panels[0]["h_mm"] -= .05


def break_page(poster):
    poster.panels[0]["x_mm"] = -1


BREAKS = (break_page, break_filled, break_headings, break_measure, break_figures, break_baselines, break_gutters)


def find_toothless(poster):
    """Rules that say nothing more about a poster that was broken on purpose."""
    for rule, break_it in zip(RULES, BREAKS):
        before = set(rule(poster))
        broken = copy.deepcopy(poster)
        break_it(broken)
        if not set(rule(broken)) - before:
            yield f"{rule.__name__} does not notice {break_it.__name__}"


def main(names):
    shots = [shot for shot in contact_sheet.all_shots() if not names or shot.name in names]
    with ThreadPoolExecutor(2) as pool:
        posters = list(pool.map(Poster, shots))
    failures = [f"{poster.name}: {failure}" for poster in posters for rule in RULES for failure in rule(poster)]
    with_all = next((poster for poster in posters if poster.name == "workshop-standard-portrait"), None)
    if with_all:
        failures += list(find_toothless(with_all))
    print("\n".join([*failures, f"{len(posters)} posters, {len(RULES)} rules, {len(failures)} failures"]))
    return 1 if failures or not posters else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[3:]))
