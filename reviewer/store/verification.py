"""Checks a project: every fingerprint, every quote with its place, the history, rules, the file.

Damage met on the way is a finding like any other, so that one broken page does not hide the rest:
texts are asked for one by one, by number, not through a list that may be broken itself.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from reviewer.domain.errors import Cancelled, ReviewerError
from reviewer.domain.findings import Comparison, Finding, FindingKind
from reviewer.domain.incoming import Original
from reviewer.domain.passages import Anchor, passage_label
from reviewer.domain.progress import Progress
from reviewer.domain.steps import Action, Change
from reviewer.domain.text import sha256_of
from reviewer.store import schema
from reviewer.store.journal import JOURNALED
from reviewer.store.link_rules import LinkRules
from reviewer.store.record_rules import RecordRules
from reviewer.store.rules import Rules
from reviewer.store.shapes import NUMBER, TEXT, WORDS, Shape
from reviewer.store.texts import TextFacts

if TYPE_CHECKING:
    from reviewer.store.project_file import ProjectFile

Restore = Callable[[Original, str], str]

_ANCHORED = Shape(NUMBER, NUMBER, NUMBER, NUMBER, TEXT, TEXT, TEXT, TEXT)
_CALLED = Shape(NUMBER, TEXT, NUMBER)
_STOOD = Shape(NUMBER, NUMBER, NUMBER, NUMBER, TEXT)
_ROWS_AT_ONCE = 500


class Verification:
    """Compares everything stored with what it should be."""

    def __init__(self, project: "ProjectFile") -> None:
        self._project = project
        self._connection = project.connection
        self._rules = Rules(project.connection)
        self._links = LinkRules(project.connection)
        self._records = RecordRules(project.connection, project.texts)

    def findings(self, restored_sha256: Restore, progress: Progress) -> Iterator[Finding]:
        """Give everything that differs, all of it as it was at one moment.

        ``restored_sha256`` makes an original's bytes again and returns their SHA-256.
        """
        with self._connection.reading():
            yield from self._guarded(self._file)
            yield from self._guarded(lambda: self._texts(restored_sha256, progress))
            yield from self._guarded(self._history)
            for broken in (
                *(self._rules.twice, self._rules.circles, self._rules.keys),
                *(self._links.ends, self._links.parts, self._links.events, self._links.answers),
                *(self._records.places, self._records.kinds),
                *(self._records.dates, self._records.gaps),
            ):
                yield from self._guarded(broken)
            for table in JOURNALED:
                yield from self._guarded(lambda table=table: self._rows(table))  # type: ignore[misc]

    def compared(self) -> Comparison:
        """Return how many texts, originals, passages and changes ``findings`` compares.

        What is so damaged that it cannot be counted counts as none; ``findings`` says so.
        """
        texts = self._count("texts")
        dropped = self._dropped()
        return Comparison(
            texts=texts,
            originals=texts - len(dropped),
            passages=self._count("passages WHERE anchor = 'sure'"),
            changes=self._count("steps"),
            older=self._count("version_places WHERE by_what = 'place'"),
            dropped_of=dropped,
        )

    def _dropped(self) -> tuple[str, ...]:
        """Return what the texts are called whose originals are not kept."""
        try:
            texts = self._connection.numbers(
                "SELECT texts.id FROM texts JOIN originals ON originals.id = texts.original "
                "WHERE originals.dropped = 1 ORDER BY texts.id"
            )
            return tuple(map(self._called, texts))
        except ReviewerError:
            return ()

    def _guarded(self, part: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
        try:
            yield from part()
        except Cancelled:
            raise
        except ReviewerError as fault:
            yield self._about_file(str(fault))

    def _count(self, rows: str) -> int:
        try:
            return self._connection.count(f"SELECT count(*) FROM {rows}")
        except ReviewerError:
            return 0

    def _file(self) -> Iterator[Finding]:
        for (message,) in self._connection.rows(WORDS, "PRAGMA integrity_check(20)"):
            if message != "ok":
                yield self._about_file(message)
        for table, *_ in self._connection.rows(None, "PRAGMA foreign_key_check"):
            yield self._about_file(f"{table}: a reference leads nowhere")
        for original in self._connection.numbers(
            "SELECT id FROM originals WHERE id NOT IN (SELECT original FROM texts)"
        ):
            yield self._about_file(f"original {original} belongs to no text")
        if schema.fingerprint(self._connection) != schema.FINGERPRINT:
            yield self._about_file("its tables are not as this program makes them")

    def _texts(self, restored_sha256: Restore, progress: Progress) -> Iterator[Finding]:
        texts = self._project.texts.ids()
        for done, text in enumerate(texts):
            progress.report(done, len(texts))
            subject = self._called(text)
            try:
                yield from self._text(text, subject, restored_sha256)
            except ReviewerError as fault:
                yield Finding(FindingKind.TEXT, subject, str(fault))

    def _text(self, text: int, subject: str, restored_sha256: Restore) -> Iterator[Finding]:
        words = self._project.texts.text(text)
        facts = self._project.texts.facts(text)
        if sha256_of(words) != facts.sha256:
            yield Finding(
                FindingKind.TEXT, subject, f"SHA-256 is not {facts.sha256[:12]}… any more"
            )
        kept = self._project.texts.original(facts.original)
        if kept.dropped:
            if kept.recipe or kept.codec or kept.data:
                yield Finding(FindingKind.ORIGINAL, subject, "it is marked as dropped, and is not")
        elif not self._is_whole(text, words, facts, kept, restored_sha256):
            yield Finding(FindingKind.ORIGINAL, subject, f"SHA-256 is not {kept.sha256[:12]}…")
        yield from self._passages(text, facts.document_uid, words)
        yield from self._older_places(text, words)

    def _is_whole(
        self, text: int, words: str, facts: TextFacts, kept: Original, restored_sha256: Restore
    ) -> bool:
        first = self._project.texts.first_of(facts.original) if kept.recipe else text
        source = words if first in (text, None) else self._project.texts.text(first)
        return restored_sha256(kept, source) == kept.sha256

    def _older_places(self, text: int, words: str) -> Iterator[Finding]:
        """Compare where passages stood in an older version with the words kept for them.

        Only of those that kept their place is it known that they stood there for certain.
        """
        for of_document, number, start, end, quote in self._connection.rows(
            _STOOD,
            "SELECT documents.number, passages.number, from_start, from_end, from_quote "
            "FROM version_places JOIN passages ON passages.id = version_places.passage "
            "JOIN documents ON documents.id = passages.document WHERE from_text = ? "
            "AND by_what = 'place'",
            [text],
        ):
            if words[start:end] != quote:
                label = passage_label(of_document, number)
                detail = f"{start}–{end} of {self._called(text)}"
                yield Finding(FindingKind.PASSAGE, label, detail)

    def _passages(self, text: int, document_uid: str, words: str) -> Iterator[Finding]:
        for of_document, number, start, end, quote, prefix, suffix, anchor in self._connection.rows(
            _ANCHORED,
            'SELECT documents.number, passages.number, start, "end", quote, prefix, suffix, anchor '
            "FROM documents JOIN passages ON passages.document = documents.id "
            "WHERE documents.uid = ? AND passages.text = ?",
            [document_uid, text],
        ):
            around = words[max(0, start - len(prefix)) : end + len(suffix)]
            stands = words[start:end] == quote and around == prefix + quote + suffix
            if not stands and anchor != Anchor.NOT_CERTAIN:
                yield Finding(
                    FindingKind.PASSAGE, passage_label(of_document, number), f"{start}–{end}"
                )

    def _history(self) -> Iterator[Finding]:
        for step in self._project.steps.broken_links():
            yield Finding(FindingKind.HISTORY, str(step), "")

    def _rows(self, table: str) -> Iterator[Finding]:
        """Compare the rows of a table with what the history says of them."""
        told: dict[int, Mapping[str, object]] = {}
        for row, changes in self._project.steps.each_of(table):
            left = _left_by(changes)
            if left is not None:
                told[row] = left
            if len(told) >= _ROWS_AT_ONCE:
                yield from self._compared_rows(table, told)
                told = {}
        yield from self._compared_rows(table, told)
        untold = self._connection.count(
            f"SELECT count(*) FROM {table} WHERE id NOT IN "
            "(SELECT row FROM changes WHERE table_name = ?)",
            [table],
        )
        if untold:
            yield self._about_file(f"{table}: {untold} that the history does not know")

    def _compared_rows(
        self, table: str, told: Mapping[int, Mapping[str, object]]
    ) -> Iterator[Finding]:
        current = self._project.rows.current(table, list(told))
        for row, left in told.items():
            found = current.get(row)
            differing = [c for c, value in left.items() if found is None or found.get(c) != value]
            if differing:
                yield self._about_file(
                    f"{table} {row}: {', '.join(differing)} not as the history left it"
                )

    def _called(self, text: int) -> str:
        found = None
        with suppress(ReviewerError):
            found = self._connection.row(
                _CALLED,
                "SELECT number, title, CASE WHEN documents.text = texts.id THEN 0 ELSE version END "
                "FROM texts JOIN documents ON documents.uid = texts.document_uid "
                "WHERE texts.id = ? LIMIT 1",
                [text],
            )
        if found is None:
            return f"text {text}"
        number, title, version = found
        older = f", version {version}" if version else ""
        return f"D{number} “{title}”{older}"

    def _about_file(self, detail: str) -> Finding:
        return Finding(FindingKind.FILE, self._project.path.name, detail)


def _left_by(changes: list[Change]) -> dict[str, object] | None:
    """Return a row as its history left it, ``None`` where it was taken away."""
    left: dict[str, object] = {}
    for change in changes:
        left |= change.after
    return None if changes[-1].action is Action.DELETE else left
