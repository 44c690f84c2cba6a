import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from transloc.cli.processes import in_order
from transloc.errors import InputError, TranslocError


def where(number):
    time.sleep(0.1)
    return number, os.getpid()


def refuse(number):
    if number == 2:
        raise InputError("two is no number", path="numbers.po", line=2, hint="Take three")
    return number


def die(number):
    if multiprocessing.parent_process():
        os._exit(9)
    time.sleep(0.1)
    return number


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_order_whoever_made_them(processes):
    assert [number for number, _ in in_order(where, range(20), processes)] == list(range(20))


def test_one_process_is_this_one_and_of_several_it_works_along():
    assert {process for _, process in in_order(where, range(3), 1)} == {os.getpid()}
    makers = {process for _, process in in_order(where, range(40), 2)}
    assert len(makers) == 2
    assert os.getpid() in makers


@pytest.mark.parametrize("processes", [1, 2])
def test_what_cannot_be_done_is_told_in_its_turn_with_its_place(processes):
    found = in_order(refuse, range(6), processes)
    assert [next(found), next(found)] == [0, 1]
    with pytest.raises(InputError) as raised:
        next(found)
    assert str(raised.value) == "numbers.po:2: two is no number. Take three"


def test_a_process_that_dies_is_told_in_one_sentence():
    with pytest.raises(TranslocError) as raised:
        list(in_order(die, range(40), 2))
    told = "a process that did a part of the work ended before its time. Is there enough memory? With --jobs 1 all is done in one process"
    assert str(raised.value) == told


def children(process):
    return [Path("/proc") / child for child in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]


def works(process):
    """Tell whether a process goes on: one that has ended stays in the list until somebody asks how."""
    try:
        return (process / "stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="tells processes by /proc")
def test_ctrl_c_ends_all_of_them_without_a_trace(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(
        "import time\nfrom transloc.cli.processes import in_order\n"
        "def work(number):\n    time.sleep(0.2)\n    return number\n"
        "if __name__ == '__main__':\n    try:\n        for number in in_order(work, range(1000), 3): print(number, flush=True)\n"
        "    except KeyboardInterrupt:\n        raise SystemExit(130)\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    with subprocess.Popen(
        [sys.executable, str(program)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, start_new_session=True
    ) as running:
        running.stdout.readline()
        running.stdout.readline()
        others = children(running.pid)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does, to all of them
        _, errors = running.communicate(timeout=60)
    assert (running.returncode, errors) == (130, b"")
    assert len(others) >= 2
    assert not any(map(works, others))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="tells threads by /proc")
def test_processes_are_forked_only_where_no_thread_runs():
    code = (
        "import threading\nfrom transloc.cli.processes import _way\nprint(_way())\nheld = threading.Event()\n"
        "threading.Thread(target=held.wait).start()\nprint(_way())\nheld.set()\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment).stdout
    assert told.split() == ["fork", "spawn"]
