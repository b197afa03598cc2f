"""test_cluster.py - the recipe of docs/cluster.md on a Slurm of one machine: 500 posters, one of them wrong.

Starts munged, slurmctld and slurmd of its own, in a folder of its own, on ports of its own, and stops them.

usage: test_cluster.py PATH-OF-POSTERC ROOT
"""
import os
import pwd
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest

POSTERC = ROOT = None
COUNT = 500
WRONG = 317

POSTER = """\
title: 集い その{0}
slides:
  - title: はじめに
    text: 第{0}回は、会員が五人、専門職が三人集まり、これからの支援について話し合った。
"""

CONFIG = """\
ClusterName=posterc
SlurmctldHost={host}(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CredType=cred/munge
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,defer_batch
ReturnToService=2
MpiDefault=none
SlurmctldPort={controller}
SlurmdPort={daemon}
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def find_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


class Cluster:
    """A Slurm of this machine alone."""

    def __init__(self, folder):
        self.folder = folder
        self.processes = []
        for name in ("state", "spool"):
            os.mkdir(os.path.join(folder, name))
        controller, daemon = find_ports(2)
        self.config = os.path.join(folder, "slurm.conf")
        with open(self.config, "w") as file:
            file.write(CONFIG.format(folder=folder, host=socket.gethostname().split(".")[0], controller=controller,
                                     daemon=daemon, user=pwd.getpwuid(os.geteuid()).pw_name))
        self.env = dict(os.environ, SLURM_CONF=self.config,
                        PATH=os.path.dirname(POSTERC) + ":/usr/sbin:/sbin:" + os.environ["PATH"])

    def start(self):
        key = os.path.join(self.folder, "munge.key")
        with open(key, "wb") as file:
            file.write(os.urandom(128))
        os.chmod(key, 0o400)
        self.run("munged", "--foreground", "--force", "--key-file=" + key,
                 *("--%s-file=%s/munge.%s" % (name, self.folder, name) for name in ("pid", "log", "seed")),
                 "--socket=%s/munge.socket" % self.folder)
        self.wait_for(lambda: os.path.exists(os.path.join(self.folder, "munge.socket")), "munged")
        self.run("slurmctld", "-D")
        self.run("slurmd", "-D")
        self.wait_for(self.is_idle, "a node that is idle")

    def run(self, *words):
        with open(os.path.join(self.folder, words[0] + ".out"), "w") as log:
            self.processes.append(subprocess.Popen(words, env=self.env, stdout=log, stderr=log))

    def is_idle(self):
        said = subprocess.run(["sinfo", "-h", "-o", "%t"], env=self.env, capture_output=True, text=True)
        return said.stdout.strip() == "idle"

    def wait_for(self, is_so, what):
        for _ in range(300):
            if is_so():
                return
            time.sleep(0.2)
        raise AssertionError("no %s:\n%s" % (what, "".join(self.read_logs())))

    def read_logs(self):
        for name in os.listdir(self.folder):
            if name.endswith(".out"):
                with open(os.path.join(self.folder, name)) as file:
                    yield file.read()

    def stop(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in reversed(self.processes):
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()


def read_recipe():
    """The page's blocks: the job, what submits it, what shows the failures."""
    with open(os.path.join(ROOT, "docs/cluster.md"), encoding="utf-8") as file:
        return re.findall(r"```bash\n(.*?)```", file.read(), re.S)


class ClusterTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="posterc-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        os.mkdir(self.path("slurm"))
        os.mkdir(self.path("posters"))
        for i in range(COUNT):
            text = POSTER.format(i) if i != WRONG else POSTER.format(i).replace("text:", "txt:")
            self.write("posters/p%03d.yaml" % i, text)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def test_recipe(self):
        cluster = Cluster(self.path("slurm"))
        self.addCleanup(cluster.stop)
        cluster.start()
        job, submit, failures = read_recipe()
        self.write("posters.sbatch", job)
        started = time.monotonic()
        done = subprocess.run(["bash", "-ec", submit], cwd=self.folder, env=cluster.env, capture_output=True, text=True,
                              timeout=900)
        print("%d posters: %.0f s" % (COUNT, time.monotonic() - started))
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        wanted = ["p%03d.pdf" % i for i in range(COUNT) if i != WRONG]
        self.assertEqual(sorted(os.listdir(self.path("out"))), wanted)
        said = subprocess.run(["bash", "-c", failures], cwd=self.folder, capture_output=True, text=True).stdout
        self.assertEqual(said.strip(), "posterc: not written: posters/p%03d.yaml: the poster has mistakes" % WRONG)


if __name__ == "__main__":
    POSTERC = os.path.abspath(sys.argv.pop(1))
    ROOT = os.path.abspath(sys.argv.pop(1))
    unittest.main()
