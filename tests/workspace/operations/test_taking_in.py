"""Taking in our own JSON Lines: whole lines or none, and what is exported comes back the same."""

import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from reviewer.domain.actors import ActorKind
from reviewer.domain.errors import NotAllowed
from reviewer.domain.progress import Silent
from reviewer.domain.tags import RecordKind
from reviewer.environment.resources import seed
from reviewer.workspace.operations.taking_in import NotWhole
from reviewer.workspace.project import Workspace
from reviewer.workspace.taking.outcome import Taken
from tests.builders import BASIT, a_document, a_passage, a_project

Object = dict[str, object]
WORDS = "The army said that at least 27 people were hurt. A spokesman denied it."


def take(
    workspace: Workspace, *lines: Mapping[str, object], make_tags: bool = False, whole: bool = False
) -> Taken:
    raw = [json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in lines]
    return workspace.taking_in.take(raw, make_tags=make_tags, whole=whole)


def told(taken: Taken) -> list[tuple[int, str, str]]:
    return [(one.number, one.field, str(one.problem)) for one in taken.refused]


def figure(**more: object) -> Object:
    return {
        "key": "f",
        "document": "Note",
        "quote": "at least 27 people were hurt",
        "tag": "Casualty figure",
        **more,
    }


def denial(**more: object) -> Object:
    return {"key": "d", "document": "Note", "quote": "denied it", "tag": "Denial", **more}


EVENT: Object = {"row": "event", "name": "Raid", "date": "2019-10"}
QUESTION: Object = {"row": "question", "event": "Raid", "wording": "Hurt", "harm": "injured"}


@pytest.fixture
def note(workspace: Workspace) -> int:
    return a_document(workspace, WORDS, title="Note")


def test_lines_of_every_kind_are_one_change_and_one_undo(workspace: Workspace, note: int) -> None:
    before = workspace.history.newest()
    taken = take(
        workspace,
        {"row": "link", "type": "denies", "from": "d", "to": "f", "independent": "no"},
        figure(
            chain=[{"name": "Courier"}, {"name": "Army", "printed": "The army", "hedge": "said"}],
            record={"low": 27, "harm": "injured", "event_date": "2019-10-08"},
            events=[{"event": "Raid", "question": "Hurt"}],
            victims=[{"printed": "people"}],
            follow_up=True,
        ),
        denial(translation={"text": "anerkannt", "language": "de"}, statement="They deny it."),
        {"row": "actor", "name": "Army", "kind": "organisation", "names": ["فوج"]},
        EVENT,
        {**QUESTION, "working": {"low": 27, "reason": "One source."}},
        {"row": "event", "name": "Night", "parent": "Raid", "type": "matter"},
        {"row": "document", "title": "Press conference", "posted": "2019-10-09"},
        {
            "row": "link",
            "type": "rejects_in_general",
            "from": "d",
            "to_document": "press Conference",
        },
        {
            "row": "document",
            "document": "Note",
            "review_status": "done",
            "publisher_actor": "Courier",
        },
        {"row": "nothing", "event": "Night", "document": "Note"},
        {"row": "rating", "actor": "Army", "value": "b"},
        {
            "row": "rating",
            "event": "Raid",
            "question": "Hurt",
            "value": "2",
            "reason": "Two say so.",
        },
        {"row": "rating", "document": "Note", "value": "C"},
    )
    assert told(taken) == []
    assert taken.made == {
        "document": 2,
        "event": 2,
        "question": 1,
        "passage": 2,
        "link": 2,
        "nothing": 1,
        "rating": 3,
        "actor": 2,
    }
    by_number = {one.number: one.passage for one in taken.passages}
    record = workspace.records.of(by_number[2])
    assert (record.entered["low"], record.entered["harm"]) == (27, "injured")
    army = workspace.actors.named("فوج")
    assert army is not None
    assert army.kind is ActorKind.ORGANISATION
    chain = record.entered["chain"]
    assert isinstance(chain, tuple)
    assert (chain[-1].actor, chain[-1].printed) == (army.id, "The army")
    (victim,) = record.entered["victims"] if isinstance(record.entered["victims"], tuple) else ()
    assert (victim.actor, victim.printed) == (None, "people")
    raid = next(one for one in workspace.events.all() if one.name == "Raid")
    (question,) = workspace.events.questions(raid.id)
    assert question.working is not None
    assert [one.question for one in workspace.events.of(by_number[2])] == [question.id]
    assert workspace.details.of(by_number[2]).follow_up
    assert workspace.details.of(by_number[3]).translation_language == "de"
    assert len(workspace.links.all()) == 2
    assert workspace.documents.get(note).review_status == "done"
    assert workspace.actors.publisher(note) is not None
    step = workspace.history.to_undo()
    assert step is not None
    assert step.sentence == "Take in 15 lines from a file"
    workspace.history.take_back(step.id)
    assert workspace.passages.count() == len(workspace.actors.all()) == 0
    assert not workspace.events.all()
    assert not workspace.links.all()
    assert workspace.history.newest() > before


