"""Searching the whole project, and tagging what was found."""

from itertools import islice

import pytest

from reviewer.domain.errors import Cancelled, NotFound
from reviewer.domain.queries import BadQuery
from reviewer.domain.search import Hit, HitKind
from reviewer.domain.spans import Span
from reviewer.workspace.jobs import JobProgress
from reviewer.workspace.operations import search as operations
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag
from tests.workspace.sources import a_source_not_held

BRIDGE = "Twelve people were hurt at the old bridge. Nobody was killed on the bridge, it said."
URDU = "ترجمان نے کہا کہ پُل پر ۲۷ افراد زخمی ہوئے۔"


def on_one_line(hit: Hit) -> str:
    return f"{hit.before}[{hit.words}]{hit.after}"


def test_hits_stand_in_context_best_document_first(workspace: Workspace) -> None:
    once = a_document(workspace, "Far away, in other places, a bridge was built.\nIt still stands.")
    twice = a_document(workspace, BRIDGE)
    search = workspace.search.search("BRIDGE")
    assert search.documents() == search.first_documents() == [twice, once]
    assert search.count() == 2
    hits = list(search.hits())
    assert [hit.document for hit in hits] == [twice, twice, once]
    assert on_one_line(hits[0]) == (
        "Twelve people were hurt at the old [bridge]. Nobody was killed on the bridge, it said."
    )
    assert on_one_line(hits[2]) == (
        "Far away, in other places, a [bridge] was built. It still stands."
    )
    for hit in hits:
        assert hit.kind is HitKind.TEXT
        assert hit.opens == hit.span
        assert hit.span.of(workspace.documents.text(hit.document or 0)) == hit.words


def test_spellings_do_not_matter_and_the_place_is_in_the_real_text(workspace: Workspace) -> None:
    document = a_document(workspace, f"مقدمہ\n\n{URDU}")
    (hit,) = workspace.search.search("پل NEAR/2 27").hits()
    assert hit.words == "پُل پر ۲۷"
    assert hit.span.of(workspace.documents.text(document)) == "پُل پر ۲۷"


def test_the_rest_of_the_documents_comes_behind_the_first_ones(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operations, "AT_ONCE", 2)
    made = [a_document(workspace, f"bridge {'x ' * number}") for number in range(5)]
    search = workspace.search.search("bridge")
    assert len(search.first_documents()) == 2
    assert [hit.document for hit in search.hits()] == search.documents() == made
    shorter = workspace.search.search("bridge")
    hits = shorter.hits()
    assert [hit.document for hit in islice(hits, 3)] == made[:3]
    assert list(hits_of(workspace, "nothing")) == []


def hits_of(workspace: Workspace, words: str) -> list[Hit]:
    return list(workspace.search.search(words).hits())


def test_a_document_taken_back_meanwhile_is_passed_over(workspace: Workspace) -> None:
    first = a_document(workspace, "bridge")
    a_document(workspace, "bridge and more")
    search = workspace.search.search("bridge")
    assert len(search.documents()) == 2
    workspace.history.undo()
    assert [hit.document for hit in search.hits()] == [first]
    with pytest.raises(NotFound):
        list(search.hits_in(99))


def test_a_source_not_held_has_no_hits(workspace: Workspace) -> None:
    source = a_source_not_held(workspace)
    assert list(workspace.search.search("source").hits_in(source)) == []


def test_a_search_can_be_stopped(workspace: Workspace) -> None:
    for number in range(3):
        a_document(workspace, f"bridge {number}")
    progress = JobProgress(lambda *_: None)
    hits = workspace.search.search("bridge").hits(progress)
    next(hits)
    progress.cancel()
    with pytest.raises(Cancelled):
        next(hits)
    with pytest.raises(Cancelled):
        list(workspace.search.in_titles_and_notes("bridge", progress))


def test_a_bad_query_is_told_before_anything_is_read(workspace: Workspace) -> None:
    for ask in (
        workspace.search.search,
        workspace.search.in_passages,
        workspace.search.in_titles_and_notes,
        workspace.search.in_register,
        workspace.search.in_journal,
    ):
        with pytest.raises(BadQuery):
            ask("(bridge")


def test_passages_are_searched_in_all_their_words(workspace: Workspace) -> None:
    document = a_document(workspace, BRIDGE)
    first = a_passage(workspace, document, "Twelve people were hurt", note="the old bridge?")
    second = a_passage(workspace, document, "hurt at the old bridge", "Denial")
    workspace.details.set_statement(first, "The paper says that a bridge fell.")
    workspace.details.set_translation(second, "Zwölf Verletzte an der alten Brücke", "de", "Noor")
    found = list(workspace.search.in_passages("bridge OR brucke"))
    assert [(hit.passage, hit.kind, on_one_line(hit)) for hit in found] == [
        (first, HitKind.PASSAGE_NOTE, "the old [bridge]?"),
        (first, HitKind.STATEMENT, "The paper says that a [bridge] fell."),
        (second, HitKind.QUOTE, "hurt at the old [bridge]"),
        (second, HitKind.TRANSLATION, "Zwölf Verletzte an der alten [Brücke]"),
    ]
    assert found[0].opens == Span(0, 23)
    text = workspace.documents.text(document)
    assert [hit.opens.of(text) for hit in found[2:3] if hit.opens] == ["bridge"]
    assert list(workspace.search.in_passages("twelve bridge")) == []


