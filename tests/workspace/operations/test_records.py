"""Records: entered, confirmed, kept apart from what a rule read, and never lost by a new tag."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from reviewer.domain.actors import ActorKind, ChainMember, Named
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.events import NewEvent
from reviewer.domain.figures import Figure
from reviewer.domain.links import LinkType
from reviewer.domain.reading.conventions import ByConvention, Convention
from reviewer.domain.reading.number_tables import NumberTable, NumberWord, default_table
from reviewer.domain.readings import NewReading
from reviewer.domain.records import Value
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.operations.tags import TagChange
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag

TEXT = (
    "The Courier said on 11 March 2015 that at least twelve people were hurt. "
    "“We reject the charge that we opened fire”, the spokesman said."
)
FIGURE = "at least twelve people were hurt"


def a_figure(workspace: Workspace, words: str = FIGURE) -> int:
    return a_passage(workspace, a_document(workspace, TEXT), words, "Casualty figure")


def have_read(workspace: Workspace, passage: int, **values: str) -> None:
    """Let a rule have read these values and nothing else, each from the passage's words."""
    span = workspace.passages.get(passage).span
    text = workspace.documents.text(workspace.passages.get(passage).document)
    new = []
    for field, value in values.items():
        at = text.find(value, span.start)
        new.append(
            NewReading(
                field, value, Span(at, at + len(value)) if value and at > 0 else None, "test"
            )
        )
    with workspace.history.step("records.read_again"):
        workspace._project.readings.replace(passage, new)


def entered(workspace: Workspace, passage: int) -> Mapping[str, Value]:
    return workspace.records.of(passage).entered


def sentences(workspace: Workspace) -> list[str]:
    return [step.sentence for step in workspace.history.listed(workspace.history.ids())]


def figure(workspace: Workspace, passage: int) -> Figure:
    return workspace._project.records.figures([passage])[passage]


def test_values_are_entered_and_empty_ones_left_out(workspace: Workspace) -> None:
    passage = a_figure(workspace)
    workspace.records.enter(
        passage, {"number_text": "twelve", "low": 12, "harm": "injured", "said_on": "2015-03-11"}
    )
    assert sentences(workspace)[0] == "Enter details of D1·1"
    assert entered(workspace, passage) == {
        "number_text": "twelve",
        "low": 12,
        "harm": "injured",
        "said_on": WrittenDate("2015-03-11", "2015-03-11", DateBasis.ENTERED),
    }
    number = figure(workspace, passage).number
    assert number is not None
    assert number.of(TEXT) == "twelve"
    workspace.records.enter(passage, {"low": None, "number_text": ""})
    assert entered(workspace, passage).keys() == {"harm", "said_on"}
    assert figure(workspace, passage).number is None
    steps = workspace.history.ids()
    workspace.records.enter(passage, {"low": None, "harm": "injured", "number_text": ""})
    assert workspace.history.ids() == steps
    workspace.history.undo()
    assert entered(workspace, passage)["low"] == 12
    assert list(workspace.verify()) == []


def test_the_days_a_date_can_mean_follow_from_it(workspace: Workspace) -> None:
    passage = a_figure(workspace)
    workspace.records.enter(passage, {"event_date": "2015-03"})
    row = workspace._project.rows.current("figures", [1])[1]
    assert (row["event_date_earliest"], row["event_date_latest"]) == ("2015-03-01", "2015-03-31")
    assert passage == row["passage"]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"low": 30, "high": 12}, "above “at most”"),
        ({"low": -1}, "cannot be a number of people"),
        ({"high": 10**13}, "cannot be a number of people"),
        ({"act": "opened fire"}, "no place for “act”"),
        ({"harm": "murdered"}, "not one of the words"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    workspace: Workspace, values: dict[str, Value], words: str
) -> None:
    passage = a_figure(workspace)
    steps = workspace.history.ids()
    with pytest.raises(NotAllowed, match=words):
        workspace.records.enter(passage, values)
    assert workspace.history.ids() == steps


def test_numbers_are_held_against_those_entered_before(workspace: Workspace) -> None:
    passage = a_figure(workspace)
    workspace.records.enter(passage, {"high": 12})
    with pytest.raises(NotAllowed, match="above “at most”"):
        workspace.records.enter(passage, {"low": 13})
    workspace.records.enter(passage, {"low": 0})
    assert entered(workspace, passage) == {"low": 0, "high": 12}


