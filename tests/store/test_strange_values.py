"""Values no verb would write, in every column of records, links and events: sentences at worst."""

import os
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from reviewer.domain.actors import ChainMember, Named
from reviewer.domain.charts import Chart, chart
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.errors import NotFound, ReviewerError
from reviewer.domain.fields import FieldKind
from reviewer.domain.figures import Harm
from reviewer.domain.links import LinkType
from reviewer.domain.progress import Silent
from reviewer.domain.reading.number_tables import NumberTable, NumberWord
from reviewer.domain.readings import NewReading
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document, a_passage, a_project
from tests.store.test_damage import change

VALUES = int(os.environ.get("REVIEWER_VALUES", "60"))
TABLES = (
    *("actors", "actor_names", "chain_members", "roles", "allegations", "responses", "figures"),
    *("readings", "fields", "field_values", "events", "questions", "working_figures", "answers"),
    *("event_documents", "links", "ratings", "settings"),
)
WORDS = (
    *("dream", "-5", "9" * 5000, "7" * 400, "1_0", "Y" + "9" * 5000, "[" * 100_000),
    *('[["\\ud800", "\\ud800"]]', '[["\\ud800"]]', '["\\ud800"]', "[[7]]", "{}", "null", "\udcff"),
    '{"format": 1, "words": [["\\ud800", 7, 1e999]], "wordings": []}',
)
NUMBERS = (-1, 0, 77_777, 2**62)
TEXT = (
    "Noor Khan said that at least 27 workers were arrested on 11 March 2015 in Karachi. "
    "The Rangers denied it: nobody was arrested, “27” is a lie. More than 300 people were killed."
)


def something_of_everything(workspace: Workspace) -> None:
    """Fill a project with records, links, events and judgements."""
    document = a_document(workspace, TEXT, title="A page")
    other = a_document(workspace, TEXT + " And more.", title="Another page")
    claim = a_passage(workspace, document, "at least 27 workers were arrested", "Allegation")
    denial = a_passage(workspace, document, "denied it: nobody was arrested", "Denial")
    figure = a_passage(workspace, document, "at least 27 workers", "Casualty figure")
    second = a_passage(workspace, other, "More than 300 people were killed", "Casualty figure")
    third = a_passage(workspace, other, "27 workers were arrested", "Casualty figure")
    chain = (ChainMember(None, "Noor Khan", "reportedly"), ChainMember(None, "sources"))
    day = WrittenDate("11 March 2015", "2015-03-11", DateBasis.ENTERED)
    records, events, links = workspace.records, workspace.events, workspace.links
    records.enter(claim, {"chain": chain, "accused": (Named(None, "Rangers"),), "place": "Karachi"})
    records.enter(claim, {"event_date": day, "wording": "accused", "act": "arrested workers"})
    records.enter(denial, {"response_kind": "deny_act", "what_is_denied": "it", "statement": day})
    records.enter(figure, {"low": 27, "harm": "arrested", "number_text": "27", "said_on": day})
    field = workspace.fields.add(
        workspace.passages.get(claim).tag, "Arm", FieldKind.CHOICE, ("gun",)
    )
    records.enter_own(claim, field, "gun")
    records.set_numbers(NumberTable((NumberWord("gross", 144, unit=True),), ()))
    event = events.make_from([claim, figure, second, third], events.proposal(claim))
    larger = events.add("The month", place="Karachi", date=day)
    events.nest(event, larger)
    question = events.ask(event, "Who ordered it?")
    asked = events.ask(event, "How many were hurt?", Harm.INJURED, "workers", day)
    events.put([claim], event, question)
    events.put([figure, second, third], event, asked)
    events.set_working(asked, 27, None, "The count of the League.")
    events.nothing_on_this(event, other, question)
    links.link(denial, claim)
    links.link(figure, third, LinkType.SAME_FIGURE, note="As told.")
    links.link(third, second, LinkType.COUNTS_WITHIN)
    links.link_to_source(denial, links.add_source("The press conference", posted=day))
    workspace.ratings.rate("B", "Known.", document=document)
    workspace.ratings.rate("2", "Three sources.", question=asked)
    workspace.actors.add_name(workspace.actors.all()[0].id, "نور خان")
    read = [NewReading("low", "300", None, "test"), NewReading("event_date", "2015", None, "test")]
    read += [NewReading("chain", '[["a spokesman", ""]]', None, "test")]
    read += [NewReading("harm", "killed", None, "test")]
    with workspace.history.step("records.read_again"):
        for passage in (second, third):
            workspace._project.readings.replace(passage, read)


