"""Checks mutated records one after the other, in a process of its own.

    python tests/robustesse/tour.py FIRST COUNT [FOLDER]

What goes wrong is printed with the number that makes the file again: `NUMBER 1` replays it alone. Each step of a check
has 2 seconds of processor and 500 MB of memory beyond what the process had before: more is a fault like a traceback.
What may be published is written to FOLDER, so that a site can be made of it.
"""

import faulthandler
import json
import resource
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import FrameType

SECONDES = 2.0
"""Of processor time, so that a busy machine makes no hang."""
PATIENCE = 60
"""Seconds after which a process that no longer answers to signals is stopped."""
MEMOIRE = 500 * 1024 * 1024
TROUVAILLES_MAX = 20
"""Faults after which a round stops: they are likely to be the same one."""


class Blocage(BaseException):
    """A file took too long. No `except Exception` of the program may swallow it."""


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise Blocage


def limit_memory() -> None:
    """Forbid this process to take more than `MEMOIRE` beyond what it has: then Python raises MemoryError."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    limit = pages * resource.getpagesize() + MEMOIRE
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def faults(
    seeds: Iterable[int], make: Callable[[int], tuple[str, bytes]], steps: Callable[[bytes], Iterator[object]]
) -> Iterator[tuple[int, str]]:
    """Yield the number of each file that goes wrong, and how; `steps` checks a file, each step within the limits."""
    signal.signal(signal.SIGPROF, _too_long)
    for seed in seeds:
        name, octets = make(seed)
        told = f"{name}, {len(octets)} bytes"
        faulthandler.dump_traceback_later(PATIENCE, exit=True)
        try:
            signal.setitimer(signal.ITIMER_PROF, SECONDES)
            for _ in steps(octets):
                signal.setitimer(signal.ITIMER_PROF, SECONDES)
        except Blocage:
            yield seed, f"{told}: more than {SECONDES} s\n{traceback.format_exc(limit=-6)}"
        except MemoryError:
            yield seed, f"{told}: more than {MEMOIRE >> 20} MB\n{traceback.format_exc(limit=-6)}"
        except Exception:
            yield seed, f"{told}\n{traceback.format_exc(limit=-6)}"
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            faulthandler.cancel_dump_traceback_later()


def main() -> int:
    """Print the number of each file as it comes, then one JSON a fault, and how many may be published."""
    from controle import steps
    from mutations import mutated

    first, count = int(sys.argv[1]), int(sys.argv[2])
    folder = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    list(steps(mutated(first)[1][:2000]))  # what is read once is not counted
    limit_memory()
    published: set[int] = set()
    now = first

    def make(seed: int) -> tuple[str, bytes]:
        nonlocal now
        now = seed
        print(seed, flush=True)  # noqa: T201
        return mutated(seed)

    def check(octets: bytes) -> Iterator[None]:
        for valid in steps(octets):
            if valid and now not in published:
                published.add(now)
                if folder:
                    (folder / f"mutant-{now}.yml").write_bytes(octets)
            yield

    found = 0
    for seed, how in faults(range(first, first + count), make, check):
        print(json.dumps({"graine": seed, "faute": how}), flush=True)  # noqa: T201
        found += 1
        if found == TROUVAILLES_MAX:
            break
    print(json.dumps({"publiables": len(published)}))  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
