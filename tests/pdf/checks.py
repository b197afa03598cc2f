"""checks.py - what the tests of finished files share: facts that are counted, programs that are run, the verdict."""
import subprocess

failures, held = [], []


def check(fact, message):
    (held if fact else failures).append(message)


def run(*command, **more):
    return subprocess.run(command, capture_output=True, check=False, **more)


def conclude():
    """Says what failed and how much was checked; the exit code.  A test that checked nothing has failed."""
    print("\n".join([*(f"FAIL {failure}" for failure in failures), f"{len(held)} passed, {len(failures)} failed"]))
    return 1 if failures or not held else 0
