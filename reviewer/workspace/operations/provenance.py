"""Originals byte for byte, and what can be proven of where documents came from; reads only."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reviewer.domain.errors import CannotSave, Damaged, NotAllowed, ReviewerError
from reviewer.domain.progress import Progress
from reviewer.domain.provenance import DocumentRecord, Measured, VersionRecord
from reviewer.domain.text import sha256_of
from reviewer.domain.words import N_
from reviewer.importers.originals import restore
from reviewer.store.project_file import ProjectFile

DROPPED = N_(
    "The bytes of the original of {document} were dropped when it was imported: only its size "
    "and its fingerprint are held."
)
NOT_HELD = N_("“{title}” is not held: there is no original to save.")


@dataclass(frozen=True, slots=True)
class OriginalFile:
    """A file as it came in: its name as given, and its own bytes."""

    name: str
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What was measured of a version just now."""

    text: Measured
    original: Measured

    @property
    def differs(self) -> bool:
        """Whether anything is not as it came in."""
        return not {Measured.OTHER, Measured.UNREADABLE}.isdisjoint((self.text, self.original))


class ProvenanceOperations:
    """What an open project knows of where its documents came from."""

    def __init__(self, project: ProjectFile) -> None:
        self._project = project
        self._store = project.provenance

    def record(self, document: int) -> DocumentRecord:
        """Return where a document came from, with its versions.

        Raises ``NotAllowed`` for a source that is not held.
        """
        found = self._store.record(document)
        if not found.versions or found.document.text is None:
            raise NotAllowed(NOT_HELD, title=found.document.title)
        return found

    def held(self) -> list[int]:
        """Return every document that has a text, those taken off the list too."""
        return self._store.held()

    def numbered(self, number: int) -> int | None:
        """Return the document that is called by a number (``D4``), taken off the list too."""
        return self._store.numbered(number)

    def original(self, document: int, text: int | None = None) -> OriginalFile:
        """Return the file a document came in, byte for byte; that of an older ``text`` too.

        Raises ``NotAllowed`` where it was dropped or never held, ``Damaged`` where its bytes cannot
        be made again.
        """
        found = self.record(document)
        version = next((one for one in found.versions if one.text == text), found.now)
        if version.dropped:
            raise NotAllowed(DROPPED, document=found.document.label)
        data = self._bytes_of(version)
        return OriginalFile(found.document.original_name, data, version.original_sha256)

    def proof(self, version: VersionRecord) -> Proof:
        """Compute the fingerprints of a version again, and say what came of it."""
        return Proof(self._text_measured(version), self._original_measured(version))

    def proven(self, progress: Progress) -> Iterator[tuple[DocumentRecord, Proof]]:
        """Give every document that is held, with what was measured of what is read now."""
        held = self.held()
        for done, document in enumerate(held):
            progress.report(done, len(held))
            found = self.record(document)
            yield found, self.proof(found.now)
        progress.report(len(held), len(held))

    def _text_measured(self, version: VersionRecord) -> Measured:
        try:
            words = self._project.texts.text(version.text)
        except ReviewerError:
            return Measured.UNREADABLE
        return Measured.SAME if sha256_of(words) == version.text_sha256 else Measured.OTHER

    def _original_measured(self, version: VersionRecord) -> Measured:
        if version.dropped:
            return Measured.DROPPED
        try:
            data = self._bytes_of(version)
        except Damaged:
            return Measured.UNREADABLE
        same = hashlib.sha256(data).hexdigest() == version.original_sha256
        return Measured.SAME if same else Measured.OTHER

    def _bytes_of(self, version: VersionRecord) -> bytes:
        kept = self._project.texts.original(version.original)
        first = self._project.texts.first_of(version.original) if kept.recipe else None
        words = self._project.texts.text(first or version.text) if kept.recipe else ""
        return restore(kept, words)


_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_MOST_BYTES = 180  # of a name; most file systems take 255
MANIFEST = "SHA256SUMS"
FACTS = "manifest.json"