def test_who_is_named_is_found_or_made_and_stays_as_printed(workspace: Workspace) -> None:
    known = workspace.actors.add("The Courier", names=["دی کوریئر"])
    passage = a_passage(workspace, a_document(workspace, TEXT), "opened fire")
    workspace.records.enter(
        passage,
        {
            "chain": (
                ChainMember(None, "دی کوریئر"),
                ChainMember(None, "sources", "reportedly"),
                ChainMember(None, "Ministry of Health"),
            ),
            "accused": (Named(None, "Noor Khan"), Named(None, "noor khan"), Named(known)),
        },
    )
    made = {actor.name: actor for actor in workspace.actors.all()}
    assert made.keys() == {"The Courier", "Ministry of Health", "Noor Khan"}
    assert made["Ministry of Health"].kind is ActorKind.ORGANISATION
    assert made["Noor Khan"].kind is ActorKind.PERSON
    noor = made["Noor Khan"].id
    assert entered(workspace, passage) == {
        "chain": (
            ChainMember(known, "دی کوریئر"),
            ChainMember(None, "sources", "reportedly"),
            ChainMember(made["Ministry of Health"].id, "Ministry of Health"),
        ),
        "accused": (Named(noor, "Noor Khan"), Named(noor, "noor khan"), Named(known)),
    }
    chain = entered(workspace, passage)["chain"]
    assert isinstance(chain, tuple)
    workspace.records.enter(passage, {"chain": (ChainMember(known, "C"), *chain[1:])})
    changes = workspace.history.changes(workspace.history.ids()[0])
    assert [(one.table, dict(one.after)) for one in changes] == [
        ("chain_members", {"printed": "C"})
    ]
    workspace.history.undo()
    workspace.records.enter(passage, {"chain": (ChainMember(known, "C"),), "accused": ()})
    assert entered(workspace, passage) == {"chain": (ChainMember(known, "C"),)}
    workspace.history.undo()
    workspace.history.undo()
    assert [actor.id for actor in workspace.actors.all()] == [known]
    with pytest.raises(NotFound, match="no such actor"):
        workspace.records.enter(passage, {"accused": (Named(99),)})


def test_what_was_read_enters_a_record_only_when_confirmed(workspace: Workspace) -> None:
    passage = a_figure(workspace)
    have_read(
        workspace,
        passage,
        number_text="twelve",
        low="12",
        qualifier="at_least",
        chain='[["The Courier", "said"]]',
        event_date="2015-03-11",
        harm="",
    )
    record = workspace.records.of(passage)
    assert record.entered == {}
    assert "low" in record.unconfirmed()
    workspace.records.enter(passage, {"low": 13})
    assert "low" not in workspace.records.of(passage).unconfirmed()
    workspace.records.confirm([passage])
    assert sentences(workspace)[0] == "Confirm what was read of D1·1"
    record = workspace.records.of(passage)
    assert record.entered["low"] == 13
    assert record.entered["qualifier"] == "at_least"
    assert record.entered["chain"] == (ChainMember(1, "The Courier", "said"),)
    assert record.entered["event_date"] == WrittenDate(
        "2015-03-11", "2015-03-11", DateBasis.UNAMBIGUOUS
    )
    assert "harm" not in record.entered
    number = figure(workspace, passage).number
    assert number is not None
    assert number.of(TEXT) == "twelve"
    assert record.unconfirmed() == ()
    assert all(reading.judged_by for reading in record.readings.values())
    steps = workspace.history.ids()
    workspace.records.confirm([passage])
    assert workspace.history.ids() == steps
    workspace.history.undo()
    assert workspace.records.of(passage).entered == {"low": 13}
    assert list(workspace.verify()) == []


def test_a_cleared_field_stays_empty_whatever_was_read(workspace: Workspace) -> None:
    passage = a_figure(workspace)
    have_read(workspace, passage, low="12", high="20")
    workspace.records.enter(passage, {"high": None})
    workspace.records.confirm([passage])
    assert entered(workspace, passage) == {"low": 12}


def test_what_cannot_stand_beside_what_is_entered_is_not_confirmed(workspace: Workspace) -> None:
    passage = a_figure(workspace)
    have_read(workspace, passage, high="20", harm="injured")
    workspace.records.enter(passage, {"low": 30})
    with pytest.raises(NotAllowed, match="above “at most”"):
        workspace.records.confirm([passage])
    assert entered(workspace, passage) == {"low": 30}


