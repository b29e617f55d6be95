import subprocess
import sys

from storage.holders import is_gone, this_process


def test_a_process_that_ended_on_this_machine_is_known_to_be_gone() -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    holder = f"{this_process().partition('/')[0]}/{child.pid}"
    assert not is_gone(holder)
    child.kill()
    child.communicate()
    assert is_gone(holder)


def test_this_process_is_not_gone() -> None:
    assert not is_gone(this_process())


def test_nothing_is_known_of_processes_elsewhere() -> None:
    assert not is_gone("0123456789abcdef/1")
    assert not is_gone("unheard of")