@pytest.mark.parametrize(
    ("line", "field", "problem"),
    [
        (figure(record={"low": "27"}), "", "“record.low” is not a whole number."),
        (figure(record={"weight": 3}), "", "No record has a field “record.weight”."),
        (figure(record={"harm": "hurt"}), "record.harm", "“hurt” is not one of the words"),
        (figure(record={"event_date": "soon"}), "record.event_date", "“soon”"),
        (figure(record={"low": 9, "high": 3}), "", "“At least” (9) is above “at most” (3)."),
        (figure(record={"what_is_denied": "x"}), "", "has no place for “what_is_denied”"),
        (figure(chain=[{"name": 3}]), "", "“chain[1].name” is not a text."),
        (figure(chain=[7]), "", "“chain[1]” is not an object."),
        (figure(chain={"name": "Army"}), "", "“chain” is not a list."),
        (figure(chain=["Army"] * 1001), "", "“chain” has 1001 things; at most 1000 fit."),
        (figure(chain=["Army"] * 51), "", "There are 51 names; at most 50 fit."),
        (figure(fields={"Weather": "wet"}), "", "has no field “Weather”"),
        (figure(events=["Flood"]), "", "There is no event “Flood”"),
        (figure(events=[{"event": "Raid", "question": "Why"}]), "", "“Raid” has no question “Why”"),
        (figure(follow_up="yes"), "", "“follow_up” is neither true nor false."),
        (figure(record=[]), "", "“record” is not an object."),
        ({"row": "song"}, "", "“row” is “song”; it can be: actor, document"),
        ({"row": "actor"}, "", "“name” is missing."),
        ({"row": "actor", "name": "x" * 301}, "name", "at most 300 fit"),
        (
            {"row": "actor", "name": "A", "kind": "ghost"},
            "",
            "“kind” is “ghost”; it can be: person",
        ),
        ({"row": "question", "event": "Flood", "wording": "Why?"}, "", "no event “Flood”"),
        ({"row": "link", "type": "denies", "from": "f"}, "", "It does not say where to"),
        ({"row": "link", "type": "denies", "to": "f"}, "", "“from” is missing."),
        ({"row": "link", "type": "denies", "from": "z", "to": "f"}, "", "There is no passage “z”"),
        (
            {"row": "link", "type": "denies", "from": "D1·1", "to_document": "?"},
            "",
            "No source not held is called “?”",
        ),
        ({"row": "nothing", "event": "Raid"}, "", "“document” is missing."),
        ({"row": "rating", "value": "A"}, "", "It does not say of what"),
        ({"row": "field", "tag": "Rumour", "name": "Weather"}, "", "no tag “Rumour”"),
        ({"row": "event", "name": "Raid", "parent": "Raid"}, "", "cannot be part of"),
    ],
)
def test_a_line_that_cannot_be_is_refused_whole_with_its_field(
    workspace: Workspace, note: int, line: Object, field: str, problem: str
) -> None:
    take(workspace, EVENT)
    a_passage(workspace, note, "A spokesman")
    if line.get("parent"):
        line = {**line, "date": "2020"}
    taken = take(workspace, line, {"row": "actor", "name": "Goes in"})
    if line.get("row") == "event":
        assert taken.refused == []  # the project has that event already, and it stays as it is
        return
    ((number, about, words),) = told(taken)
    assert (number, about) == (1, field)
    assert problem in words
    assert workspace.passages.count() == 1
    assert [one.name for one in workspace.actors.all()] == ["Goes in"]


def test_an_event_in_itself_is_refused_and_not_made(workspace: Workspace) -> None:
    taken = take(workspace, {"row": "event", "name": "Raid", "parent": "Raid"})
    assert "cannot be part of" in told(taken)[0][2]