def test_what_is_read_anew_replaces_what_nobody_judged(workspace: Workspace) -> None:
    passage = a_figure(workspace)
    have_read(workspace, passage, low="12", high="12")
    have_read(workspace, passage, low="13", high="12")
    changes = workspace.history.changes(workspace.history.ids()[0])
    assert [dict(one.after) for one in changes] == [{"value": "13"}]
    assert workspace.records.of(passage).readings["low"].value == "13"


def test_names_and_readings_go_along_where_both_kinds_have_them(workspace: Workspace) -> None:
    passage = a_figure(workspace)
    names = (Named(None, "Noor Khan"),)
    workspace.records.enter(passage, {"victims": names, "place": "Karimabad"})
    have_read(workspace, passage, event_date="2015", chain='[["The Courier", ""]]', said_on="2016")
    workspace.records.enter(passage, {"event_date": "2014", "said_on": "2016"})
    workspace.passages.retag([passage], a_tag(workspace, "Allegation"))
    record = workspace.records.of(passage)
    assert record.entered.keys() == {"victims", "event_date", "place", "statement"}
    assert record.entered["victims"] == (Named(1, "Noor Khan"),)
    assert {"event_date", "statement"} <= record.readings.keys()
    assert "said_on" not in record.readings
    workspace.history.undo()
    assert entered(workspace, passage).keys() == {"victims", "event_date", "said_on", "place"}


def test_several_are_confirmed_as_one_step(workspace: Workspace) -> None:
    first = a_figure(workspace)
    second = a_passage(
        workspace, workspace.passages.get(first).document, "twelve people", "Casualty figure"
    )
    for passage in (first, second):
        have_read(workspace, passage, chain='[["Noor Khan", ""]]')
    workspace.records.confirm([first, second])
    assert sentences(workspace)[0] == "Confirm what was read of 2 passages"
    assert [actor.name for actor in workspace.actors.all()] == ["Noor Khan"]
    records = workspace.records.of_many([second, first])
    assert list(records) == [second, first]
    assert records[first].entered == records[second].entered


def test_a_reading_no_field_can_hold_is_refused(workspace: Workspace) -> None:
    passage = a_figure(workspace)
    have_read(workspace, passage, low="many")
    with pytest.raises(NotAllowed, match="another kind"):
        workspace.records.confirm([passage])


def test_reading_again_leaves_what_was_judged(workspace: Workspace) -> None:
    passage = a_figure(workspace)
    have_read(workspace, passage, low="13", victim_group="invented")
    workspace.records.enter(passage, {"low": 14})
    workspace.records.read_again([passage])
    readings = workspace.records.of(passage).readings
    assert readings["low"].value == "13"
    assert readings["low"].judged_by is not None
    assert "victim_group" not in readings
    workspace.history.undo()
    assert "victim_group" in workspace.records.of(passage).readings
    workspace.records.read_again([passage, passage])


def test_the_same_words_under_a_second_tag_take_over_who_when_where_and_events(
    workspace: Workspace,
) -> None:
    passage = a_figure(workspace)
    workspace.records.enter(
        passage,
        {
            "low": 12,
            "place": "Karimabad",
            "said_on": "2015-03-12",
            "chain": (ChainMember(None, "The Courier"),),
            "victims": (Named(None, "Noor Khan"),),
        },
    )
    event = workspace.events.make_from([passage], NewEvent("The raid"))
    new = workspace.records.tag_also(passage, a_tag(workspace, "Allegation"))
    assert sentences(workspace)[0] == "Tag the words of D1·1 as Allegation as well: D1·2"
    assert workspace.passages.get(new).span == workspace.passages.get(passage).span
    assert entered(workspace, new).keys() == {"chain", "place", "statement"}
    assert [one.event for one in workspace.events.of(new)] == [event]
    with pytest.raises(NotAllowed, match="this tag already"):
        workspace.records.tag_also(passage, a_tag(workspace, "Allegation"))
    workspace.history.undo()
    assert workspace.passages.ids() == [passage]


def test_words_that_carry_a_tag_already_take_over_of_that_what_is_the_same(
    workspace: Workspace,
) -> None:
    figure = a_figure(workspace)
    found = workspace.passages.get(figure)

    def tagged(tag: str) -> int:
        return workspace.records.tag_words(found.document, found.span, a_tag(workspace, tag))

    assert entered(workspace, tagged("Denial")) == {}  # nothing was entered to take over
    workspace.history.undo()
    event = workspace.events.make_from([figure], NewEvent("The raid"))
    denial = tagged("Denial")
    assert [one.event for one in workspace.events.of(denial)] == [event]
    workspace.records.enter(denial, {"chain": (ChainMember(None, "The Courier"),)})
    allegation = tagged("Allegation")  # of the figure, not of the denial
    assert entered(workspace, allegation) == {}
    assert [one.event for one in workspace.events.of(allegation)] == [event]
    with pytest.raises(NotAllowed, match="this tag already"):
        tagged("Denial")
    other = workspace.records.tag_words(found.document, Span(0, 4), a_tag(workspace, "Plain"))
    assert workspace.events.of(other) == []