def test_what_is_entered_of_a_passage_is_found_and_what_was_only_read_is_not(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, "At least 27 people were killed. A spokesman denied it.")
    figure = a_passage(workspace, document, "At least 27 people were killed", "Casualty figure")
    denial = a_passage(workspace, document, "A spokesman denied it", "Denial")
    workspace.records.enter(figure, {"victim_group": "dockers", "place": "the harbour"})
    workspace.records.enter(denial, {"what_is_denied": "the raid on the dockers"})
    channel = workspace.fields.add(a_tag(workspace, "Denial"), "Channel")
    workspace.records.enter_own(denial, channel, "dockers’ radio")
    found = list(workspace.search.in_passages("dockers"))
    assert [(hit.passage, hit.kind, on_one_line(hit)) for hit in found] == [
        (figure, HitKind.RECORD, "[dockers]"),
        (denial, HitKind.RECORD, "the raid on the [dockers]"),
        (denial, HitKind.RECORD, "[dockers]’ radio"),
    ]
    assert found[0].opens == Span(0, 30)
    assert workspace.carried.of_many([figure])[figure].read["harm"] == "killed"
    assert [hit.kind for hit in workspace.search.in_passages("killed")] == [HitKind.QUOTE]


def test_actors_are_found_by_any_name_and_events_by_theirs(workspace: Workspace) -> None:
    union = workspace.actors.add("Union of dockers", names=["Harbour union"])
    office = workspace.actors.add("Harbour office")
    raid = workspace.events.add("Raid on the harbour")
    workspace.events.add("March")
    found = list(workspace.search.in_register("harbour"))
    assert [(hit.kind, hit.actor, hit.event, on_one_line(hit)) for hit in found] == [
        (HitKind.ACTOR, office, None, "[Harbour] office"),
        (HitKind.ACTOR, union, None, "[Harbour] union"),
        (HitKind.EVENT, None, raid, "Raid on the [harbour]"),
    ]
    assert {(hit.document, hit.passage, hit.opens) for hit in found} == {(None, None, None)}


def test_titles_and_notes_are_searched(workspace: Workspace) -> None:
    first = a_document(workspace, "One.", title="The Old Bridge")
    second = a_document(workspace, "Two.", title="Another")
    workspace.documents.describe(second, "note", "see the bridge")
    workspace.notes.add("Ask who built the bridge")
    workspace.notes.add("Ask who paid")
    found = [
        *workspace.search.in_titles_and_notes("bridge"),
        *workspace.search.in_journal("bridge"),
    ]
    assert [(hit.kind, hit.document, on_one_line(hit), hit.opens) for hit in found] == [
        (HitKind.TITLE, first, "The Old [Bridge]", None),
        (HitKind.DOCUMENT_NOTE, second, "see the [bridge]", None),
        (HitKind.PROJECT_NOTE, None, "Ask who built the [bridge]", None),
    ]
    assert found[2].note is not None


def test_hits_are_tagged_as_one_step_and_what_has_the_tag_is_passed_over(
    workspace: Workspace,
) -> None:
    first = a_document(workspace, BRIDGE)
    second = a_document(workspace, "Another bridge.  ")
    tag = a_tag(workspace, "Place")
    known = workspace.passages.tag_passage(first, Span(35, 41), tag)
    hits = workspace.search.search("bridge").hits()
    places = [(hit.document, hit.span) for hit in hits if hit.document]
    places += [places[0], (second, Span(15, 17))]
    before = len(workspace.history.ids())
    tagged = workspace.search.tag_hits(places, tag)
    assert (len(tagged.passages), tagged.skipped) == (2, 3)
    assert [one.quote for one in workspace.passages.on(first)] == ["bridge", "bridge"]
    assert len(workspace.history.ids()) == before + 1
    again = workspace.search.tag_hits(places, tag)
    assert (again.passages, again.skipped) == ([], 5)
    assert len(workspace.history.ids()) == before + 1
    workspace.history.undo()
    assert [one.id for one in workspace.passages.on(first)] == [known]
    assert workspace.passages.on(second) == []


def test_of_hits_the_sentences_around_them_are_tagged_each_once(workspace: Workspace) -> None:
    first = a_document(workspace, "He ran. The bridge was the last bridge. It fell.")
    second = a_document(workspace, "Another bridge fell")
    tag = a_tag(workspace, "Place")
    workspace.passages.tag_passage(second, Span(0, 19), tag)
    hits = workspace.search.search("bridge").hits()
    places = [(hit.document, hit.span) for hit in hits if hit.document]
    tagged = workspace.search.tag_hits(places, tag, sentences=True)
    assert (len(tagged.passages), tagged.skipped) == (1, 1)
    (made,) = workspace.passages.on(first)
    assert made.quote == "The bridge was the last bridge."


def test_an_unknown_tag_or_place_tags_nothing(workspace: Workspace) -> None:
    document = a_document(workspace)
    with pytest.raises(NotFound):
        workspace.search.tag_hits([], 99)
    with pytest.raises(NotFound):
        workspace.search.tag_hits([(document, Span(0, 6)), (99, Span(0, 6))], a_tag(workspace, "x"))
    assert workspace.passages.count() == 0
