"""test_serve.py - posterc serve: the page, the picture and the state, anew after each change, for this machine only.

usage: test_serve.py PATH-OF-POSTERC ROOT
"""
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

POSTERC = ROOT = None
POSTER = "slides:\n  - {{title: はじめに, text: {0}}}\n"


def find_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class ServeTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="posterc-")
        self.addCleanup(shutil.rmtree, self.folder)
        self.write(POSTER.format("年に五回集まる。"))
        self.port = find_port()
        self.process = self.start(self.port)
        self.addCleanup(self.end)

    def write(self, text):
        with open(os.path.join(self.folder, "poster.yaml"), "w", encoding="utf-8") as file:
            file.write(text)

    def start(self, port):
        process = subprocess.Popen([POSTERC, "serve", "poster.yaml", "--dpi", "12", "--port", str(port)], cwd=self.folder,
                                   stderr=subprocess.PIPE, text=True)
        while "Ctrl-C" not in process.stderr.readline():
            self.assertIsNone(process.poll())
        return process

    def end(self):
        self.process.send_signal(signal.SIGINT)
        self.assertEqual(self.process.wait(timeout=60), 0)
        self.process.stderr.close()

    def ask(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.getheader("Content-Type"), body

    def wait_for_state(self, is_so):
        for _ in range(600):
            state = json.loads(self.ask("/state")[2])
            if is_so(state):
                return state
            time.sleep(0.05)
        self.fail("never so: %r" % state)

    def test_page_and_picture(self):
        self.wait_for_state(lambda state: state["version"] >= 1)
        status, kind, body = self.ask("/")
        self.assertEqual((status, kind), (200, "text/html; charset=utf-8"))
        self.assertNotIn("@", body.decode().replace("@media", ""))
        status, kind, body = self.ask("/poster.png?1")
        self.assertEqual((status, kind, body[:4]), (200, "image/png", b"\x89PNG"))

    def test_change_gives_another_picture(self):
        self.wait_for_state(lambda state: state["version"] >= 1)
        before = self.ask("/poster.png")[2]
        self.write(POSTER.format("年に六回、会場を変えて集まる。"))
        self.wait_for_state(lambda state: self.ask("/poster.png")[2] != before)

    def test_mistake_is_told_and_the_picture_stays(self):
        self.wait_for_state(lambda state: state["version"] >= 1)
        before = self.ask("/poster.png")[2]
        self.write("titel: あ\nslides: [い]\n")
        state = self.wait_for_state(lambda state: not state["drawn"])
        self.assertEqual(state["diagnostics"][0]["code"], "unknown-key")
        self.assertTrue(self.ask("/poster.png")[2] == before)
        self.write(POSTER.format("年に七回集まる。"))
        self.wait_for_state(lambda state: state["drawn"])

    # Nothing but the three things, and only under this machine's own name.
    def test_refuses_all_else(self):
        for path in ("/poster.yaml", "/../poster.yaml", "/state/x", "//", "/%2e%2e/poster.yaml"):
            self.assertEqual(self.ask(path)[0], 404, path)
        self.assertEqual(self.ask("/", method="POST")[0], 405)
        self.assertEqual(self.ask("/", Host="poster.example")[0], 403)
        self.assertEqual(self.ask("/", Host="localhost:%d" % self.port)[0], 200)

    def test_half_a_request_holds_up_nobody(self):
        with socket.create_connection(("127.0.0.1", self.port)) as half:
            half.sendall(b"GET / HT")
            self.assertEqual(self.ask("/")[0], 200)

    def test_port_that_is_taken(self):
        result = subprocess.run([POSTERC, "serve", "poster.yaml", "--port", str(self.port)], cwd=self.folder,
                                capture_output=True, text=True, timeout=120)
        self.assertEqual(result.returncode, 3)
        self.assertIn("choose another: --port", result.stderr)

    def test_wants_a_file(self):
        for words, code in ((["-"], 2), (["missing.yaml"], 3)):
            self.assertEqual(subprocess.run([POSTERC, "serve", *words], cwd=self.folder, capture_output=True,
                                            timeout=120).returncode, code)


if __name__ == "__main__":
    POSTERC = os.path.abspath(sys.argv.pop(1))
    ROOT = os.path.abspath(sys.argv.pop(1))
    unittest.main()