@pytest.mark.usefixtures("note")
def test_whole_or_nothing(workspace: Workspace) -> None:
    with pytest.raises(NotWhole, match="1 line cannot be taken in, line 2"):
        take(workspace, figure(), denial(quote="nowhere"), whole=True)
    assert workspace.passages.count() == 0


@pytest.mark.usefixtures("note")
def test_what_the_project_has_is_used_as_it_stands(workspace: Workspace) -> None:
    lines = (
        EVENT,
        QUESTION,
        {"row": "actor", "name": "Army"},
        {"row": "document", "title": "Press conference"},
    )
    take(workspace, *lines)
    assert take(workspace, *lines).made == {}
    assert len(workspace.events.all()) == len(workspace.links.sources_to_find()) == 1
    assert len(workspace.actors.all()) == 1


@pytest.mark.usefixtures("note")
def test_events_of_one_name_are_called_by_their_keys(workspace: Workspace) -> None:
    two = ({**EVENT, "key": "1"}, {**EVENT, "key": "2", "date": "2020"})
    asked = ({**QUESTION, "event": "1", "key": "q"}, {**QUESTION, "event": "1", "group": "men"})
    taken = take(workspace, *two, *asked, figure(events=[{"event": "1", "question": "q"}]))
    assert told(taken) == []
    taken = take(workspace, denial(events=["Raid"]))
    assert "2 events are called “Raid”" in told(taken)[0][2]
    taken = take(workspace, {**EVENT, "key": "1", "date": "2020"}, denial(events=["1"]))
    assert told(taken) == []
    taken = take(workspace, {**EVENT, "date": "2021"})
    assert "Several events are called “Raid” already" in told(taken)[0][2]
    taken = take(workspace, *(EVENT, EVENT), *asked, {"row": "event", "name": "X", "key": "1"})
    assert told(taken) == []


@pytest.mark.usefixtures("note")
def test_a_key_stands_once(workspace: Workspace) -> None:
    lines = ({**EVENT, "key": "k"}, {"row": "event", "name": "Other", "key": "k"})
    assert told(take(workspace, *lines)) == [(2, "", "Another line has the key “k”.")]
    asked = ({**QUESTION, "key": "k"}, {**QUESTION, "wording": "Why?", "harm": "", "key": "k"})
    assert told(take(workspace, *asked)) == [(2, "", "Another line has the key “k”.")]
    assert told(take(workspace, figure(), denial(key="f")))[0][2] == "Another line has the key “f”."


@pytest.mark.usefixtures("note")
def test_a_question_worded_twice_must_be_called_by_its_key(workspace: Workspace) -> None:
    twice = (QUESTION, {**QUESTION, "group": "men"})
    taken = take(workspace, EVENT, *twice, figure(events=[{"event": "Raid", "question": "Hurt"}]))
    assert "2 questions are worded “Hurt”" in told(taken)[0][2]


@pytest.mark.usefixtures("note")
def test_a_figure_may_be_in_an_event_without_an_answer(workspace: Workspace) -> None:
    taken = take(workspace, EVENT, figure(events=[{"event": "Raid", "question": None}]))
    (answer,) = workspace.events.of(taken.passages[0].passage)
    assert answer.question is None


@pytest.mark.usefixtures("note")
def test_settled_leaves_nothing_of_what_a_rule_reads(workspace: Workspace) -> None:
    taken = take(workspace, figure(record={"low": 27}, settled=True))
    record = workspace.records.of(taken.passages[0].passage)
    assert record.entered == {"low": 27}
    assert record.unconfirmed() == ()
    left = take(workspace, denial())
    assert left.refused == []


@pytest.mark.usefixtures("note")
def test_tags_and_fields_are_made_where_that_is_asked_for(workspace: Workspace) -> None:
    lines = (
        {"row": "tag", "name": "Rumour", "record": "allegation", "key": "A", "parent": "Denial"},
        {"row": "field", "tag": "Rumour", "name": "Wet", "kind": "yes_no"},
        {"row": "field", "tag": "Rumour", "name": "wet", "kind": "text"},
        denial(tag="Rumour", record={"act": "it"}, fields={"Wet": True}),
    )
    assert len(take(workspace, *lines).refused) == 3
    taken = take(workspace, *lines, make_tags=True)
    assert (told(taken), taken.made_tags) == ([], ["Rumour"])
    tag = workspace.tags.named("Rumour")
    assert tag is not None
    assert (tag.record, tag.key) == (RecordKind.ALLEGATION, "")
    record = workspace.records.of(taken.passages[0].passage)
    assert list(record.own.values()) == ["1"]


