"""Links between passages, and to sources that are not held."""

from collections.abc import Callable

import pytest

from reviewer.domain.actors import ChainMember
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.links import Independence, LinkType, PlacedEnd
from reviewer.domain.records import Value
from reviewer.domain.spans import Span
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, read_as


@pytest.fixture
def documents(workspace: Workspace) -> tuple[int, int]:
    return (
        a_document(workspace, "At least 27 were arrested. They were beaten.", title="The Courier"),
        a_document(workspace, "Nobody was beaten. Only 27 were held. 5 of them are ill."),
    )


@pytest.fixture
def claim(workspace: Workspace, documents: tuple[int, int]) -> int:
    return a_passage(workspace, documents[0], "They were beaten")


@pytest.fixture
def denial(workspace: Workspace, documents: tuple[int, int]) -> int:
    return a_passage(workspace, documents[1], "Nobody was beaten", "Denial")


@pytest.fixture
def figures(workspace: Workspace, documents: tuple[int, int]) -> tuple[int, int, int]:
    one, other = documents
    return (
        a_passage(workspace, one, "At least 27", "Casualty figure"),
        a_passage(workspace, other, "Only 27", "Casualty figure"),
        a_passage(workspace, other, "5 of them", "Casualty figure"),
    )


def newest(workspace: Workspace) -> str:
    return workspace.history.listed(workspace.history.ids()[:1])[0].sentence


def test_a_denial_and_what_it_answers_are_linked_whichever_was_chosen_first(
    workspace: Workspace, claim: int, denial: int
) -> None:
    for ends in ((claim, denial), (denial, claim)):
        link = workspace.links.get(workspace.links.link(*ends))
        assert (link.type, link.from_passage, link.to_passage) == (LinkType.DENIES, denial, claim)
        assert newest(workspace) == "Link: D2·1 denies D1·1"
        workspace.history.undo()
    named = workspace.links.link(claim, denial, LinkType.REJECTS_IN_GENERAL)
    assert workspace.links.get(named).from_passage == denial


def test_each_end_of_a_link_tells_of_the_other(
    workspace: Workspace, documents: tuple[int, int], claim: int, denial: int
) -> None:
    link = workspace.links.link(denial, claim, note=" page 2 ", independent=Independence.YES)
    (there,) = workspace.links.of(denial)
    assert (there.link, there.passage, there.document) == (link, claim, documents[0])
    assert (there.label, there.words, there.outgoing) == ("D1·1", "denies", True)
    assert (there.quote, there.document_title) == ("They were beaten", "The Courier")
    (back,) = workspace.links.of(claim)
    assert (back.label, back.words, back.note) == ("D2·1", "denied by", "page 2")
    assert back.independent is Independence.YES
    assert [one.id for one in workspace.links.all()] == [link]


def test_a_link_knows_where_both_its_ends_stand(
    workspace: Workspace, documents: tuple[int, int], claim: int, denial: int
) -> None:
    one, other = documents
    link = workspace.links.link(denial, claim)
    inside = workspace.links.link(denial, a_passage(workspace, other, "Only 27"))
    (placed,) = workspace.links.on(one)
    assert (placed.id, placed.type) == (link, LinkType.DENIES)
    assert placed.start == PlacedEnd(other, denial, Span(0, 17))
    assert placed.end == PlacedEnd(one, claim, Span(27, 43))
    assert [placed.id for placed in workspace.links.on(other)] == [link, inside]
    assert [placed.id for placed in workspace.links.between(one, other)] == [link]
    assert [placed.id for placed in workspace.links.between(other, one)] == [link]
    assert [placed.id for placed in workspace.links.between(other, other)] == [inside]
    assert workspace.links.between(one, one) == []


def test_what_says_the_same_either_way_is_linked_once(
    workspace: Workspace, figures: tuple[int, int, int]
) -> None:
    one, other, _part = figures
    for passage in (one, other):
        values: dict[str, Value] = {
            "low": 27,
            "high": 27,
            "qualifier": "stated",
            "harm": "arrested",
        }
        workspace.records.enter(passage, values)
    assert workspace.links.proposed(one, other) is LinkType.SAME_FIGURE
    link = workspace.links.get(workspace.links.link(one, other))
    assert link.type is LinkType.SAME_FIGURE
    assert link.to_passage is not None
    uids = [workspace.passages.get(end).uid for end in (link.from_passage, link.to_passage)]
    assert uids == sorted(uids)
    for ends in ((one, other), (other, one)):
        with pytest.raises(NotAllowed, match=r"linked so already: D\d·\d same people"):
            workspace.links.link(*ends)