def asked_by(workspace: Workspace, passage: int) -> object:
    """Return which question a passage's record answers."""
    return workspace.events.suggested_question(1, workspace.records.of(passage))


def drawn(workspace: Workspace, question: int) -> Chart:
    """Return the chart of a question's figures."""
    return chart(workspace.comparison.figures(question), (27, None))


def everything_looked_at(workspace: Workspace) -> Iterator[Callable[[], object]]:
    """Give what a person looks at of records, links and events."""
    passages = range(1, 6)
    yield from (partial(workspace.records.of, one) for one in passages)
    yield partial(workspace.badges.of, list(passages))
    for one in passages:
        yield partial(workspace.links.of, one)
        yield partial(workspace.links.counterparts, one)
        yield partial(workspace.events.of, one)
        yield partial(workspace.events.proposal, one)
        yield partial(workspace.passages.label, one)
        yield partial(asked_by, workspace, one)
    for one in (1, 2, 3):
        yield partial(workspace.links.on, one)
        yield partial(workspace.links.get, one)
        yield partial(workspace.links.same_speaker, one)
        yield partial(workspace.events.get, one)
        yield partial(workspace.events.questions, one)
        yield partial(workspace.events.checked, one)
        yield partial(workspace.events.use, one)
        yield partial(workspace.events.answers, one)
        yield partial(workspace.actors.uses, one)
        yield partial(workspace.comparison.questions_by_documents, one)
        yield partial(drawn, workspace, one)
        yield partial(workspace.fields.of, one)
        yield partial(workspace.ratings.of, question=one)
    yield partial(workspace.links.between, 1, 2)
    yield from (workspace.links.all, workspace.links.sources_to_find, workspace.links.arrivals)
    yield from (workspace.events.all, workspace.events.last, workspace.events.counts)
    yield from (workspace.actors.all, workspace.ratings.all, workspace.records.numbers)
    yield partial(workspace.actors.beginning_with, "no")
    yield from (workspace.comparison.events_by_documents, workspace.overview.counts)
    yield workspace.overview.timeline
    to_do = workspace.to_do
    yield from (to_do.unanswered, to_do.answering_nothing, to_do.blanket, to_do.unconfirmed)
    yield from (to_do.unchecked, to_do.unsettled_dates, to_do.sources_to_find)
    for exporter in workspace.exports.formats():
        yield partial(workspace.exports.write, exporter.key, BytesIO(), Silent())
    yield lambda: list(workspace.verify())


def work(workspace: Workspace) -> Iterator[Callable[[], object]]:
    """Give what a person does with records, links and events."""
    records, events, links = workspace.records, workspace.events, workspace.links
    for one in range(1, 6):
        yield partial(records.confirm, [one])
        yield partial(records.read_again, [one])
        yield partial(records.enter, one, {"place": "Lahore"})
        yield partial(records.would_go, [one], 1)
    yield partial(workspace.passages.retag, [1, 2], 3)
    yield partial(workspace.passages.tag_many, [])
    yield partial(links.link, 1, 5)
    yield partial(events.put, [1, 2], 1)
    yield partial(workspace.actors.merge, [1, 2], 3)
    yield partial(workspace.regrouping.merge, 2, 1)
    yield partial(events.remove, [1, 2])
    yield partial(workspace.passages.remove, [1, 2])
    yield from [workspace.history.undo] * 6
    yield from [workspace.history.redo] * 6


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give the bytes of a project with something of everything."""
    folder = tmp_path_factory.mktemp("strange")
    with pytest.MonkeyPatch.context() as home:
        home.setenv("REVIEWER_HOME", str(folder))
        with a_project(folder) as workspace:
            something_of_everything(workspace)
        return workspace.path.read_bytes()


def words_in(found: object) -> Iterator[str]:
    """Give every word in what a verb returned, however deep."""
    if isinstance(found, str):
        yield found
    elif is_dataclass(found):
        for one in fields(found):
            yield from words_in(getattr(found, one.name, None))
    elif isinstance(found, dict):
        yield from words_in(list(found.items()))
    elif isinstance(found, list | tuple | set | frozenset):
        for part in found:
            yield from words_in(part)


def columns(path: Path) -> list[tuple[str, str, str]]:
    """Return table, name and type of every column that could hold something strange."""
    raw = sqlite3.connect(path)
    found = [
        (table, name, kind)
        for table in TABLES
        for name, kind in raw.execute("SELECT name, type FROM pragma_table_info(?)", [table])
        if name not in ("id", "uid")
    ]
    raw.close()
    return found


def test_the_project_is_sound(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "project.review"
    path.write_bytes(whole)
    with Workspace.open(path, NOOR) as workspace:
        assert list(workspace.verify()) == []
        for deed in everything_looked_at(workspace):
            with suppress(NotFound):  # of each kind it asks for one more than there is
                deed()


def quoted(value: str | int) -> str:
    """Return a value in SQL; words as bytes, since SQLite's own shell of words has no escapes."""
    if isinstance(value, int):
        return str(value)
    return f"CAST(x'{value.encode('utf-8', 'surrogateescape').hex()}' AS TEXT)"


