"""Makes projects, documents, tags and passages on the real parts, for any test that needs some.

A document is handed over as an importer would hand it over, so it is written by the same code;
many documents are written in chunks, a thousand to a step.
"""

import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.folding import fold
from reviewer.domain.incoming import EncodingBasis, Incoming, Original
from reviewer.domain.passages import first_words
from reviewer.domain.spans import Span
from reviewer.domain.text import NORMALISER_VERSION, count_words, normalise, sha256_of
from reviewer.environment import clock
from reviewer.workspace.operations.imports import Outcome
from reviewer.workspace.project import Identity, Workspace
from reviewer.workspace.reading_files import ReadFile

NOOR = Identity("5f0c7c54-6f0e-4f6e-9b59-5a3c0d1f2e01", "Noor")
BASIT = Identity("5f0c7c54-6f0e-4f6e-9b59-5a3c0d1f2e02", "Basit")

_STEP = 1000
_PUBLISHERS = ("The Courier", "Concord League", "Army information office", "ضلعی خبرنامہ", "")
_SUBJECTS = ("bridge", "tannery road", "harbour gate", "night raids", "grain store", "school")


def a_project(
    folder: Path,
    name: str = "project",
    identity: Identity = NOOR,
    now: Callable[[], str] = clock.now,
) -> Workspace:
    """Make a project with the default codebook in ``folder``; the caller closes it."""
    return Workspace.create(folder / f"{name}.review", identity, now=now)


def an_incoming(text: str, *, title: str = "", original: bytes | None = None) -> Incoming:
    """Return what an importer would hand over for a file with this text.

    ``original`` are the file's bytes where they shall differ from the text's own: two files with
    the same bytes are one document to a project.
    """
    text = normalise(text).text
    data = text.encode() if original is None else original
    title = title or first_words(text) or "Untitled"
    return Incoming(
        original_name=f"{title.split()[0].lower()}.txt",
        media_type="text/plain",
        text=text,
        text_sha256=sha256_of(text),
        folded=fold(text),
        words=count_words(text),
        changed=0,
        encoding="utf-8",
        encoding_basis=EncodingBasis.STRICT,
        importer="plain_text",
        importer_version=1,
        normaliser_version=NORMALISER_VERSION,
        original=Original(hashlib.sha256(data).hexdigest(), len(data), "", "plain", data),
        title=title,
    )


def import_incoming(workspace: Workspace, incoming: Incoming) -> int:
    """Write one read file down; returns the document. Raises what the import was refused for."""
    group = workspace.imports.new_group()
    (outcome,) = _write(workspace, [incoming], group)
    workspace.imports.end(group)
    return _taken(outcome)


def a_document(
    workspace: Workspace,
    text: str = "Twelve people were hurt at the bridge. Nobody was killed, the spokesman said.",
    *,
    title: str = "",
    original: bytes | None = None,
    **known: object,
) -> int:
    """Import a document with this text; ``known`` are further fields of ``Incoming``."""
    incoming = an_incoming(text, title=title, original=original)
    return import_incoming(workspace, replace(incoming, **known))  # type: ignore[arg-type]


def import_many(workspace: Workspace, several: Sequence[Incoming]) -> list[int]:
    """Write what was read down, a part at a time as an import does; returns the documents."""
    group = workspace.imports.new_group()
    made: list[int] = []
    for start in range(0, len(several), _STEP):
        part = list(several[start : start + _STEP])
        made += [_taken(outcome) for outcome in _write(workspace, part, group)]
    workspace.imports.end(group)
    return made


def many_documents(workspace: Workspace, count: int) -> list[int]:
    """Import so many short documents that differ in everything a list shows; returns them."""
    return import_many(workspace, [_numbered(number) for number in range(count)])


def cut_an_import_short(path: Path, count: int = 4) -> None:
    """Import so many documents in a process that dies before the import has ended."""
    program = (
        "import os, sys; from pathlib import Path; from tests import builders; "
        "made = builders.Workspace.open(Path(sys.argv[1]), builders.NOOR); "
        "group = made.imports.new_group(); "
        "builders.import_chunk(made, int(sys.argv[2]), group); os._exit(9)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(path), str(count)], check=False, timeout=60
    )
    assert ended.returncode == 9


def import_chunk(workspace: Workspace, count: int, group: str) -> None:
    """Import so many notices as one chunk of a longer import."""
    _write(workspace, [an_incoming(f"Notice {number}.") for number in range(count)], group)


def a_tag(workspace: Workspace, name: str) -> int:
    """Return the tag of that name, added when the codebook has none."""
    found = workspace.tags.named(name)
    return workspace.tags.add(name) if found is None else found.id


def a_passage(
    workspace: Workspace, document: int, words: str, tag: str = "Allegation", *, note: str = ""
) -> int:
    """Tag the first place where the document has these words; raises ValueError without one."""
    start = workspace.documents.text(document).index(words)
    span = Span(start, start + len(words))
    passage = workspace.passages.tag_passage(document, span, a_tag(workspace, tag))
    if note:
        workspace.passages.note(passage, note)
    return passage


def a_clock(start: str = "2026-03-14T09:{:02d}:{:02d}.000+00:00") -> Callable[[], str]:
    """Return a clock that moves on by a second with every question."""
    seconds: Iterator[int] = iter(range(3600))
    return lambda: start.format(*divmod(next(seconds), 60))


def read_as(words: str, edtf: str, basis: DateBasis = DateBasis.UNAMBIGUOUS) -> WrittenDate:
    """Return a date as printed and as read."""
    return WrittenDate(words, edtf, basis)


def two_readings(words: str) -> WrittenDate:
    """Return a date whose words can be read two ways, and nobody has said which."""
    return WrittenDate(words, "", DateBasis.AMBIGUOUS)


def _numbered(number: int) -> Incoming:
    subject = _SUBJECTS[number % len(_SUBJECTS)]
    year, month, day = 2010 + number % 15, 1 + number % 12, 1 + number % 28
    text = f"Notice {number} on the {subject}. " + "More was said. " * (number % 7)
    posted = read_as(f"{day}.{month}.{year}", f"{year}-{month:02d}-{day:02d}")
    if number % 11 == 0:
        posted = WrittenDate()
    return replace(
        an_incoming(text, title=f"Notice {number * 7919 % 100_003} on the {subject}"),
        publisher=_PUBLISHERS[number % len(_PUBLISHERS)],
        posted=posted,
    )


def _write(workspace: Workspace, several: list[Incoming], group: str) -> list[Outcome]:
    files = [ReadFile(Path(incoming.original_name), incoming) for incoming in several]
    return workspace.imports.write(files, group)


def _taken(outcome: Outcome) -> int:
    if outcome.document is None:
        raise outcome.problem or AssertionError(outcome)
    return outcome.document
