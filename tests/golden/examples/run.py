"""run.py [--bless] POSTERC SOURCE_DIR - the layouts of the examples against those that were accepted last, by `posterc diff`.

--bless accepts the layouts as they are now: read the differences first.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def render(posterc, source, name, folder):
    path = folder / f"{name}.json"
    subprocess.run([posterc, f"examples/{name}/poster.yaml", "-q", "-o", path], cwd=source, check=True)
    layout = json.loads(path.read_text(encoding="utf-8"))
    # What is said about a poster has tests of its own.
    layout["diagnostics"] = []
    path.write_text(json.dumps(layout, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def main(words):
    is_blessing = "--bless" in words
    posterc, source = [Path(word).resolve() for word in words if word != "--bless"]
    names = sorted(path.parent.name for path in source.glob("examples/*/poster.yaml"))
    failures = [] if names else ["there are no examples"]
    with tempfile.TemporaryDirectory(prefix="posterc-") as folder:
        for name in names:
            actual = render(posterc, source, name, HERE if is_blessing else Path(folder))
            result = subprocess.run([posterc, "diff", HERE / f"{name}.json", actual], capture_output=True, text=True,
                                    check=False)
            if result.returncode != 0:
                failures.append(f"{name}:\n{result.stdout}{result.stderr}")
    print("\n".join([*failures, f"{len(names)} examples"]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
