"""What a step changed of actors, records, readings and own fields, as a person reads it."""

import pytest

from reviewer.domain.actors import ActorKind, ChainMember, Named
from reviewer.domain.fields import FieldKind
from reviewer.domain.readings import NewReading
from reviewer.domain.steps import Action, Change, Touched
from reviewer.ui.models.changes import tally
from reviewer.ui.models.record_changes import RecordChangeTeller, noun
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage
from tests.ui.models.test_changes import bare, in_words, told


@pytest.fixture
def figure(workspace: Workspace) -> int:
    document = a_document(workspace, "Twelve people were hurt.", title="At the bridge")
    return a_passage(workspace, document, "Twelve people", "Casualty figure")


def test_details_are_told_by_their_labels(workspace: Workspace, figure: int) -> None:
    workspace.records.enter(figure, {"low": 0, "harm": "killed", "event_date": "2015-03-11"})
    ((title, fields),) = in_words(workspace)
    assert title == "Details of D1·1, new"
    assert set(fields) == {
        ("At least", "", "0"),
        ("What happened to them", "", "killed"),
        ("When it is said to have happened, as printed", "", "2015-03-11"),
        ("When it is said to have happened", "", "11 March 2015"),
        ("When it is said to have happened: how it was read", "", "entered by hand"),
    }
    workspace.records.enter(figure, {"low": 27, "negated": True, "harm": "injured"})
    (changed,) = in_words(workspace)
    assert changed[0] == "Details of D1·1"
    assert set(changed[1]) == {
        ("At least", "0", "27"),
        ("Denied number", "no", "yes"),
        ("What happened to them", "killed", "injured"),
    }


def test_who_says_so_and_who_is_named_are_told_with_the_words_printed(
    workspace: Workspace, figure: int
) -> None:
    workspace.records.enter(
        figure,
        {
            "chain": (ChainMember(None, "The Courier", "said"),),
            "victims": (Named(None, "sources"),),
        },
    )
    words = dict(in_words(workspace))
    assert set(words["Who says so in D1·1, new"]) == {
        ("Actor", "", "The Courier"),
        ("As printed", "", "The Courier"),
        ("Cautious words", "", "said"),
    }
    assert set(words["Name given in D1·1, new"]) == {
        ("As printed", "", "sources"),
        ("Named as", "", "Names given"),
    }
    assert ("Kind", "", "Person") in words["Actor “The Courier”, new"]
    assert all(label != "Name protected" for label, *_ in words["Actor “The Courier”, new"])


def test_what_was_read_is_told_as_not_confirmed(workspace: Workspace, figure: int) -> None:
    new = [
        NewReading("harm", "injured", None, "test"),
        NewReading("chain", '[["", "reportedly"], ["The Courier", ""]]', None, "test"),
        NewReading("victims", '[["Noor"]]', None, "test"),
        NewReading("accused", "odd", None, "test"),
        NewReading("event_date", "2015", None, "test"),
        NewReading("negated", "1", None, "test"),
        NewReading("odd", "x", None, "test"),
    ]
    for several in ([], new):
        with workspace.history.step("records.read_again"):
            workspace._project.readings.replace(figure, several)
    values = {row.fields[0].label: row.fields[0].after for row in told(workspace)}
    assert values == {
        "What happened to them": "injured",
        "Who says so": "Not named → The Courier",
        "Names given": "Noor",
        "Who is said to have done it": "odd",
        "When it is said to have happened": "2015",
        "Denied number": "yes",
        "odd": "x",
    }
    workspace.records.enter(figure, {"harm": "killed"})
    (judged,) = (row for row in told(workspace) if bare(row.title) == "Read in D1·1")
    assert [(one.label, one.before, one.after) for one in judged.fields] == [
        ("Judged by", "", "Noor")
    ]


def test_actors_and_own_fields_are_told_by_name(workspace: Workspace, figure: int) -> None:
    actor = workspace.actors.add("MQM", ActorKind.ORGANISATION)
    workspace.actors.change(actor, protected=True)
    assert in_words(workspace) == [("Actor “MQM”", [("Name protected", "no", "yes")])]
    workspace.actors.add_name(actor, "Movement")
    words = dict(in_words(workspace))
    assert set(words["Name of an actor, new"]) == {("Actor", "", "MQM"), ("Name", "", "Movement")}
    tag = workspace.passages.get(figure).tag
    field = workspace.fields.add(tag, "Weapon", FieldKind.CHOICE, ("gun", "knife"))
    words = dict(in_words(workspace))
    assert ("Choices", "", "gun, knife") in words["Field “Weapon”, new"]
    assert ("Kind", "", "Choice") in words["Field “Weapon”, new"]
    workspace.records.enter_own(figure, field, "gun")
    assert in_words(workspace) == [
        ("Own field of D1·1, new", [("Field", "", "Weapon"), ("Value", "", "gun")])
    ]


def test_what_is_gone_is_told_as_gone(workspace: Workspace, figure: int) -> None:
    workspace.records.enter(figure, {"place": "Karimabad", "chain": (ChainMember(None, "MQM"),)})
    changes = workspace.history.changes(workspace.history.ids()[0])
    workspace.history.undo()
    workspace.history.undo()
    teller = RecordChangeTeller(workspace)
    teller.start()
    titles = [teller.title(change) for change in changes]
    assert any("that is gone" in title for title in titles)
    stray = Change(1, "roles", 99, "uid", Action.UPDATE, {"hedge": "x"}, {"odd_column": "y"})
    assert "…" in teller.title(stray)
    assert ("odd column", "", "y") in list(teller.told(stray))


def test_how_much_was_done_is_told_with_nouns() -> None:
    for table in (
        *("actors", "actor_names", "chain_members", "roles", "allegations", "responses"),
        *("figures", "readings", "fields", "field_values"),
    ):
        rows = noun(table, 1200)
        assert rows is not None
        assert "1,200" in rows
        assert tally([Touched(table, Action.INSERT, 1200)]) == f"{rows}, new"
    assert noun("passages", 1) is None