def test_links_may_call_what_the_project_had_by_number_or_uid(
    workspace: Workspace, note: int
) -> None:
    standing = a_passage(workspace, note, "A spokesman")
    uid = workspace.passages.get(standing).uid
    taken = take(
        workspace,
        denial(),
        {"row": "link", "type": "denies", "from": "d", "to": "D1·1"},
        {"row": "link", "type": "rejects_in_general", "from": "d", "to": uid},
    )
    assert told(taken) == []


def test_a_source_not_held_has_no_passages(workspace: Workspace) -> None:
    take(workspace, {"row": "document", "title": "Note"})
    assert "not held" in told(take(workspace, denial()))[0][2]


def test_what_a_document_is_said_to_be_already_is_no_change(
    workspace: Workspace, note: int
) -> None:
    line: Object = {
        "row": "document",
        "document": "Note",
        "title": "Note",
        "author": "N. Khan",
        "posted": "2019-05",
        "review_status": "set_aside",
        "set_aside_reason": "a copy",
        "second_look": True,
    }
    assert take(workspace, line).made == {"document": 1}
    newest, found = workspace.history.newest(), workspace.documents.get(note)
    assert take(workspace, line).made == {"document": 1}
    assert (workspace.history.newest(), workspace.documents.get(note)) == (newest, found)
    take(workspace, {**line, "set_aside_reason": "a draft"})
    assert workspace.documents.get(note).set_aside_reason == "a draft"
    read = {"row": "document", "document": "Note", "review_status": "done", "second_look": False}
    take(workspace, read)
    newest, found = workspace.history.newest(), workspace.documents.get(note)
    assert (found.review_status, found.set_aside_reason) == ("done", "")
    assert found.second_look is False
    take(workspace, {**read, "set_aside_reason": "done is no setting aside"})
    assert (workspace.history.newest(), workspace.documents.get(note)) == (newest, found)


def test_a_documents_date_is_set_as_it_is_given_and_nothing_else_of_it(
    workspace: Workspace, note: int
) -> None:
    line = {"row": "document", "document": "Note", "posted": {"words": "May 5", "edtf": "2019-05"}}
    before = workspace.documents.get(note)
    assert take(workspace, line).made == {"document": 1}
    found = workspace.documents.get(note)
    assert (found.posted.words, found.posted.edtf) == ("May 5", "2019-05")
    assert (found.captured, found.review_status) == (before.captured, before.review_status)
    step = workspace.history.to_undo()
    assert step is not None
    workspace.history.take_back(step.id)
    assert workspace.documents.get(note).posted == before.posted


def test_a_tag_spelt_in_two_ways_is_made_once(workspace: Workspace, note: int) -> None:
    lines = (denial(tag="Rumour"), denial(key="e", tag="RUMOUR", quote="A spokesman"))
    taken = take(workspace, *lines, make_tags=True)
    assert (told(taken), taken.made_tags) == ([], ["Rumour"])
    rumour = workspace.tags.named("rumour")
    assert rumour is not None
    assert {one.tag for one in workspace.passages.on(note)} == {rumour.id}


def test_a_field_of_ones_own_is_all_that_a_line_may_bring(workspace: Workspace, note: int) -> None:
    field = {"row": "field", "tag": "Plain", "name": "Weather", "kind": "text"}
    tag = {"row": "tag", "name": "Plain"}
    line = denial(tag="Plain", fields={"weather": "wet"})
    taken = take(workspace, tag, field, line, make_tags=True)
    assert told(taken) == []
    (passage,) = workspace.passages.on(note)
    assert list(workspace.records.of(passage.id).own.values()) == ["wet"]


@pytest.mark.usefixtures("note")
def test_naming_nobody_in_a_role_that_a_passage_has_not_is_no_mistake(workspace: Workspace) -> None:
    taken = take(workspace, denial(victims=[], record={"what_is_denied": "it"}))
    assert told(taken) == []
    record = workspace.records.of(taken.passages[0].passage)
    assert record.entered == {"what_is_denied": "it"}
    named = take(workspace, denial(victims=["Noor"], quote="A spokesman", key="e"))
    assert told(named)[0][2].endswith("has no place for “victims”.")


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    with a_project(tmp_path, "sample") as workspace:
        fill(workspace)
        yield workspace