def test_a_shared_name_alone_never_makes_two_figures_one_count(
    workspace: Workspace, figures: tuple[int, int, int]
) -> None:
    one, other, _part = figures
    workspace.records.enter(one, {"low": 27, "high": None, "qualifier": "at_least"})
    workspace.records.enter(other, {"low": 30, "high": 30, "qualifier": "stated"})
    for passage in (one, other):
        workspace.records.enter(passage, {"harm": "arrested"})
    assert workspace.links.proposed(one, other) is LinkType.CORROBORATES
    event = workspace.events.add("The raid")
    workspace.events.put([one, other], event)
    assert workspace.links.proposed(one, other) is LinkType.SAME_FIGURE
    workspace.records.enter(one, {"high": 29})
    assert workspace.links.proposed(one, other) is LinkType.CONTRADICTS


def test_what_cannot_be_linked_is_refused_with_words(
    workspace: Workspace, claim: int, denial: int, figures: tuple[int, int, int]
) -> None:
    one, other, part = figures
    links = workspace.links
    links.link(one, claim)
    links.link(part, other, LinkType.COUNTS_WITHIN)
    links.link(other, one, LinkType.COUNTS_WITHIN)
    steps = workspace.history.ids()
    refused: list[tuple[Callable[[], object], str]] = [
        (lambda: links.link(claim, claim), "cannot be linked to itself"),
        (lambda: links.link(claim, one, LinkType.DENIES), "starts at a response"),
        (lambda: links.link(claim, denial, LinkType.SAME_FIGURE), "between two figures"),
        (lambda: links.link(one, claim), "linked so already: D1·2 supports D1·1"),
        (lambda: links.link(claim, one), "D1·1 and D1·2 are linked the other way round already"),
        (lambda: links.link(other, part, LinkType.COUNTS_WITHIN), "the other way round"),
        (lambda: links.link(one, part, LinkType.COUNTS_WITHIN), "the other way round"),
    ]
    for deed, words in refused:
        with pytest.raises(NotAllowed, match=words):
            deed()
    with pytest.raises(NotFound, match="no such passage"):
        links.link(claim, 99)
    with pytest.raises(NotFound, match="no such link"):
        links.get(99)
    assert workspace.history.ids() == steps


def test_a_link_is_changed_and_keeps_what_is_not_said(
    workspace: Workspace, claim: int, denial: int
) -> None:
    link = workspace.links.link(denial, claim, note="As he said")
    workspace.links.change(link, independent=Independence.NO)
    workspace.links.change(link, type=LinkType.REJECTS_IN_GENERAL)
    found = workspace.links.get(link)
    assert (found.type, found.note) == (LinkType.REJECTS_IN_GENERAL, "As he said")
    assert found.independent is Independence.NO
    assert newest(workspace) == "Change a link: D2·1 rejects in general D1·1"
    steps = workspace.history.ids()
    workspace.links.change(link, note=" As he said", type=LinkType.REJECTS_IN_GENERAL)
    assert workspace.history.ids() == steps
    with pytest.raises(NotAllowed, match="between two figures"):
        workspace.links.change(link, type=LinkType.UPDATES)
    workspace.links.link(denial, claim)
    with pytest.raises(NotAllowed, match="linked so already"):
        workspace.links.change(link, type=LinkType.DENIES)


def test_a_link_turns_where_its_new_kind_needs_it(
    workspace: Workspace, claim: int, denial: int
) -> None:
    link = workspace.links.link(claim, denial, LinkType.CORROBORATES)
    workspace.links.change(link, type=LinkType.DENIES)
    assert workspace.links.get(link).from_passage == denial


def test_links_are_taken_away_as_one_step_and_come_back(
    workspace: Workspace, claim: int, denial: int, figures: tuple[int, int, int]
) -> None:
    one = workspace.links.link(denial, claim)
    other = workspace.links.link(figures[0], figures[1])
    workspace.links.remove([one])
    assert newest(workspace) == "Take a link away: D2·1 denies D1·1"
    workspace.history.undo()
    workspace.links.remove([one, other])
    assert newest(workspace) == "Take 2 links away"
    assert workspace.links.of(claim) == []
    news = workspace.history.undo()
    assert [end.link for end in workspace.links.of(claim)] == [one]
    assert news.place is not None


