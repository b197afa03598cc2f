#!/usr/bin/python3
"""test_examples.py POSTERC SOURCE_DIR - the examples, finished, judged by tools that are not ours.

qpdf checks the syntax, poppler reads boxes, fonts, pictures and text; the expected text is made here from the YAML, not by
posterc.  The layout's own figures (--format json) are held against the rules that a reader would notice.
"""
import json
import os
import re
import sys
import tempfile
from pathlib import Path

import yaml
from checks import check, conclude, run

POSTERC, SOURCE = sys.argv[1], Path(sys.argv[2])
RADICALS = "/usr/share/unicode/EquivalentUnifiedIdeograph.txt"
MM = 72 / 25.4
PAGES = {"workshop": (841, 1189), "merged": (841, 1189), "newsletter": (1189, 841), "vertical": (1189, 841)}
# What an example may warn of: text pasted out of a PDF keeps its look-alikes, and a full poster its small text.
WARNINGS = {"workshop": {"lookalike", "small-text"}, "merged": {"lookalike"}, "newsletter": {"lookalike", "small-text"},
            "vertical": set()}
BLOCKS = {"table", "figure", "figures", "facts", "quote", "steps", "cycle", "rings", "diagram", "qr", "chart"}
NOT_FIRST, NOT_LAST = "、。，．」』）】〉》〕！？ーっゃゅょッャュョ々・：～〜", "「『（【〈《〔"


def read_radicals():
    table = {"︓": "：", "︕": "！"}
    for line in Path(RADICALS).read_text(encoding="utf-8").splitlines():
        match = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)", line)
        if match and int(match[1], 16) < 0x2FE0:
            for code in range(int(match[1], 16), int(match[2] or match[1], 16) + 1):
                table[chr(code)] = chr(int(match[3], 16))
    return str.maketrans(table)


def squeeze(text):
    return re.sub(r"[\s\u3000\u200b\u2060]", "", text)


def printed(text, repair):
    """What a Markdown text of the examples puts on paper, without white space."""
    lines = []
    for line in text.translate(repair).splitlines():
        line = line.strip()
        if re.fullmatch(r"\|[\s:|-]*\|", line):
            continue
        line = re.sub(r"\*+|==|^(- |#+ )", "", line)
        lines.append(line.replace("|", "") if line.startswith("|") else line)
    return squeeze("".join(lines))


def runs_of(slide, repair):
    """Runs of text that must stand on the page: the title with the blocks, pictures' words apart."""
    runs = []
    keys = list(slide)
    between = keys[keys.index("title") + 1:keys.index("text")] if {"title", "text"} <= set(keys) else []
    parts = [slide.get("title", ""), slide.get("text") or ""]
    # Title and text follow each other, unless another block stands between them.
    joined = parts if BLOCKS & set(between) else ["\n".join(parts)]
    runs += [printed(part, repair) for part in joined]
    figure = slide.get("figure") or {}
    if "caption" in figure:
        runs.append(squeeze(figure["caption"].translate(repair)))
    for place in (slide, figure):
        if "source" in place:
            runs.append(squeeze("出典：" + place["source"].translate(repair)))
    return [r for r in runs if r]


def check_boxes(name, pdf):
    info = run("pdfinfo", "-box", pdf).stdout.decode()
    width, height = PAGES[name]
    check(re.search(r"^Pages:\s+1$", info, re.M), f"{name}: not one page")
    trim = re.search(r"TrimBox:\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)", info)
    check(trim is not None, f"{name}: no TrimBox")
    if trim:
        x0, y0, x1, y1 = map(float, trim.groups())
        check(abs((x1 - x0) / MM - width) <= 0.01, f"{name}: trim is {(x1 - x0) / MM:.3f} mm wide")
        check(abs((y1 - y0) / MM - height) <= 0.01, f"{name}: trim is {(y1 - y0) / MM:.3f} mm high")
    check(re.search(r"^Title:\s+\S", info, re.M), f"{name}: no title in the file")
    # A print file must have a date; without SOURCE_DATE_EPOCH it is the first that there is.
    check(re.search(r"^CreationDate:\s+Thu Jan\s+1 00:00:00 1970", info, re.M), f"{name}: a date that nobody asked for")


def check_fonts(name, pdf):
    rows = run("pdffonts", pdf).stdout.decode().splitlines()[2:]
    check(rows, f"{name}: no fonts")
    for row in rows:
        check(re.match(r"[A-Z]{6}\+BIZUD", row), f"{name}: a font that nobody asked for: {row}")
        check(re.search(r"\byes\s+yes\s+yes\b", row), f"{name}: not embedded, subset and readable: {row}")