def fill(workspace: Workspace) -> None:
    taken = list(workspace.imports.take_in([seed("sample")], Silent()))
    assert all(one.document for one in taken)


def exported(workspace: Workspace) -> bytes:
    target = io.BytesIO()
    workspace.exports.write("jsonl", target, Silent(), what="project")
    return target.getvalue()


def the_same(lines: bytes) -> list[str]:
    """Return lines without who, when and which number, in an order of their own."""
    own = {"uid", "document_uid", "created", "modified", "at", "checked_at", "working_at"}
    objects = [json.loads(line) for line in lines.splitlines()]
    places = {
        one["key"]: f"{one['document']} {one['start']} {one['end']} {one['tag']}"
        for one in objects
        if one["row"] == "passage"
    }

    def placed(value: object) -> object:
        if isinstance(value, dict):
            kept = {key: one for key, one in value.items() if key not in own | {"words", "project"}}
            return {key: placed(one) for key, one in sorted(kept.items())}
        if isinstance(value, list):
            return (
                sorted(map(json.dumps, map(placed, value)))
                if value and isinstance(value[0], dict) and "type" in value[0]
                else [placed(one) for one in value]
            )
        return places.get(value, value) if isinstance(value, str) else value

    return sorted(json.dumps(placed(_plain(one, places)), ensure_ascii=False) for one in objects)


def _plain(one: dict[str, object], places: dict[str, str]) -> dict[str, object]:
    """Return a line without what depends on the order in which things were made."""
    if one["row"] == "link" and one["type"] in ("contradicts", "same_figure"):
        ends = sorted(places[str(one[end])] for end in ("from", "to"))
        return {"type": one["type"], "ends": ends, "note": one.get("note")}
    left_out = {"passage": "links", "document": "number"}.get(str(one["row"]))
    return {key: value for key, value in one.items() if key != left_out}


def test_the_sample_comes_in_whole_and_goes_out_and_comes_in_again_the_same(
    sample: Workspace, tmp_path: Path
) -> None:
    lines = seed("sample-tagged/project.jsonl").read_bytes().splitlines(keepends=True)
    assert sample.taking_in.take(lines, whole=True).passages
    first = exported(sample)
    with a_project(tmp_path, "again") as again:
        fill(again)
        again.taking_in.take(first.splitlines(keepends=True), whole=True)
        assert the_same(exported(again)) == the_same(first)


PAGE = "Two were killed. Nobody was hurt."
CHECKS = ("checked_by", "checked_at", "translation_checked_by", "translation_checked_at")


def whose(lines: bytes) -> list[dict[str, object]]:
    """Return who has checked and rated what, and when."""
    found = []
    for one in map(json.loads, lines.splitlines()):
        if one["row"] in ("passage", "nothing", "rating"):
            kept = ("row", *CHECKS, "analyst" if one["row"] == "rating" else "", "at", "value")
            found.append({key: one[key] for key in kept if key in one})
    return sorted(found, key=str)


def test_who_checked_and_who_rated_comes_in_again_with_the_times(
    workspace: Workspace, tmp_path: Path
) -> None:
    document = a_document(workspace, PAGE, title="Page")
    first = a_passage(workspace, document, "Two were killed")
    second = a_passage(workspace, document, "Nobody was hurt")
    event = workspace.events.add("The raid")
    workspace.events.nothing_on_this(event, document)
    workspace.details.set_translation(first, "Deux morts", "fr", "Lise")
    workspace.ratings.rate("B", "Prints its corrections.", document=document)
    workspace.sign_in(BASIT)
    workspace.details.check([first, second])
    workspace.details.check_translation(first)
    workspace.ratings.rate("C", "One source.", document=document)
    gone = exported(workspace)
    assert {name for one in whose(gone) for name in one.values()} >= {"Basit", "B", "C"}
    with a_project(tmp_path, "again") as again:
        a_document(again, PAGE, title="Page")
        again.taking_in.take(gone.splitlines(keepends=True), whole=True)
        assert whose(exported(again)) == whose(gone)
        assert sorted(one.name for one in again.analysts()) == ["Basit", "Noor"]
        again.taking_in.take(
            [one for one in gone.splitlines(keepends=True) if b'"rating"' in one], whole=True
        )
        assert whose(exported(again)) == whose(gone)
        again.history.undo()
        again.history.undo()
        assert again.ratings.all() == []


