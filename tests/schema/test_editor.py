"""test_editor.py - what an editor says about a starter: yaml-language-server completes keys and flags wrong ones.

usage: test_editor.py PATH-OF-POSTERC SOURCE_DIR

The server is the one that `script/setup --test` puts into build/editor.
"""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

POSTERC = SERVER = None

# Nothing of the network.
SETTINGS = {"yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}},
            "http": {"proxy": "", "proxyStrictSSL": True}}


class Editor:
    """One end of the Language Server Protocol, over the server's standard streams."""

    def __init__(self, folder):
        self.server = subprocess.Popen(["node", str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.last = 0
        self.published = {}
        self.request("initialize", {"processId": None, "rootUri": folder.as_uri(),
                                    "capabilities": {"workspace": {"configuration": True},
                                                     "textDocument": {"completion": {}, "hover": {}}}})
        self.notify("initialized", {})
        self.notify("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def close(self):
        self.request("shutdown", None)
        self.notify("exit", None)
        self.server.stdin.close()
        self.server.stdout.close()
        self.server.wait(30)

    def send(self, message):
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.server.stdin.flush()

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def receive(self):
        length = 0
        while (line := self.server.stdout.readline().strip()):
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        if not length:
            raise EOFError("the server has ended")
        return json.loads(self.server.stdout.read(length))

    def take(self):
        """The next message; what the server asks or tells by itself is seen to."""
        message = self.receive()
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            asked = [item.get("section") for item in message["params"]["items"]]
            self.send({"id": message["id"], "result": [SETTINGS.get(section) for section in asked]})
        elif "method" in message and "id" in message:
            self.send({"id": message["id"], "result": None})
        return message

    def request(self, method, params):
        self.last += 1
        self.send({"id": self.last, "method": method, "params": params})
        while True:
            message = self.take()
            if message.get("id") == self.last and "method" not in message:
                return message["result"]

    def open(self, uri, text):
        self.published.pop(uri, None)
        self.notify("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        while uri not in self.published:
            self.take()
        return self.published[uri]


def find_end(text, marker):
    """The place behind the first marker, as editors count."""
    before = text[:text.index(marker) + len(marker)]
    return {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}


class EditorTest(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="posterc-")
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name).resolve()
        subprocess.run([POSTERC, "init", "-q", str(self.folder)], check=True)
        self.starter = (self.folder / "poster.yaml").read_text(encoding="utf-8")
        self.editor = Editor(self.folder)
        self.addCleanup(self.editor.close)

    def open(self, name, text):
        uri = (self.folder / name).as_uri()
        return uri, [found["message"] for found in self.editor.open(uri, text)]

    def complete(self, name, text, marker):
        uri, _ = self.open(name, text)
        result = self.editor.request("textDocument/completion", {"textDocument": {"uri": uri}, "position": find_end(text, marker)})
        return {item["label"]: item for item in (result["items"] if isinstance(result, dict) else result)}

    def test_sound_starter(self):
        self.assertEqual(self.open("poster.yaml", self.starter)[1], [])

    def test_wrong_keys_and_words(self):
        text = self.starter.replace("subtitle:", "subtitel:", 1)
        _, said = self.open("key.yaml", text)
        self.assertTrue(any("subtitel" in message for message in said), said)
        text = self.starter.replace("  - title: はじめに\n", "  - title: はじめに\n    role: boddy\n", 1)
        _, said = self.open("word.yaml", text)
        self.assertTrue(any("body" in message and "closing" in message for message in said), said)

    def test_keys_are_completed(self):
        items = self.complete("top.yaml", self.starter + "\nfoo", "\nfoo")
        self.assertLessEqual({"grid", "page", "footer"}, set(items))
        self.assertTrue(items["grid"]["documentation"], "a key is offered without a word about it")
        self.assertNotIn("title", items, "a key that is there already is offered")
        items = self.complete("slide.yaml", self.starter + "\n  - title: 題\n    s", "題\n    s")
        self.assertLessEqual({"section", "span", "source", "style", "steps"}, set(items))

    def test_words_are_completed(self):
        items = self.complete("words.yaml", self.starter + "\n  - title: 題\n    role: ", "題\n    role: ")
        self.assertLessEqual({"body", "theme", "name", "figure", "quote", "closing"}, set(items))

    def test_hover(self):
        uri, _ = self.open("hover.yaml", self.starter)
        at = find_end(self.starter, "\nlay")
        shown = self.editor.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": at})
        self.assertIn("layout", json.dumps(shown))


if __name__ == "__main__":
    POSTERC = str(Path(sys.argv.pop(1)).resolve())
    SERVER = Path(sys.argv.pop(1)).resolve() / "build/editor/node_modules/yaml-language-server/bin/yaml-language-server"
    if not SERVER.exists():
        sys.exit(f"{SERVER} is missing: run script/setup --test, which installs it with npm")
    unittest.main()
