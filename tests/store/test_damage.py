"""A byte that flipped anywhere: a sentence, nothing written, and ``verify`` tells of it."""

import os
import random
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from reviewer.domain.documents import DocumentSort
from reviewer.domain.errors import Damaged, ReadOnly, ReviewerError
from reviewer.domain.incoming import Furniture, FurnitureKind, Reading
from reviewer.domain.passages import PassageSort
from reviewer.domain.progress import Silent
from reviewer.domain.spans import Span
from reviewer.workspace.project import Workspace
from tests.builders import (
    NOOR,
    a_document,
    a_passage,
    a_project,
    an_incoming,
    import_incoming,
    two_readings,
)

PLACES = int(os.environ.get("REVIEWER_FLIPS", "150"))
TEXTS = (
    "Twelve people were hurt at the bridge.\n\nNobody was killed, the spokesman said. 👨‍👩‍👧‍👦\n"
    * 40,
    "پل پر بارہ افراد زخمی ہوئے۔ ترجمان نے تردید کی۔\n" * 30,
    "A short one.",
)


def make_project(folder: Path) -> Path:
    """Make a project that has something of everything, and close it."""
    with a_project(folder) as workspace:
        for number, text in enumerate(TEXTS):
            document = a_document(workspace, text, title=f"Page {number}", original=kept(text))
            workspace.passages.note(a_passage(workspace, document, text[:12]), "Look again")
            a_passage(workspace, document, text[3:12], "Denial")
            workspace.documents.mark_second_look([document], wanted=True)
        page = an_incoming("Home | News | Contact\n10/8/2015\nWords.", title="A page")
        words = Reading("posted", "", "10/8/2015", Span(22, 31), "date_line")
        menu = Furniture(Span(0, 21), FurnitureKind.NAVIGATION)
        import_incoming(workspace, page)
        a_document(
            workspace,
            "Home | News | Contact\n10/8/2015\nOther words.",
            posted=two_readings("10/8/2015"),
            readings=(words,),
            furniture=(menu,),
        )
        workspace.history.undo()
        workspace.history.redo()
        workspace.remember("panes", [1, 2])
    return workspace.path


def kept(text: str) -> bytes:
    """Return a file that is not just its text in UTF-8."""
    return text.replace("\n", "\r\n").encode()


def in_order(workspace: Workspace) -> Iterator[Callable[[], object]]:
    """Give everything a person looks at, one after the other."""
    documents, passages, history = workspace.documents, workspace.passages, workspace.history
    for sort in DocumentSort:
        yield partial(documents.ids, sort=sort)
    for order in PassageSort:
        yield partial(passages.ids, sort=order)
    yield lambda: passages.listed(passages.ids())
    yield lambda: documents.listed(documents.ids())
    yield partial(documents.holding, "people")
    for one in range(1, 6):
        for ask in (
            documents.get,
            documents.text,
            documents.facts,
            documents.readings,
            documents.furniture,
            documents.original_sha256,
            passages.on,
            lambda document: list(passages.placed(document)),
            partial(documents.unsettled_of_site, field="posted"),
        ):
            yield partial(ask, one)
        yield partial(documents.site_order, one, "posted")
    yield partial(documents.matching, "Page 1")
    yield lambda: [history.changes(step.id) for step in history.listed(history.ids())]
    yield lambda: [(history.touched(one), history.first_changes(one, 9)) for one in history.ids()]
    yield lambda: (history.to_undo(), history.to_redo(), history.of_passage(1))
    yield lambda: (workspace.tags.all(), workspace.tags.counts(), workspace.analysts())
    yield lambda: workspace.exports.write("jsonl", BytesIO(), Silent())
    yield partial(workspace.remembered, "panes")
    yield documents.counts_by_status
    yield documents.reasons
    yield workspace.compared


