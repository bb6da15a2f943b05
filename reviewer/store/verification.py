"""Checks a project: every fingerprint, every quote with its place, the history, the file.

Damage met on the way is a finding like any other, so that one broken page does not hide the rest.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reviewer.domain.errors import ReviewerError
from reviewer.domain.findings import Comparison, Finding, FindingKind
from reviewer.domain.incoming import Original
from reviewer.domain.passages import passage_label
from reviewer.domain.progress import Progress
from reviewer.domain.text import sha256_of
from reviewer.store import schema

if TYPE_CHECKING:
    from reviewer.store.project_file import ProjectFile

Restore = Callable[[Original, str], str]


class Verification:
    """Compares everything stored with what it should be."""

    def __init__(self, project: "ProjectFile") -> None:
        self._project = project
        self._connection = project.connection

    def findings(self, restored_sha256: Restore, progress: Progress) -> Iterator[Finding]:
        """Give everything that differs.

        ``restored_sha256`` makes an original's bytes again and returns their SHA-256.
        """
        total = self._count("texts")
        yield from self._guarded(self._file)
        yield from self._guarded(lambda: self._texts(restored_sha256, progress, total))
        yield from self._guarded(self._history)

    def compared(self) -> Comparison:
        """Return how many texts, originals, passages and changes ``findings`` compares.

        What is so damaged that it cannot be counted counts as none; ``findings`` says so.
        """
        return Comparison(
            texts=self._count("texts"),
            originals=self._count("texts WHERE original IS NOT NULL"),
            passages=self._count("passages WHERE anchor = 'sure'"),
            changes=self._count("steps"),
        )

    def _guarded(self, part: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
        try:
            yield from part()
        except ReviewerError as fault:
            yield Finding(FindingKind.FILE, self._project.path.name, str(fault))

    def _count(self, rows: str) -> int:
        try:
            return int(self._connection.value(f"SELECT count(*) FROM {rows}"))
        except ReviewerError:
            return 0

    def _file(self) -> Iterator[Finding]:
        for (message,) in self._connection.rows("PRAGMA integrity_check(20)"):
            if message != "ok":
                yield self._about_file(str(message))
        for table, *_ in self._connection.rows("PRAGMA foreign_key_check"):
            yield self._about_file(f"{table}: a reference leads nowhere")
        if schema.fingerprint(self._connection) != schema.FINGERPRINT:
            yield self._about_file("its tables are not as this program makes them")

    def _texts(self, restored_sha256: Restore, progress: Progress, total: int) -> Iterator[Finding]:
        for done, (text, original, sha256) in enumerate(self._project.texts.each()):
            progress.report(done, total)
            yield from self._guarded(
                lambda text=text, original=original, sha256=sha256: self._text(  # type: ignore[misc]
                    text, original, sha256, restored_sha256
                )
            )

    def _text(
        self, text: int, original: int | None, sha256: str, restored_sha256: Restore
    ) -> Iterator[Finding]:
        subject = self._document_of(text)
        words = self._project.texts.text(text)
        if sha256_of(words) != sha256:
            yield Finding(FindingKind.TEXT, subject, f"SHA-256 is not {sha256[:12]}… any more")
        if original is not None:
            kept = self._project.texts.original(original)
            if restored_sha256(kept, words) != kept.sha256:
                yield Finding(FindingKind.ORIGINAL, subject, f"SHA-256 is not {kept.sha256[:12]}…")
        yield from self._passages(text, words)

    def _passages(self, text: int, words: str) -> Iterator[Finding]:
        for of_document, number, start, end, quote in self._connection.rows(
            'SELECT documents.number, passages.number, start, "end", quote FROM passages '
            "JOIN documents ON documents.id = passages.document "
            "WHERE passages.text = ? AND anchor = 'sure'",
            [text],
        ):
            if words[start:end] != quote:
                yield Finding(
                    FindingKind.PASSAGE, passage_label(of_document, number), f"{start}–{end}"
                )

    def _history(self) -> Iterator[Finding]:
        for step in self._project.steps.broken_links():
            yield Finding(FindingKind.HISTORY, str(step), "")

    def _document_of(self, text: int) -> str:
        found = self._connection.row(
            "SELECT number, title FROM documents WHERE text = ? LIMIT 1", [text]
        )
        return f"D{found[0]} “{found[1]}”" if found else f"text {text}"

    def _about_file(self, detail: str) -> Finding:
        return Finding(FindingKind.FILE, self._project.path.name, detail)
