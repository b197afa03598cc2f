"""tutorial.py - a page as somebody follows it: files are saved, slides rewritten, commands typed, all in one folder.

What a fenced block is, a comment in the line above it says:

    <!-- file: NAME -->      the block is saved as NAME
    <!-- slide -->           it replaces the slide of the same title in poster.yaml
    <!-- top: KEY -->        it replaces the line of poster.yaml that begins so
    <!-- shown: NAME -->     it stands in the file NAME
    <!-- typed -->           each line is typed as a command
    <!-- fails -->           the same, and each one has to fail
    <!-- prints -->          the last commands printed it

and <!-- picture: NAME --> alone puts a photograph there.
"""
import os
import re
import signal
import socket
import subprocess
import time
from pathlib import Path

STEP = re.compile(r"<!-- (\w+)(?:: (.+?))? -->(?:\n```\w*\n(.*?)^```$)?", re.M | re.S)
# They go on until Ctrl-C.
ENDLESS = ("posterc serve ", "posterc watch ")


def find_port():
    """A free one: the usual one may be taken."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Walk:
    """Somebody in a folder, who does what the page says, step by step."""

    def __init__(self, folder, posterc, photograph=None, locale="ja_JP.UTF-8"):
        self.place = self.folder = Path(folder).resolve()
        self.photograph = photograph
        self.printed = ""
        programs = self.folder.parent / "programs"
        programs.mkdir()
        os.symlink(posterc, programs / "posterc")
        kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_") and name != "LANGUAGE"}
        self.environment = dict(kept, LANG=locale, PATH=f"{programs}:{os.environ['PATH']}")

    def step(self, kind, name, block):
        """The block as it is true; the same one where the page is right."""
        return getattr(self, "take_" + kind)(name, block)

    def take_file(self, name, block):
        (self.place / name).write_text(block, encoding="utf-8")
        self.printed = ""
        return block

    def take_picture(self, name, block):
        (self.place / name).write_bytes(self.photograph.read_bytes())
        return block

    def edit(self, pattern, text):
        path = self.place / "poster.yaml"
        edited, count = re.subn(pattern, lambda _: text, path.read_text(encoding="utf-8"), count=1, flags=re.M)
        assert count == 1, f"poster.yaml: {pattern}"
        path.write_text(edited, encoding="utf-8")

    def take_slide(self, _, block):
        title = block.splitlines()[0].strip()
        body = "".join(f"  {line}\n" if line else "\n" for line in block.splitlines())
        self.edit(rf"^  {re.escape(title)}\n(?:    .*\n|\n(?=    ))*", body)
        return block

    def take_top(self, key, block):
        self.edit(rf"^{re.escape(key)}.*\n", block)
        return block

    def take_shown(self, name, block):
        text = (self.place / name).read_text(encoding="utf-8")
        assert block in text, f"{name} is other than the page shows:\n{text}"
        return block

    def take_typed(self, _, block):
        self.printed = "".join(map(self.type, block.splitlines()))
        return block

    def take_fails(self, _, block):
        self.printed = "".join(self.type(command, 1) for command in block.splitlines())
        return block

    def take_prints(self, _, __):
        return self.printed

    def type(self, command, want=0):
        """What it prints."""
        if command.startswith("cd "):
            self.place = (self.place / command[3:]).resolve()
            return ""
        port = find_port()
        typed = command.replace("posterc serve", f"posterc serve --port {port}")
        is_endless = command.startswith(ENDLESS)
        run = subprocess.Popen(["bash", "-c", "exec " * is_endless + typed], cwd=self.place, env=self.environment,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
        printed = self.interrupt(run) if is_endless else run.communicate(timeout=120)[0]
        code = run.wait(timeout=60)
        # diff says by its code that there are differences.
        want = 1 if command.startswith("posterc diff") else want
        assert code == want, f"{command}: {code}\n{printed}"
        return printed.replace(f":{port}/", ":8017/")

    @staticmethod
    def interrupt(run):
        """After its first line."""
        line = run.stdout.readline()
        time.sleep(0.2)
        run.send_signal(signal.SIGINT)
        with run.stdout:
            return line + run.stdout.read()


def follow(text, walk):
    """The page as it would be true."""
    def take(found):
        kind, name, block = found.groups()
        true = walk.step(kind, name, block)
        return found[0] if block is None else found[0].removesuffix(block + "```") + true + "```"
    return STEP.sub(take, text)


def list_blocks(text):
    """Fenced blocks; those that say what they are."""
    return len(re.findall(r"^```\w*\n.*?^```$", text, re.M | re.S)), len([1 for step in STEP.findall(text) if step[2]])