def check_text(name, pdf, doc, repair):
    text = squeeze(run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-").stdout.decode())
    strange = sorted({c for c in text if 0x2E80 <= ord(c) <= 0x2FDF})
    check(not strange, f"{name}: radicals in the text: {strange}")
    check("\ufffd" not in text, f"{name}: unreadable characters in the text")
    for i, slide in enumerate(doc["slides"], 1):
        for wanted in runs_of(slide, repair):
            check(wanted in text, f"{name}: slide {i} is not in the text as one run: {wanted[:60]}…")


def check_images(name, pdf, doc):
    rows = run("pdfimages", "-list", pdf).stdout.decode().splitlines()[2:]
    named = sum(1 for slide in doc["slides"] if "figure" in slide)
    pictures = [row for row in rows if row.split()[2] == "image"]
    check(len(pictures) == named, f"{name}: {named} pictures named, {len(pictures)} in the file")


def check_whole_lines(name, pdf, layout):
    """A line on paper is one line of the text that is copied: no break at 、「 or at another font."""
    copied = [squeeze(line) for line in run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-").stdout.decode().splitlines()]
    for panel in layout["panels"]:
        for line in panel_lines(panel):
            if not line.get("vertical"):
                text = squeeze(line["text"])
                check(any(text in whole for whole in copied), f"{name}: a line comes out in pieces: {text}")


def panel_lines(panel):
    for block in panel["blocks"]:
        yield from block.get("lines", [])


def is_inside(line, x, y, w, h):
    """A vertical line has its centre line at x_mm, and begins at baseline_mm."""
    if line.get("vertical"):
        return x < line["x_mm"] < x + w and line["baseline_mm"] >= y and line["baseline_mm"] + line["width_mm"] <= y + h + 0.02
    return line["x_mm"] >= x and line["x_mm"] + line["width_mm"] <= x + w + 0.02 and y < line["baseline_mm"] < y + h


def check_vertical(layout):
    for panel in layout["panels"]:
        lines = [line for block in panel["blocks"] for line in block["lines"]]
        check(all(line.get("vertical") for line in lines), f"vertical: panel {panel['number']} has a horizontal line")
        places = [line["x_mm"] for line in lines]
        check(places == sorted(places, reverse=True), f"vertical: columns of panel {panel['number']} do not go left")


def check_layout(name, layout):
    page = layout["page"]
    for panel in layout["panels"]:
        x, y, w, h = (panel[k] for k in ("x_mm", "y_mm", "w_mm", "h_mm"))
        label = f"{name}: panel {panel['number'] or panel['id']}"
        check(0 <= x and x + w <= page["width_mm"] and 0 <= y and y + h <= page["height_mm"], f"{label} leaves the page")
        for line in panel_lines(panel):
            text = line["text"].strip()
            check(is_inside(line, x, y, w, h), f"{label}: a line leaves it: {text}")
            check(text[:1] not in NOT_FIRST or len(text) <= 1, f"{label}: a line begins with {text[:1]}: {text}")
            check(text[-1:] not in NOT_LAST, f"{label}: a line ends with {text[-1:]}: {text}")
    boxes = [(p["x_mm"], p["y_mm"], p["w_mm"], p["h_mm"]) for p in layout["panels"]]
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            apart = a[0] >= b[0] + b[2] or b[0] >= a[0] + a[2] or a[1] >= b[1] + b[3] or b[1] >= a[1] + a[3]
            check(apart, f"{name}: two panels overlap")


def check_workshop(layout):
    panels = layout["panels"]
    check([p["number"] for p in panels] == list(range(1, 19)), "workshop: panels are not 1 to 18")
    for before, after in zip(panels, panels[1:]):
        same_row = abs(before["y_mm"] - after["y_mm"]) < 0.01
        in_order = after["x_mm"] > before["x_mm"] if same_row else after["y_mm"] > before["y_mm"]
        check(in_order, f"workshop: panel {after['number']} is not in Z order")
    check(layout["body_pt"] >= 20, f"workshop: the common size is {layout['body_pt']} pt")
    sizes = {p["body_pt"] for p in panels if p["role"] == "body"}
    check(min(sizes) == layout["body_pt"], "workshop: a panel is set smaller than the common size")


def check_example(name, repair, folder):
    poster = SOURCE / "examples" / name / "poster.yaml"
    doc = yaml.safe_load(poster.read_text(encoding="utf-8"))
    pdf = os.path.join(folder, f"{name}.pdf")
    result = run(POSTERC, str(poster), "-o", pdf)
    messages = result.stderr.decode()
    check(result.returncode == 0, f"{name}: exit {result.returncode}: {messages}")
    if result.returncode != 0:
        return
    for code in set(re.findall(r"\[([a-z-]+)\]$", messages, re.M)):
        check(code in WARNINGS[name], f"{name}: warns of {code}: {messages}")
    syntax = run("qpdf", "--check", pdf)
    check(syntax.returncode == 0, f"{name}: qpdf --check: {syntax.stdout.decode()}{syntax.stderr.decode()}")
    check_boxes(name, pdf)
    check_fonts(name, pdf)
    check_text(name, pdf, doc, repair)
    check_images(name, pdf, doc)
    layout = json.loads(run(POSTERC, str(poster), "--format", "json", "-o", "-").stdout)
    check_layout(name, layout)
    check_whole_lines(name, pdf, layout)
    if name == "workshop":
        check_workshop(layout)
    if name == "vertical":
        check_vertical(layout)


def main():
    repair = read_radicals()
    with tempfile.TemporaryDirectory() as folder:
        for name in PAGES:
            check_example(name, repair, folder)
    return conclude()


if __name__ == "__main__":
    sys.exit(main())