def test_the_charge_inside_a_denial_is_tagged_linked_and_put_beside_it(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, TEXT)
    denial = a_passage(workspace, document, "We reject the charge that we opened fire", "Denial")
    workspace.records.enter(denial, {"chain": (ChainMember(None, "A Spokesman of the League"),)})
    event = workspace.events.make_from([denial], NewEvent("The raid"))
    at = TEXT.index("we opened")
    span = Span(at, at + len("we opened fire"))
    charge = workspace.records.tag_charge(denial, span, a_tag(workspace, "Allegation"))
    assert sentences(workspace)[0] == "Tag the charge in D1·1 as Allegation: D1·2"
    (link,) = workspace.links.all()
    assert (link.type, link.from_passage, link.to_passage) == (LinkType.DENIES, denial, charge)
    assert [one.event for one in workspace.events.of(charge)] == [event]
    assert "chain" not in entered(workspace, charge)
    workspace.history.undo()
    assert workspace.links.all() == []


def test_the_last_speaker_and_event_are_given_again(workspace: Workspace) -> None:
    passage = a_figure(workspace)
    event = workspace.events.add("The raid")
    chain = (ChainMember(None, "The Courier"),)
    workspace.records.repeat(passage, chain, [event])
    assert entered(workspace, passage)["chain"] == (ChainMember(1, "The Courier"),)
    assert [one.event for one in workspace.events.of(passage)] == [event]
    bare = a_passage(workspace, workspace.passages.get(passage).document, "Courier", "Rumour")
    workspace.records.repeat(bare, chain, [event])
    assert [one.event for one in workspace.events.of(bare)] == [event]
    assert entered(workspace, bare) == {}


def test_another_tag_keeps_what_it_has_a_place_for(workspace: Workspace) -> None:
    passage = a_figure(workspace)
    chain = (ChainMember(None, "sources"),)
    workspace.records.enter(
        passage, {"low": 12, "chain": chain, "said_on": "2015", "victims": (Named(None, "N. N."),)}
    )
    have_read(workspace, passage, harm="injured", said_on="2016", event_date="2015")
    denial = a_tag(workspace, "Denial")
    going = workspace.records.would_go([passage], denial)
    assert [(one.key, one.passages) for one in going] == [("low", 1), ("victims", 1)]
    assert going[0].label == "At least"
    workspace.passages.retag([passage], denial)
    record = workspace.records.of(passage)
    assert record.entered.keys() == {"chain", "statement"}
    assert "harm" not in record.readings
    assert list(workspace.verify()) == []
    workspace.history.undo()
    assert entered(workspace, passage).keys() == {"low", "chain", "said_on", "victims"}
    workspace.passages.retag([passage], a_tag(workspace, "Rumour"))
    assert entered(workspace, passage) == {}
    workspace.passages.retag([passage], denial)
    assert entered(workspace, passage) == {}


def test_links_that_another_tag_would_make_wrong_go_with_it_and_come_back(
    workspace: Workspace,
) -> None:
    figure = a_figure(workspace)
    document = workspace.passages.get(figure).document
    charge = a_passage(workspace, document, "we opened fire")
    denial = a_passage(workspace, document, "We reject the charge", "Denial")
    twelve = a_passage(workspace, document, "twelve people", "Casualty figure")
    links = workspace.links
    denies, same = links.link(denial, charge), links.link(figure, twelve, LinkType.SAME_FIGURE)
    kept = links.link(charge, figure, LinkType.CORROBORATES)
    allegation = workspace.passages.get(charge).tag
    records = workspace.records
    assert records.links_that_would_go([denial], allegation) == [denies]
    assert records.links_that_would_go([denial], workspace.passages.get(denial).tag) == []
    assert records.links_that_would_go([figure, twelve, denial], allegation) == [denies, same]
    tag = workspace.passages.get(denial).tag
    assert records.links_that_would_go_with_kind(tag, RecordKind.FIGURE) == [denies]
    workspace.passages.retag([denial, figure], allegation)
    assert [one.id for one in links.all()] == [kept]
    workspace.history.undo()
    assert [one.id for one in links.all()] == [denies, same, kept]
    workspace.tags.change(tag, TagChange(record=RecordKind.NONE))
    assert [one.id for one in links.all()] == [same, kept]


