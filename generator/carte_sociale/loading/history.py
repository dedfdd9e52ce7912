"""The history of records, as git tells it: which versions each had in the last days before the last commit.

Days are counted back from the last commit, not from today: the same history gives the same bytes on any day. They are
those on which a version came into the main line of the history (a proposal counts on the day of its merge), in
Brussels. Git is asked three things in all and one more for each lot of versions: no process a file.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from carte_sociale.horaires import BRUXELLES
from carte_sociale.loading.files import FICHES, SUFFIXES
from carte_sociale.loading.git import GitAbsent, git

_AS_WRITTEN = ("-c", "log.showRoot=true", "-c", "log.follow=false", "-c", "log.showSignature=false")
"""What a user's own settings must not change."""
_FILE = b"100"
"""How the mode of an ordinary file begins; links are no records."""


@dataclass(frozen=True, slots=True)
class Repere:
    """Where a history stands: its last commit, and whether git has only its end."""

    commit: str
    tronquee: bool


@dataclass(frozen=True, slots=True)
class Etape:
    """A version of a record: the day on which it came, and its object; None where the record went away that day."""

    jour: date
    objet: str | None


@dataclass(frozen=True, slots=True)
class Passe:
    """The versions of one record: the one that stood when the days began (None for none), then those that came."""

    avant: str | None
    etapes: tuple[Etape, ...]


def landmark(racine: Path) -> Repere | None:
    """Return where the history of a project stands; None where it has none that git can tell."""
    try:
        answer = git(racine, "rev-parse", "--is-shallow-repository", "--verify", "HEAD^{commit}")
    except GitAbsent:
        return None
    answered = (answer or b"").decode("ascii", "replace").split()
    return Repere(answered[1], answered[0] != "false") if len(answered) == 2 else None


def histories(racine: Path, repere: Repere, jours: int) -> Mapping[str, Passe] | None:
    """Return the versions of each record that changed in the last days, by the name of its file without its ending.

    None where the history does not say: records are not in it, or git has only an end of it that is shorter.
    GitAbsent where git went away.
    """
    last = git(racine, "show", "--no-patch", "--format=%ct", repere.commit)
    if not last or not git(racine, "ls-tree", "--name-only", repere.commit, f"{FICHES}/"):
        return None
    first_day = _day(int(last)) - timedelta(days=jours)
    start = int(datetime(first_day.year, first_day.month, first_day.day, tzinfo=BRUXELLES).timestamp())
    base = git(racine, "rev-list", "-1", "--first-parent", f"--min-age={start}", repere.commit)
    if base is None or (not base and repere.tronquee):
        return None
    span = f"{base.decode().strip()}..{repere.commit}" if base else repere.commit
    log = git(
        racine, *_AS_WRITTEN, "log", "--first-parent", "-m", "--raw", "-z", "--no-abbrev", "--no-renames",
        "--no-color", "--relative", "--format=%x01%ct", span, "--", FICHES,
    )  # fmt: skip
    return None if log is None else _by_record(log)


def versions(racine: Path, objets: Iterable[str]) -> dict[str, bytes]:
    """Return the bytes of some objects; those that git has not are left out. GitAbsent as `histories`."""
    wanted = list(dict.fromkeys(objets))
    asked = "".join(f"{objet}\n" for objet in wanted).encode()
    answer = git(racine, "cat-file", "--batch", entree=asked, sur_place=True) or b""
    found: dict[str, bytes] = {}
    start = 0
    for objet in wanted:
        end = answer.find(b"\n", start)
        head = answer[start:end].split()
        start = end + 1
        if len(head) == 3 and head[1] == b"blob":
            found[objet] = answer[start : start + int(head[2])]
        if len(head) == 3:
            start += int(head[2]) + 1
    return found


def _day(seconds: int) -> date:
    return datetime.fromtimestamp(seconds, BRUXELLES).date()


def _by_record(log: bytes) -> dict[str, Passe]:
    """Put together, for each record, what each commit did to it, from the last one back to the first.

    A file that goes to another folder goes away and comes in one commit: the record stays.
    """
    before: dict[str, str | None] = {}
    steps: defaultdict[str, list[Etape]] = defaultdict(list)
    for day, changes in _commits(log):
        for id_, (old, new) in changes.items():
            before[id_] = old
            steps[id_].append(Etape(day, new))
    return {id_: Passe(before[id_], tuple(reversed(steps[id_]))) for id_ in steps}


def _commits(log: bytes) -> Iterator[tuple[date, dict[str, tuple[str | None, str | None]]]]:
    """Give each commit's day and the object of each record before and after it."""
    day, changes = date.min, dict[str, tuple[str | None, str | None]]()
    fields = iter(log.split(b"\0"))
    for field in fields:
        head = field.strip(b"\n")
        if head.startswith(b"\x01"):
            yield day, changes
            day, changes = _day(int(head[1:])), {}
        elif head.startswith(b":"):
            path = Path(next(fields).decode("utf-8", "surrogateescape"))
            if path.suffix in SUFFIXES:
                old_mode, new_mode, old, new, _ = head[1:].split()
                was, now = changes.get(path.stem, (None, None))
                changes[path.stem] = (_object(old_mode, old) or was, _object(new_mode, new) or now)
    yield day, changes


def _object(mode: bytes, objet: bytes) -> str | None:
    return objet.decode("ascii") if mode.startswith(_FILE) else None
