import os
import time
from pathlib import Path

import pytest

from carte_sociale.processes import Aside, ProcessusPerdu, share


def test_answers_stand_in_the_order_of_jobs() -> None:
    def slow_first(number: int) -> int:
        time.sleep(0.02 if number == 0 else 0)
        return number * number

    assert share(range(50), slow_first, 3) == [number * number for number in range(50)]


def test_work_is_shared_between_processes() -> None:
    def who(_: int) -> int:
        time.sleep(0.01)
        return os.getpid()

    assert len(set(share(range(30), who, 2))) == 2
    assert set(share(range(3), who, 1)) == {os.getpid()}


@pytest.mark.parametrize("count", [0, 1, 20_000])
def test_any_number_of_jobs_is_done_once(count: int) -> None:
    assert share(range(count), lambda number: number, 2) == list(range(count))


def test_a_failure_elsewhere_is_raised_here() -> None:
    here = os.getpid()

    def fails_elsewhere(_: int) -> None:
        time.sleep(0.01)
        if os.getpid() != here:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        share(range(40), fails_elsewhere, 2)


def test_a_killed_process_is_said_to_be_lost() -> None:
    here = os.getpid()

    def dies_elsewhere(_: int) -> None:
        time.sleep(0.01)
        if os.getpid() != here:
            os.kill(os.getpid(), 9)

    with pytest.raises(ProcessusPerdu):
        share(range(40), dies_elsewhere, 2)


def test_no_process_outlives_a_failure_here(tmp_path: Path) -> None:
    here = os.getpid()

    def waits_elsewhere(_: int) -> None:
        if os.getpid() == here:
            time.sleep(0.05)
            raise KeyError("ici")
        (tmp_path / str(os.getpid())).touch()
        time.sleep(60)

    with pytest.raises(KeyError):
        share(range(4), waits_elsewhere, 2)
    (child,) = tmp_path.iterdir()
    with pytest.raises(ProcessLookupError):
        os.kill(int(child.name), 0)


def test_a_task_aside_gives_its_result_or_its_error() -> None:
    with Aside(lambda: "fait") as task:
        assert task.result() == "fait"
    with Aside(lambda: 1 // 0) as task, pytest.raises(ZeroDivisionError):
        task.result()


def test_a_task_aside_that_nobody_waits_for_is_stopped() -> None:
    start = time.monotonic()
    with Aside(lambda: time.sleep(60)):
        pass
    assert time.monotonic() - start < 30