def test_undo_lets_no_part_become_the_whole_of_its_whole(
    workspace: Workspace, figures: tuple[int, int, int]
) -> None:
    one, other, _part = figures
    link = workspace.links.link(one, other, LinkType.COUNTS_WITHIN)
    workspace.links.remove([link])
    removal = workspace.history.ids()[0]
    workspace.links.link(other, one, LinkType.COUNTS_WITHIN)
    with pytest.raises(NotAllowed, match="rests on D1·1"):
        workspace.history.take_back(removal)


def test_links_are_hidden_with_a_document_and_kept(
    workspace: Workspace, documents: tuple[int, int], claim: int, denial: int
) -> None:
    link = workspace.links.link(denial, claim)
    workspace.documents.remove([documents[1]])
    assert workspace.links.of(claim) == []
    assert workspace.links.on(documents[0]) == []
    assert workspace.links.all() == []
    workspace.history.undo()
    assert [one.id for one in workspace.links.on(documents[0])] == [link]


def test_two_chains_that_end_in_one_actor_are_told(
    workspace: Workspace, claim: int, denial: int
) -> None:
    link = workspace.links.link(denial, claim)
    assert not workspace.links.same_speaker(link)
    for passage, name in ((claim, "The Rangers"), (denial, "The Rangers")):
        workspace.records.enter(passage, {"chain": (ChainMember(None, name),)})
    assert workspace.links.same_speaker(link)
    workspace.records.enter(denial, {"chain": (ChainMember(None, "The Police"),)})
    assert not workspace.links.same_speaker(link)
    source = workspace.links.add_source("Press conference")
    assert not workspace.links.same_speaker(workspace.links.link_to_source(denial, source))


def test_a_source_not_held_is_noted_and_linked(
    workspace: Workspace, documents: tuple[int, int], denial: int, claim: int
) -> None:
    links = workspace.links
    source = links.add_source(" Press\nconference ", "ISPR", posted=read_as("14 Nov", "2020-11-14"))
    other = links.add_source("A leaflet")
    assert newest(workspace) == "Note a source to find: “A leaflet”"
    link = links.link_to_source(denial, source, LinkType.DENIES)
    assert newest(workspace) == "Link to a source not held: D2·1 denies D3 “Press conference”"
    first, second = links.sources_to_find()
    assert (first.document, first.label, first.title) == (source, "D3", "Press conference")
    assert (first.publisher, first.posted.edtf, first.links) == ("ISPR", "2020-11-14", 1)
    assert (second.document, second.links) == (other, 0)
    (end,) = links.of(denial)
    assert (end.passage, end.document, end.label, end.quote) == (None, source, "D3", "")
    (placed,) = links.on(documents[1])
    assert placed.end == PlacedEnd(source)
    assert [one.id for one in links.on(source)] == [link]
    assert links.get(links.link_to_source(claim, source)).type is LinkType.CORROBORATES
    links.change(link, type=LinkType.REJECTS_IN_GENERAL)
    assert links.get(link).to_document == source
    for deed, words in (
        (lambda: links.add_source("  "), "what the source is called"),
        (lambda: links.link_to_source(denial, documents[0]), "D1 is in this project"),
        (lambda: links.link_to_source(claim, source, LinkType.DENIES), "starts at a response"),
        (lambda: links.link_to_source(claim, source), "linked so already"),
        (lambda: links.place(links.link(denial, claim), claim), "ends at a passage already"),
    ):
        with pytest.raises(NotAllowed, match=words):
            deed()


def test_a_source_that_arrives_asks_for_its_links_to_be_placed(
    workspace: Workspace, denial: int, claim: int
) -> None:
    links = workspace.links
    source = links.add_source("Press Conference", url="https://example.org/1")
    one, other = links.link_to_source(denial, source), links.link_to_source(claim, source)
    assert links.ask_to_place(source) == []
    arrived = a_document(workspace, "We were asked. It is so.", title="press conference")
    by_address = a_document(workspace, "Another page.", url="https://example.org/1")
    assert [link.id for link in links.ask_to_place(arrived)] == [one, other]
    assert [link.id for link in links.ask_to_place(by_address)] == [one, other]
    assert links.ask_to_place(a_document(workspace, "Something else.")) == []
    expected = [(link, source, held) for held in (arrived, by_address) for link in (one, other)]
    assert [(a.link, a.source, a.document) for a in links.arrivals()] == expected
    passage = a_passage(workspace, arrived, "It is so")
    links.place(one, passage)
    assert newest(workspace) == "Place a link: D2·1 denies D4·1"
    assert (links.get(one).to_passage, links.get(one).to_document) == (passage, None)
    assert [found.document for found in links.sources_to_find()] == [source]
    links.place(other, passage)
    assert links.sources_to_find() == []
    assert links.arrivals() == []
    workspace.history.undo()
    assert [link.id for link in links.ask_to_place(arrived)] == [other]