def test_of_two_ratings_of_one_analyst_the_later_one_stands(workspace: Workspace) -> None:
    document = a_document(workspace, PAGE, title="Page")

    def take(value: str, at: str) -> list[tuple[str, str]]:
        line = {"row": "rating", "document": "Page", "value": value, "analyst": "Lina", "at": at}
        workspace.taking_in.take([json.dumps(line).encode()], whole=True)
        return [(one.value, one.at) for one in workspace.ratings.of(document=document)]

    early, late = "2026-03-14T09:00:00.000+00:00", "2026-03-15T09:00:00.000+00:00"
    assert take("B", early) == [("B", early)]
    assert take("D", "2026-03-15T14:00:00+05:00") == [("D", late)]
    assert take("B", early) == [("D", late)]


def test_a_check_without_a_moment_is_from_now_and_one_of_no_translation_is_none(
    workspace: Workspace,
) -> None:
    a_document(workspace, PAGE, title="Page")
    line = {
        "document": "Page",
        "quote": "Two were killed",
        "tag": "Allegation",
        "checked_by": "Lina",
        "translation_checked_by": "Lina",
    }
    (taken,) = workspace.taking_in.take([json.dumps(line).encode()]).passages
    details = workspace.details.of(taken.passage)
    lina = next(one.id for one in workspace.analysts() if one.name == "Lina")
    assert (details.checked_by, details.translation_checked_by) == (lina, None)
    assert details.checked_at > "2026"


def test_only_lines_hold_a_whole_project(workspace: Workspace) -> None:
    with pytest.raises(NotAllowed, match="“jsonl” only"):
        workspace.exports.write("csv", io.BytesIO(), Silent(), what="project")


@pytest.mark.usefixtures("note")
def test_what_a_refused_line_made_is_not_used_by_later_lines(workspace: Workspace) -> None:
    taken = take(
        workspace,
        EVENT,
        {**QUESTION, "key": "q", "working": {"low": 9, "high": 3, "reason": "Turned round."}},
        {**QUESTION, "key": "r", "wording": "Killed", "harm": "killed"},
        figure(events=[{"event": "Raid", "question": "q"}]),
        {"row": "document", "document": "Note", "publisher_actor": "Army", "set_aside_reason": ""}
        | {"review_status": "set_aside"},
        {"row": "rating", "document": "Note", "value": "Z", "analyst": "Zoe"},
        {"row": "rating", "document": "Note", "value": "B", "analyst": "Zoe"},
        {**denial(chain=["Army"]), "tag": "Denial"},
        figure(key="g", events=[{"event": "Raid", "question": "r"}]),
    )
    assert [number for number, _field, _problem in told(taken)] == [2, 4, 5, 6]
    assert taken.made == {"event": 1, "question": 1, "rating": 1, "passage": 2, "actor": 1}
    (rating,) = workspace.ratings.of(document=workspace.documents.ids()[0])
    assert rating.value == "B"


def test_two_events_of_one_name_stand_though_no_line_can_call_them(workspace: Workspace) -> None:
    taken = take(workspace, EVENT, {**EVENT, "date": "2020"}, {**QUESTION})
    assert [number for number, _field, _problem in told(taken)] == [3]
    assert len(workspace.events.all()) == taken.made["event"] == 2


def test_a_tag_may_stand_under_one_of_a_later_line(workspace: Workspace) -> None:
    taken = take(
        workspace,
        {"row": "tag", "name": "Leaf", "parent": "Branch"},
        {"row": "tag", "name": "Branch"},
        {"row": "tag", "name": "Lost", "parent": "Nowhere"},
        {"row": "tag", "name": "Own", "parent": "own"},
        make_tags=True,
    )
    leaf, branch = workspace.tags.named("Leaf"), workspace.tags.named("Branch")
    assert leaf
    assert branch
    assert leaf.parent == branch.id
    assert [(number, "Nowhere" in problem) for number, _field, problem in told(taken)] == [
        (3, True),
        (4, False),
    ]