def test_a_tag_that_carries_another_record_keeps_what_fits(workspace: Workspace) -> None:
    passage = a_figure(workspace)
    tag = workspace.passages.get(passage).tag
    workspace.records.enter(passage, {"low": 12, "place": "Karimabad"})
    kind = RecordKind.ALLEGATION
    assert [one.key for one in workspace.records.would_go_with_kind(tag, kind)] == ["low"]
    workspace.tags.change(tag, TagChange(record=kind))
    assert entered(workspace, passage) == {"place": "Karimabad"}
    workspace.history.undo()
    assert entered(workspace, passage) == {"low": 12, "place": "Karimabad"}


def test_merged_tags_leave_the_details_of_both(workspace: Workspace) -> None:
    figure_passage = a_figure(workspace)
    document = workspace.passages.get(figure_passage).document
    same = a_passage(workspace, document, FIGURE)
    alone = a_passage(workspace, document, "twelve", "Casualty figure")
    workspace.records.enter(figure_passage, {"low": 12, "place": "Karimabad"})
    workspace.records.enter(same, {"act": "opened fire"})
    workspace.records.enter(alone, {"high": 12, "event_date": "2015"})
    source, target = workspace.passages.get(alone).tag, workspace.passages.get(same).tag
    workspace.regrouping.merge(source, target)
    assert entered(workspace, same) == {"act": "opened fire", "place": "Karimabad"}
    assert entered(workspace, alone).keys() == {"event_date"}
    assert list(workspace.verify()) == []


def test_number_words_are_read_by_the_projects_own_table(workspace: Workspace) -> None:
    shipped = workspace.records.numbers()
    assert shipped == default_table()
    table = NumberTable((*shipped.words, NumberWord("busload", 50)), shipped.wordings)
    workspace.records.set_numbers(table)
    assert workspace.records.numbers() == table
    assert sentences(workspace)[0] == "Change how number words are read"
    steps = workspace.history.ids()
    workspace.records.set_numbers(table)
    assert workspace.history.ids() == steps
    workspace.records.set_numbers(shipped)
    assert workspace._project.settings.get("number_words") == ""
    workspace.history.undo()
    assert workspace.records.numbers() == table
    with pytest.raises(NotAllowed):
        workspace.records.set_numbers(NumberTable((NumberWord("", 1),), ()))


def by(workspace: Workspace, convention: Convention) -> None:
    table = workspace.records.numbers()
    workspace.records.set_numbers(replace(table, convention=convention))


def test_a_convention_counts_words_apart_from_every_number(workspace: Workspace) -> None:
    text = "Dozens of people were hurt at the gate. Twelve were hurt at the bridge."
    document = a_document(workspace, text)
    vague, twelve = (
        a_passage(workspace, document, words, "Casualty figure")
        for words in ("Dozens of people were hurt at the gate", "Twelve were hurt at the bridge")
    )
    workspace.records.confirm([vague, twelve])
    event = workspace.events.make_from([vague, twelve], NewEvent("The gate"))
    assert workspace.records.of(vague).by_convention is None
    by(workspace, Convention.ACLED)
    assert workspace.records.of(vague).by_convention == ByConvention(12, "acled")
    assert workspace.records.of(twelve).by_convention is None
    assert "low" not in entered(workspace, vague)
    (question,) = {one.question for one in workspace.events.of(vague)}
    assert question is not None
    compared = workspace.comparison.figures(question)
    assert [one.passage for one in compared.entering] == [twelve]
    workspace.history.undo()
    assert workspace.records.of(vague).by_convention is None
    workspace.history.redo()
    by(workspace, Convention.LEAST_NUMBERS)
    assert workspace.records.of(vague).by_convention == ByConvention(12, "least_numbers")
    workspace.records.enter(vague, {"low": 20, "qualifier": "at_least"})
    assert workspace.records.of(vague).by_convention is None
    workspace.records.enter(vague, {"low": None, "qualifier": "words_only"})
    assert workspace.records.of(vague).by_convention == ByConvention(12, "least_numbers")
    by(workspace, Convention.NONE)
    assert workspace.records.of(vague).by_convention is None
    assert figure(workspace, vague).convention == ""
    assert workspace.events.get(event).name == "The gate"