def held(workspace: Workspace) -> list[object]:
    """Return what must never change unseen: every text, every original, every quote."""
    texts = workspace._project.texts
    found: list[object] = []
    for one in range(1, 6):
        for ask in (texts.text, texts.original, workspace.passages.on):
            try:
                found.append(ask(one))
            except ReviewerError as fault:
                found.append(type(fault))
    return found


def look_at_everything(workspace: Workspace) -> None:
    do_all(in_order(workspace))


def do_all(deeds: Iterator[Callable[[], object]]) -> None:
    for deed in deeds:
        try:
            deed()
        except ReviewerError as fault:
            assert str(fault)  # noqa: PT017 - any sentence will do, and nothing but a sentence


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give the bytes of a project with something of everything."""
    folder = tmp_path_factory.mktemp("whole")
    with pytest.MonkeyPatch.context() as home:
        home.setenv("REVIEWER_HOME", str(folder))
        return make_project(folder).read_bytes()


@pytest.fixture(scope="module")
def everything(whole: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    """Give what the whole project holds."""
    path = tmp_path_factory.mktemp("whole") / "project.review"
    path.write_bytes(whole)
    with Workspace.open(path, only_read=True) as workspace:
        assert list(workspace.verify()) == []
        return held(workspace)


def flipped(whole: bytes, place: int, bit: int) -> bytes:
    data = bytearray(whole)
    data[place] ^= 1 << bit
    return bytes(data)


def test_a_flipped_bit_anywhere_gives_a_sentence_writes_nothing_and_is_found(
    whole: bytes, everything: list[object], tmp_path: Path
) -> None:
    chance = random.Random(20260314)
    path = tmp_path / "project.review"
    unseen: list[tuple[int, int]] = []
    for _ in range(PLACES):
        place, bit = chance.randrange(len(whole)), chance.randrange(8)
        damaged = flipped(whole, place, bit)
        path.write_bytes(damaged)
        try:
            with Workspace.open(path, only_read=True) as workspace:
                look_at_everything(workspace)
                same = held(workspace) == everything
                if not same and not list(workspace.verify()):
                    unseen.append((place, bit))
        except ReviewerError as fault:
            assert str(fault)  # noqa: PT017 - refused with a sentence
        assert path.read_bytes() == damaged
        assert [found.name for found in tmp_path.iterdir()] == [path.name]
    assert unseen == []


def work(workspace: Workspace) -> Iterator[Callable[[], object]]:
    """Give what a person does on an ordinary day."""
    yield lambda: workspace.passages.tag_passage(1, Span(4, 9), 3)
    yield lambda: workspace.passages.tag_passage(3, Span(2, 7), 1)
    yield partial(workspace.passages.note, 1, "Another note")
    yield partial(workspace.passages.retag, [1, 2, 3], 3)
    yield partial(workspace.documents.describe, 2, "title", "Another title")
    yield partial(workspace.documents.mark_furniture, 1, Span(0, 9), wanted=True)
    yield partial(a_document, workspace, "One more document.")
    yield from [workspace.history.undo] * 9
    yield from [workspace.history.redo] * 9
    yield partial(workspace.passages.remove, [1, 2])
    yield workspace.note_presence
    yield workspace.idle


def test_a_flipped_bit_anywhere_gives_sentences_to_whoever_goes_on_working(
    whole: bytes, tmp_path: Path
) -> None:
    chance = random.Random(19690720)
    path = tmp_path / "project.review"
    for _ in range(PLACES // 3):
        path.write_bytes(flipped(whole, chance.randrange(len(whole)), chance.randrange(8)))
        try:
            with Workspace.open(path, NOOR) as workspace:
                do_all(work(workspace))
        except ReviewerError as fault:
            assert str(fault)  # noqa: PT017 - refused with a sentence


def test_a_torn_file_gives_a_sentence(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "project.review"
    for length in (99, 100, 1024, 4095, 4096, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:length])
        try:
            with Workspace.open(path, only_read=True) as workspace:
                look_at_everything(workspace)
                assert list(workspace.verify())
        except ReviewerError as fault:
            assert str(fault)  # noqa: PT017 - refused with a sentence
        assert path.read_bytes() == whole[:length]


def change(path: Path, sql: str) -> None:
    """Change a project behind its own back."""
    raw = sqlite3.connect(path)
    raw.executescript(
        "PRAGMA writable_schema = ON; CREATE TABLE kept AS SELECT * FROM sqlite_schema "
        "WHERE type = 'trigger'; DELETE FROM sqlite_schema WHERE type = 'trigger';"
    )
    raw.close()
    raw = sqlite3.connect(path)
    raw.executescript(
        f"PRAGMA ignore_check_constraints = ON; {sql}; PRAGMA writable_schema = ON; "
        "INSERT INTO sqlite_schema SELECT * FROM kept; PRAGMA writable_schema = OFF; "
        "DROP TABLE kept;"
    )
    raw.close()


CHANGES = {
    "a word of a text": "UPDATE texts SET text = replace(text, 'short', 'brief')",
    "a fingerprint": "UPDATE texts SET sha256 = printf('%064d', 7) WHERE id = 3",
    "the bytes of an original": "UPDATE originals SET data = x'00' WHERE id = 3",
    "which original a text came from": "UPDATE texts SET original = 1 WHERE id = 3",
    "a quote": "UPDATE passages SET quote = 'A shorT one.' WHERE quote LIKE 'A short%'",
    "a place": 'UPDATE passages SET start = start + 1, "end" = "end" + 1 WHERE id = 1',
    "the words before": "UPDATE passages SET prefix = 'no' WHERE id = 2",
    "a place's certainty": "UPDATE passages SET anchor = 'sqre', start = 5 WHERE id = 1",
    "a note": "UPDATE passages SET note = 'Look aside' WHERE id = 1",
    "a title": "UPDATE documents SET title = 'Rage 0' WHERE id = 1",
    "a document's text": "UPDATE documents SET text = 77 WHERE id = 1",
    "a passage gone": "DELETE FROM passages WHERE id = 1",
    "a passage nobody made": (
        "INSERT INTO passages SELECT 99, 'u', document, text, 99, start, \"end\", quote, prefix, "
        "suffix, tag, analyst, note, statement, translation, translation_language, translator, "
        "anchor, follow_up, checked_by, checked_at, created_at, modified_at, "
        "definition_version, translation_checked_by, translation_checked_at FROM passages LIMIT 1"
    ),
    "what a change was": "UPDATE changes SET after = replace(after, 'Look', 'Nook')",
    "who made a change": "UPDATE steps SET arguments = '{}' WHERE id = 5",
    "a change of no step": (
        "INSERT INTO changes VALUES (999, 999, 'tags', 1, 'u', 'update', '{}', '{}')"
    ),
    "a change before all steps": "UPDATE changes SET step = 0 WHERE id = 1",
    "the last change's seal": (
        "UPDATE steps SET digest = 'x' WHERE id = (SELECT max(id) FROM steps)"
    ),
    "a step never sealed": "UPDATE steps SET digest = NULL WHERE id = 4",
    "a text that is gone": "PRAGMA foreign_keys = OFF; DELETE FROM texts WHERE id = 1",
    "an original that is gone": "PRAGMA foreign_keys = OFF; DELETE FROM originals WHERE id = 1",
}


@pytest.mark.parametrize("sql", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_is_changed_behind_the_programs_back_is_found(
    whole: bytes, tmp_path: Path, sql: str
) -> None:
    path = tmp_path / "project.review"
    path.write_bytes(whole)
    change(path, "SELECT 1")
    with Workspace.open(path, only_read=True) as workspace:
        assert list(workspace.verify()) == []
    change(path, sql)
    with Workspace.open(path, only_read=True) as workspace:
        assert list(workspace.verify())
        look_at_everything(workspace)


NONSENSE = {
    "no JSON": "UPDATE changes SET after = '{'",
    "another JSON": "UPDATE changes SET after = '[]', before = '[]'",
    "JSON within JSON": "UPDATE changes SET after = '{\"note\": [1]}'",
    "JSON without end": f"UPDATE changes SET after = '{'[' * 100_000}'",
    "arguments that are none": "UPDATE steps SET arguments = '7'",
    "arguments that cannot be counted": 'UPDATE steps SET arguments = \'{"count": "many"}\'',
    "a name that is a template": "UPDATE steps SET name = '{0.__class__}'",
    "a moment that is none": "UPDATE steps SET at = 'soon'",
    "a moment of no place": "UPDATE steps SET at = '2026-03-14T09:26:53'",
    "an unknown kind of step": "UPDATE steps SET kind = 'dream' WHERE kind = 'do'",
    "an unknown action": "UPDATE changes SET action = 'bless'",
    "an unknown status": "UPDATE documents SET review_status = 'read'",
    "an unknown basis": "UPDATE documents SET posted_basis = 'hope', posted_words = 'May'",
    "an unknown kind of tag": "UPDATE tags SET record = 'dream'",
    "an unknown kind of furniture": "UPDATE furniture SET kind = 'sofa'",
    "an unknown encoding": "UPDATE texts SET encoding_basis = 'dream'",
    "an unknown certainty": "UPDATE passages SET anchor = 'hopeful'",
    "a span that holds nothing": 'UPDATE passages SET "end" = start',
    "a span far behind the text": 'UPDATE passages SET start = 1000000, "end" = 1000001',
    "furniture that holds nothing": 'UPDATE furniture SET "end" = start',
    "a reading that holds nothing": 'UPDATE metadata SET start = 5, "end" = 5',
    "a state that is no JSON": "UPDATE ui_state SET value = '['",
    "a passage of no tag": "UPDATE passages SET tag = 77",
    "a codec there is not": "UPDATE originals SET codec = 'rot13', recipe = ''",
    "changes that are gone": "DELETE FROM changes",
    "a sequence that is wrong": "UPDATE sqlite_sequence SET seq = 1099511627776",
    "a group there is not": "UPDATE steps SET \"group\" = 'x'; DELETE FROM groups",
}


@pytest.mark.parametrize("sql", NONSENSE.values(), ids=NONSENSE.keys())
def test_nonsense_in_the_file_gives_sentences(whole: bytes, tmp_path: Path, sql: str) -> None:
    path = tmp_path / "project.review"
    path.write_bytes(whole)
    change(path, sql)
    with Workspace.open(path, only_read=True) as workspace:
        look_at_everything(workspace)
        list(workspace.verify())
    with Workspace.open(path, NOOR) as workspace:
        do_all(work(workspace))


def test_a_history_that_speaks_of_other_tables_is_not_followed(
    whole: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "project.review"
    path.write_bytes(whole)
    change(path, "UPDATE changes SET table_name = 'analysts'")
    with Workspace.open(path, NOOR) as workspace, pytest.raises(Damaged, match="analysts"):
        workspace.history.undo()


def test_once_damage_was_met_nothing_is_written_any_more(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "project.review"
    path.write_bytes(whole)
    change(path, "UPDATE tags SET record = 'dream' WHERE id = 2")
    with Workspace.open(path, NOOR) as workspace:
        assert workspace.read_only is None
        with pytest.raises(Damaged):
            workspace.tags.all()
        assert "damaged" in str(workspace.read_only)
        with pytest.raises(ReadOnly, match="Keep the file"):
            workspace.passages.note(1, "Another note")


def test_a_schema_that_is_no_text_is_a_sentence(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "project.review"
    at = whole.index(b"CREATE TABLE tags")
    path.write_bytes(whole[:at] + b"\xff" * 12 + whole[at + 12 :])
    with pytest.raises(ReviewerError, match="project"), Workspace.open(path, NOOR) as workspace:
        look_at_everything(workspace)