def safe_name(name: str) -> str:
    """Return a file's name so that any file system takes it and nothing is written elsewhere.

    What steers a path, a terminal or the direction of writing becomes ``_``.
    """
    kept = _UNSAFE.sub("_", name).strip(" .") or "original"
    if _RESERVED.match(kept):
        kept = f"_{kept}"
    stem, dot, suffix = kept.rpartition(".")
    if len(suffix.encode()) > 20 or not dot:
        stem, dot, suffix = kept, "", ""
    room = _MOST_BYTES - len((dot + suffix).encode())
    return stem.encode()[:room].decode("utf-8", "ignore") + dot + suffix


@dataclass(frozen=True, slots=True)
class SavedOriginals:
    """What became of saving all originals: how many files, and those that could not be, and why."""

    saved: int
    left: tuple[tuple[str, ReviewerError], ...]


class OriginalSaver:
    """Saves every original of every version into a folder, each once, with a list of them."""

    def __init__(self, provenance: ProvenanceOperations) -> None:
        self._provenance = provenance

    def save(self, folder: Path, progress: Progress) -> SavedOriginals:
        """Write all originals into a folder that is empty or not there yet.

        Beside them stand ``SHA256SUMS``, as ``sha256sum --check`` reads it, and ``manifest.json``.
        Nothing is ever written over. What cannot be saved is told in ``left``, the rest is saved.
        Raises ``NotAllowed`` for a folder with something in it, ``CannotSave`` and ``Cancelled``.
        """
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise NotAllowed(
                N_("“{name}” is not an empty folder. Name one that is empty, or not there yet."),
                name=str(folder),
            )
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return self._save(folder, progress)
        except OSError as fault:
            raise CannotSave(
                N_("Not all originals could be written into “{name}”: {reason}."),
                name=str(folder),
                reason=fault.strerror or type(fault).__name__,
            ) from fault

    def _save(self, folder: Path, progress: Progress) -> SavedOriginals:
        listed: list[dict[str, object]] = []
        left: list[tuple[str, ReviewerError]] = []
        names: dict[str, str] = {}
        held = self._provenance.held()
        for done, document in enumerate(held):
            progress.report(done, len(held))
            found = self._provenance.record(document)
            for version in found.versions:
                sha256 = version.original_sha256
                if sha256 not in names:
                    try:
                        names |= self._written(folder, found, version)
                    except ReviewerError as problem:
                        left.append((found.document.label, problem))
                listed.append(_entry(found, version) | {"file": names.get(sha256, "")})
        progress.report(len(held), len(held))
        _write_lists(folder, listed, names)
        return SavedOriginals(len(names), tuple(left))

    def _written(
        self, folder: Path, found: DocumentRecord, version: VersionRecord
    ) -> dict[str, str]:
        file = self._provenance.original(found.document.id, version.text)
        name = _name(found, version, file.name)
        with (folder / name).open("xb") as target:
            target.write(file.data)
        return {version.original_sha256: name}


def _name(found: DocumentRecord, version: VersionRecord, name: str) -> str:
    number = "" if len(found.versions) == 1 else f" v{version.number}"
    return f"{found.document.label}{number} {safe_name(name)}"


def _entry(found: DocumentRecord, version: VersionRecord) -> dict[str, object]:
    return {
        "document": found.document.label,
        "uid": found.document.uid,
        "title": found.document.title,
        "version": version.number,
        "part": version.part,
        "original_name": found.document.original_name,
        "inside": found.inside,
        "sha256": version.original_sha256,
        "size": version.size,
        "dropped": version.dropped,
        "imported_at": version.created_at,
    }


def _write_lists(folder: Path, listed: list[dict[str, object]], names: dict[str, str]) -> None:
    lines = [f"{sha256} *{name}\n" for sha256, name in names.items()]
    with (folder / MANIFEST).open("x", encoding="utf-8", newline="\n") as sums:
        sums.writelines(lines)
    with (folder / FACTS).open("x", encoding="utf-8", newline="\n") as facts:
        json.dump({"format": 1, "originals": listed}, facts, ensure_ascii=False, indent=1)
        facts.write("\n")
