#!/usr/bin/python3
"""run.py POSTERC FOLDER - composes the paragraphs of FOLDER's tables and compares lines and places.

composition.tsv  id, measure in em, lines, left edge of each body.  Profile jis, kinsoku strict, no hanging marks.
rules.tsv        rules in words; each one that a paragraph can show has rows in cases.tsv, named after it.
cases.tsv        the same columns as composition.tsv with settings of theme.text after the measure ("hanging=true kinsoku=loose"),
                 "-" for none; "!" before a line: it is too wide and said to be; at the end the text, where spaces of it are dropped.

All with ideal metrics.  A line break is ⏎; the edges are "-" where breaks alone are meant.  A leading @0 without a body is
U+3000, which a table's cell cannot begin with.  Words in brackets are for readers.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

TOLERANCE = 0.01
SECONDS = 60
BREAK = " ⏎ "
SETTINGS = {"profile": "jis", "kinsoku": "strict", "hanging": "false"}
# Narrower than their longest pieces: where the bodies stand is an emergency's business.
BREAKS_ALONE = {"C07", "C08", "C10", "C11", "C14", "C16", "C19"}
COMPOSABLE = re.compile(r"^([HKEQW]\d+|P1)\t", re.M)


class Case:
    def __init__(self, name, measure, settings, lines, edges, source=None):
        self.source = source
        self.name, self.measure, self.settings = name, measure, SETTINGS | settings
        self.lines = [line.removeprefix("!") for line in lines.split(BREAK)]
        self.overfull = [line.startswith("!") for line in lines.split(BREAK)]
        self.edges = None if edges == "-" else [read_edges(line) for line in edges.split(BREAK)]
        if self.edges and self.edges[0][0][:2] == ("　", 0.0) and not self.lines[0].startswith("　"):
            self.lines[0] = "　" + self.lines[0]

    def check(self, posterc):
        """What differs, or None."""
        text = self.source or "".join(self.lines)
        sets = [f"--set=theme.text.{key}={value}" for key, value in self.settings.items()]
        command = [posterc, "compose", "--ideal", f"--measure={self.measure}em", *sets, "--", text]
        done = subprocess.run(command, timeout=SECONDS, capture_output=True, text=True, encoding="utf-8")
        if done.returncode != 0:
            return done.stderr
        got = json.loads(done.stdout)["lines"]
        return self.compare(got)

    def compare(self, got):
        lines = [line["text"] for line in got]
        if lines != self.lines:
            return f"lines {BREAK.join(lines)}"
        overfull = [line.get("overfull", False) for line in got]
        if overfull != self.overfull:
            return f"too wide: {overfull}"
        if self.edges is None:
            return None
        for line, edges in zip(got, self.edges):
            bodies = [(body["text"], body["x"]) for body in line["bodies"] if body["text"] != " "]
            if [body[0] for body in bodies] != [edge[0] for edge in edges]:
                return f"bodies {bodies}"
            if any(abs(x - want) > tolerance for (_, x), (_, want, tolerance) in zip(bodies, edges)):
                return " ".join(f"{text}@{x:.3f}" for text, x in bodies)
        return None


def tell_tolerance(number):
    """The tables have three figures: 10.1 stands for 10.06 too."""
    return max(TOLERANCE, 0.5 * 10 ** -len(number.partition(".")[2])) if "." in number else TOLERANCE


def read_edges(line):
    tokens = re.sub(r"\(.*?\)(?!@)", "", line).split(" ")
    pairs = [token.rpartition("@") for token in tokens if token]
    return [(body or "　", float(x), tell_tolerance(x)) for body, _, x in pairs]


def read_rows(path):
    for row in path.read_text(encoding="utf-8").split("\n"):
        if row and not row.startswith("#"):
            yield row.split("\t")


def read_cases(folder):
    for name, measure, lines, edges in read_rows(folder / "composition.tsv"):
        yield Case(name, measure, {}, lines, "-" if name in BREAKS_ALONE else edges)
    for name, measure, settings, lines, edges, *source in read_rows(folder / "cases.tsv"):
        pairs = {} if settings == "-" else dict(pair.split("=") for pair in settings.split(" "))
        yield Case(name, measure, pairs, lines, edges, *source)


def main(posterc, folder):
    folder, failures = Path(folder), 0
    cases = list(read_cases(folder))
    for case in cases:
        problem = case.check(str(Path(posterc).resolve()))
        if problem:
            failures += 1
            print(f"{case.name} at {case.measure} em: wanted {BREAK.join(case.lines)} {case.edges}\n  got {problem}")
    names = {case.name.split("-")[0] for case in cases}
    missing = [rule for rule in COMPOSABLE.findall((folder / "rules.tsv").read_text(encoding="utf-8")) if rule not in names]
    if missing:
        print("rules without a case:", *missing)
    print(f"{len(cases)} paragraphs, {failures} different")
    return 1 if failures or missing or len(cases) < 100 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
