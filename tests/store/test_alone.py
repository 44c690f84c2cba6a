import subprocess
import sys

from transloc.store import alone

HOLD = """
import pathlib, sys, time
from transloc.store import alone
with alone(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_one_process_at_a_time_and_a_dead_one_holds_nothing(tmp_path):
    lock = tmp_path / "lock"
    with subprocess.Popen([sys.executable, "-c", HOLD, lock], stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        with alone(lock) as ours:
            assert not ours
        other.kill()
    with alone(lock) as ours:
        assert ours
