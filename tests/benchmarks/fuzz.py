"""Has importers read thousands of damaged files: ``python -m tests.benchmarks.fuzz``.

Good files are changed by chance, always in the same way for the same seed, and read as an import
reads them, in a guarded process. Each must come out whole or be refused with a sentence. A reader
that crashes, fails with a fault of ours, or is silent for ten seconds costs one file in the
program; here it is counted as a failure, and the file is kept for looking at.
"""

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import perf_counter

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Enclosed, Incoming, Taken
from reviewer.domain.text import is_normal, sha256_of
from reviewer.importers.originals import restore
from reviewer.workspace.guarded_reading import CRASHED, TOO_LONG, GuardedReading
from tests.benchmarks.good_files import good_files, members, repacked

MUTATIONS, SEED = 2000, 20261122
SLOW = 10.0  # seconds


@dataclass(slots=True)
class Tally:
    """What became of the damaged files of one kind; ``failed`` say how and with which bytes."""

    ending: str
    files: int = 0
    whole: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    failed: list[tuple[str, bytes]] = field(default_factory=list)


def main(arguments: Sequence[str]) -> int:
    """Damage files of the kinds asked for, or of all; returns 1 when a reader failed."""
    asked = _parser().parse_args(arguments)
    files = good_files(asked.real)
    failed = False
    sys.stdout.write(f"seed {asked.seed}, {asked.mutations} files of each kind\n")
    for ending in asked.endings or sorted(files):
        tally = damaged(ending, files[ending], asked.mutations, asked.seed)
        sys.stdout.write(
            f"{ending:6} {tally.files:6} read  {tally.whole:6} whole  "
            f"{sum(tally.refused.values()):6} refused in {len(tally.refused)} ways  "
            f"slowest {tally.slowest:.2f} s  {len(tally.failed)} failed\n"
        )
        sys.stdout.flush()
        failed = failed or bool(tally.failed)
        for how, data in tally.failed:
            name = f"{hashlib.sha256(data).hexdigest()[:12]}.{ending}"
            sys.stdout.write(f"  {how}: {name}\n")
            if asked.keep is not None:
                asked.keep.mkdir(parents=True, exist_ok=True)
                (asked.keep / name).write_bytes(data)
    return int(failed)


def damaged(
    ending: str, files: Sequence[tuple[str, bytes]], mutations: int, seed: int = SEED
) -> Tally:
    """Have so many damaged copies of good files of a kind read; returns what became of them."""
    chance = Random(f"{seed} {ending}")
    tally = Tally(ending)
    reading = GuardedReading()
    try:
        for name, data in files:
            _read(reading, name, data, tally)
        while tally.files < mutations + len(files):
            name, data = chance.choice(list(files))
            _read(reading, name, _changed(data, chance), tally)
    finally:
        reading.close()
    return tally


def _read(reading: GuardedReading, name: str, data: bytes, tally: Tally) -> None:
    tally.files += 1
    begun = perf_counter()
    try:
        faults = [what_is_wrong(taken) for taken in reading.take(data, name, look=_go_on)]
        tally.failed += [(fault, data) for fault in faults if fault]
        tally.whole += not any(faults)
    except Unreadable as problem:
        tally.refused[str(problem.template)] += 1
        if problem.template in {CRASHED, TOO_LONG}:
            tally.failed.append((str(problem.template), data))
    took = perf_counter() - begun
    tally.slowest = max(tally.slowest, took)
    if took > SLOW:
        tally.failed.append((f"took {took:.0f} s", data))


def what_is_wrong(taken: Taken) -> str:
    """Return what is not as it must be with something that was read; empty when it is whole."""
    if not isinstance(taken, Incoming):
        return "" if not isinstance(taken, Enclosed) or taken.name else "a file without a name"
    text, end = taken.text, len(taken.text)
    places = [
        *((one.span.start, one.span.end) for one in taken.furniture),
        *((one.start, one.end) for one in taken.parts),
        *((one.span.start, one.span.end) for one in taken.readings if one.span),
    ]
    checks = {
        "the text is not normal": is_normal(text),
        "the text has another fingerprint": sha256_of(text) == taken.text_sha256,
        "there is no character": bool(text.strip()),
        "there is no title": bool(taken.title),
        "a place lies outside": all(0 <= start <= stop <= end for start, stop in places),
        "the original is another": len(restore(taken.original, text)) == taken.original.size,
    }
    return next((fault for fault, sound in checks.items() if not sound), "")


def _changed(data: bytes, chance: Random) -> bytes:
    """Return bytes with a few changes; those of an archive, often, in one of its files."""
    inside = members(data) if chance.random() < 0.6 else []
    if inside:
        name, own = chance.choice(inside)
        return repacked(data, name, _mutated(own, chance))
    return _mutated(data, chance)


def _mutated(data: bytes, chance: Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        at = chance.randrange(len(made) + 1)
        length = min(chance.choice((1, 2, 8, 64, 700)), len(made) - at)
        deed = chance.randrange(7)
        if deed == 0:
            del made[at : at + length]
        elif deed == 1:
            made[at:at] = chance.randbytes(length)
        elif deed == 2:
            made[at : at + length] = chance.randbytes(length)
        elif deed == 3:
            made[at:at] = made[at : at + length] * chance.choice((1, 3, 40))
        elif deed == 4:
            made[at:at] = chance.choice(_AWKWARD)
        elif deed == 5:
            del made[at:]
        else:
            other = chance.randrange(len(made) + 1)
            made[at : at + length] = made[other : other + length]
    return bytes(made)


_AWKWARD = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"<" * 200,
    b"<div>" * 600,
    b"]]>",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"&#xD800;&#0;&lol;",
    b"-1",
    b"99999999999999999999",
    b"{\\b" * 300,
    b"\\u-40000?\\bin99999999 ",
    b"\r\n--=\r\n",
    b"=?utf-8?q?=ff?=",
    b'"' * 99,
    "\u202e\u2028\ufeff\U0001f600".encode(),
)


def _go_on() -> None:
    """Let the reading go on."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.fuzz", description=__doc__)
    parser.add_argument("endings", nargs="*", metavar="ENDING", help="kinds of file, such as pdf")
    parser.add_argument("--mutations", type=int, default=MUTATIONS, help="damaged files of a kind")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--real", type=Path, help="a folder with more good files")
    parser.add_argument("--keep", type=Path, help="where to keep the files that made one fail")
    return parser


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