def looked_at(path: Path) -> None:
    """Look at everything and work with it: sentences at worst, and words that can be written."""
    for deeds in (everything_looked_at, work):
        with Workspace.open(path, NOOR) as workspace:
            for deed in deeds(workspace):
                try:
                    found = deed()
                except ReviewerError as fault:
                    assert str(fault).encode()  # noqa: PT017 - a sentence, and one to be shown
                else:
                    assert all(word.encode() or not word for word in words_in(found))


def test_whatever_stands_in_a_column_gives_sentences(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "project.review"
    path.write_bytes(whole)
    chance = random.Random(20150311)
    possible = columns(path)
    for _ in range(VALUES):
        table, column, kind = chance.choice(possible)
        value: str | int = chance.choice(WORDS)
        if kind != "TEXT":
            value = chance.choice(NUMBERS)
        path.write_bytes(whole)
        change(
            path,
            f'PRAGMA foreign_keys = OFF; UPDATE OR IGNORE {table} SET "{column}" = {quoted(value)}',
        )
        looked_at(path)


READ = {
    "low": ("-5", "9" * 5000, "1" + "0" * 400, "many", "1e3", ""),
    "chain": ('[["\\ud800", ""]]', '[["Noor", "\\u0000"]]', "[" * 100_000, '[["Noor"]]', "[]"),
    "harm": ("hurt", ""),
    "event_date": ("2015-02-30", "Y" + "9" * 400, "2015/2014", "soon", ""),
}


@pytest.mark.parametrize("field", READ)
def test_a_reading_that_no_rule_wrote_gives_sentences(
    whole: bytes, tmp_path: Path, field: str
) -> None:
    path = tmp_path / "project.review"
    for value in READ[field]:
        path.write_bytes(whole)
        change(path, f"UPDATE readings SET value = {quoted(value)} WHERE field = '{field}'")
        looked_at(path)


OTHERS = {
    "a choice that cannot be written": "UPDATE fields SET choices = '[\"\\ud800\"]'",
    "choices that are no words": "UPDATE fields SET choices = '[7]'",
    "events that are part of each other": "UPDATE events SET parent = 3 - id",
    "an event that is part of itself": "UPDATE events SET parent = id",
    "a part of its own part": (
        "INSERT INTO links SELECT 99, 'u', 'counts_within', to_passage, from_passage, NULL, '', "
        "'', analyst, created_at, modified_at FROM links WHERE type = 'counts_within'"
    ),
    "a range upside down": "UPDATE figures SET low = 30, high = 3",
    "more people than a number holds": "UPDATE figures SET low = 9223372036854775807",
    "an actor nobody wrote down": "UPDATE chain_members SET actor = 77",
}


@pytest.mark.parametrize("sql", OTHERS.values(), ids=OTHERS.keys())
def test_what_no_verb_would_make_gives_sentences(whole: bytes, tmp_path: Path, sql: str) -> None:
    path = tmp_path / "project.review"
    path.write_bytes(whole)
    change(path, f"PRAGMA foreign_keys = OFF; {sql}")
    looked_at(path)