def test_words_that_are_confirmed_later_are_counted_by_the_convention(
    workspace: Workspace,
) -> None:
    by(workspace, Convention.LEAST_NUMBERS)
    document = a_document(workspace, "Several people were hurt.")
    passage = a_passage(workspace, document, "Several people were hurt", "Casualty figure")
    assert workspace.records.of(passage).by_convention is None
    workspace.records.confirm([passage])
    assert workspace.records.of(passage).by_convention == ByConvention(3, "least_numbers")


def test_nothing_is_read_where_very_many_are_tagged_at_once(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve were hurt. " * 600)
    tag = a_tag(workspace, "Casualty figure")
    taggings = [Tagging(document, Span(at * 18, at * 18 + 16), tag) for at in range(501)]
    made = workspace.passages.tag_many(taggings)
    assert not any(record.readings for record in workspace.records.of_many(made).values())
    workspace.passages.retag(made, a_tag(workspace, "Denial"))
    assert not any(record.readings for record in workspace.records.of_many(made).values())


def test_the_history_of_a_passage_tells_who_changed_what_it_carries(workspace: Workspace) -> None:
    passage = a_figure(workspace)
    other = a_passage(workspace, workspace.passages.get(passage).document, "Courier")
    workspace.records.enter(passage, {"low": 27})
    workspace.records.enter(other, {"place": "Karimabad"})
    workspace.records.enter(passage, {"low": 30, "chain": (ChainMember(None, "sources"),)})
    workspace.records.enter(passage, {"chain": ()})
    steps = workspace.history.listed(workspace.history.about_passage(passage))
    assert [step.sentence for step in steps] == [
        *(["Enter details of D1·1"] * 3),
        "Tag D1·1 as Casualty figure",
    ]
    low = [
        (change.before["low"], change.after["low"])
        for change in workspace.history.changes(steps[1].id)
        if change.table == "figures"
    ]
    assert low == [(27, 30)]
    workspace.passages.remove([passage])
    assert len(workspace.history.about_passage(passage)) == 5


def test_what_is_typed_and_what_was_read_beside_it_are_one_change(workspace: Workspace) -> None:
    passage = a_figure(workspace)
    field = workspace.fields.add(workspace.tags.named("Casualty figure").id, "Shift")  # type: ignore[union-attr]
    have_read(workspace, passage, harm="injured", low="12")
    before = len(workspace.history.ids())
    workspace.records.enter(passage, {"low": 13}, own={field: "night"}, confirm=True)
    record = workspace.records.of(passage)
    assert (record.entered["low"], record.entered["harm"]) == (13, "injured")
    assert record.own == {field: "night"}
    assert record.unconfirmed() == ()
    assert len(workspace.history.ids()) == before + 1


def test_a_denial_and_the_charge_it_names_are_tagged_as_one_change(workspace: Workspace) -> None:
    document = a_document(workspace, TEXT)
    whole, charge = TEXT.index("We reject"), TEXT.index("we opened fire")
    denial, named = workspace.records.tag_denial(
        document,
        Span(whole, len(TEXT)),
        a_tag(workspace, "Denial"),
        Span(charge, charge + len("we opened fire")),
        a_tag(workspace, "Allegation"),
    )
    assert workspace.passages.get(named).quote == "we opened fire"
    (linked,) = workspace.links.of(denial)
    assert linked.passage == named
    assert sentences(workspace)[0] == "Tag D1·1 as Denial, and the charge in it: D1·2"
    workspace.history.undo()
    assert workspace.passages.on(document) == []


def test_only_a_response_names_a_charge(workspace: Workspace) -> None:
    passage = a_figure(workspace)
    span = workspace.passages.get(passage).span
    before = workspace.history.ids()
    with pytest.raises(NotAllowed, match="is no response"):
        workspace.records.tag_charge(passage, span, a_tag(workspace, "Denial"))
    assert workspace.history.ids() == before


def test_a_number_that_the_passage_does_not_print_is_refused_as_its_words(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, "At least 27 workers were arrested.")
    passage = a_passage(
        workspace, document, "At least 27 workers were arrested.", "Casualty figure"
    )
    with pytest.raises(NotAllowed, match="“29” does not stand in the passage"):
        workspace.records.enter(passage, {"number_text": "29", "low": 29})
    assert workspace.records.of(passage).entered == {}
    workspace.records.enter(passage, {"number_text": "27", "low": 29})
    assert workspace.records.of(passage).entered["low"] == 29