def test_a_source_is_written_down_and_linked_in_one_step_or_neither(
    workspace: Workspace, claim: int, denial: int
) -> None:
    links = workspace.links
    link = links.link_to_new_source(denial, "A broadcast", "Radio", note="as told")
    assert newest(workspace) == "Link to a source not held: D2·1 denies “A broadcast”"
    (source,) = links.sources_to_find()
    assert (source.title, source.publisher) == ("A broadcast", "Radio")
    found = links.get(link)
    assert (found.type, found.to_document, found.note) == (
        LinkType.DENIES,
        source.document,
        "as told",
    )
    with pytest.raises(NotAllowed, match="starts at a response"):
        links.link_to_new_source(claim, "Another broadcast", type=LinkType.DENIES)
    assert [one.title for one in links.sources_to_find()] == ["A broadcast"]
    workspace.history.undo()
    assert links.sources_to_find() == []


def test_what_may_answer_a_passage_is_proposed(
    workspace: Workspace, claim: int, denial: int
) -> None:
    event = workspace.events.add("The raid")
    workspace.events.put([claim, denial], event)
    left = workspace.links.gather(1)
    assert left == 1
    found = workspace.links.counterparts(claim)
    assert [one.passage for one in found] == [denial]
    assert found[0].reasons[0].sentence == "same event: The raid"
    workspace.links.link(denial, claim)
    assert workspace.links.counterparts(claim) == []


def test_whether_two_have_anything_in_common_is_told_without_reading_the_others(
    workspace: Workspace, claim: int, denial: int
) -> None:
    assert not workspace.links.have_in_common(claim, denial)
    event = workspace.events.add("The raid")
    workspace.events.put([claim, denial], event)
    assert workspace.links.have_in_common(claim, denial)
    assert not workspace.links.have_in_common(claim, denial + 100)


def test_what_is_known_of_a_source_has_an_end_and_its_date_is_one(workspace: Workspace) -> None:
    add = workspace.links.add_source
    refused: list[tuple[Callable[[], object], str]] = [
        (lambda: add("x" * 301), "301 characters"),
        (lambda: add("A leaflet", "x" * 301), "301 characters"),
        (lambda: add("A leaflet", author="x" * 301), "301 characters"),
        (lambda: add("A leaflet", url="x" * 2001), "2001 characters"),
        (lambda: add("A leaflet", posted=read_as("May", "May")), "May"),
    ]
    for deed, words in refused:
        with pytest.raises(NotAllowed, match=words):
            deed()
    assert workspace.links.sources_to_find() == []


def test_two_figures_that_cannot_both_hold_are_not_taken_for_one_count(
    workspace: Workspace, figures: tuple[int, int, int]
) -> None:
    first, second, third = figures
    for passage, number in ((first, 2), (second, 2), (third, 300)):
        workspace.records.enter(passage, {"low": number, "high": number})
    assert workspace.links.get(workspace.links.link(first, second)).type is LinkType.SAME_FIGURE
    assert workspace.links.get(workspace.links.link(first, third)).type is LinkType.CONTRADICTS
    workspace.records.enter(second, {"negated": True})
    guessed = workspace.links.link(third, second)
    assert workspace.links.get(guessed).type is LinkType.CONTRADICTS


def test_a_number_said_not_to_be_so_excludes_the_same_number(
    workspace: Workspace, figures: tuple[int, int, int]
) -> None:
    first, second, _third = figures
    for passage in (first, second):
        workspace.records.enter(passage, {"low": 312, "high": 312})
    workspace.records.enter(second, {"negated": True})
    linked = workspace.links.link(first, second)
    assert workspace.links.get(linked).type is LinkType.CONTRADICTS
