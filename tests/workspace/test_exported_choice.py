"""What another program is given of a project: what was chosen, and what belongs to it."""

from dataclasses import replace

import pytest

from reviewer.domain.errors import NotFound
from reviewer.domain.links import LinkType
from reviewer.domain.snapshot import PassageFilter
from reviewer.workspace.exported_choice import ChosenSnapshot
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, an_incoming, import_incoming


def snapshot(
    workspace: Workspace, passages: tuple[int, ...] = (), documents: tuple[int, ...] = ()
) -> ChosenSnapshot:
    exports = workspace.exports
    chosen = PassageFilter(passages=passages, documents=documents)
    return ChosenSnapshot(exports._project, exports._keeper, exports._compare, chosen)


def titles(found: ChosenSnapshot) -> list[str]:
    return [one.document.title for one in found.held()]


def test_only_documents_and_links_of_chosen_passages_go(workspace: Workspace) -> None:
    first = a_document(workspace, "They were beaten. A man was shot.", title="First")
    second = a_document(workspace, "Nobody was beaten.", title="Second")
    third = a_document(workspace, "It rained.", title="Third")
    beaten = a_passage(workspace, first, "They were beaten", "Allegation")
    shot = a_passage(workspace, first, "A man was shot", "Allegation")
    denial = a_passage(workspace, second, "Nobody was beaten", "Denial")
    workspace.links.link(denial, beaten)
    workspace.links.link(shot, beaten, LinkType.REPEATS)
    event = workspace.events.add("Raid")
    workspace.events.nothing_on_this(event, third)
    workspace.events.nothing_on_this(event, second)
    workspace.ratings.rate("B", "Known for years", document=third)
    workspace.ratings.rate("C", "New", document=second)

    everything = snapshot(workspace)
    assert titles(everything) == ["First", "Second", "Third"]
    assert len(list(everything.links())) == 2
    assert len(list(everything.nothings())) == len(list(everything.ratings())) == 2

    some = snapshot(workspace, passages=(beaten, shot))
    assert titles(some) == ["First"]
    assert [one.start_quote for one in some.links()] == ["A man was shot"]
    assert not list(some.nothings())
    assert not list(some.ratings())
    assert titles(snapshot(workspace, documents=(third,))) == ["Third"]


def test_a_link_to_a_source_not_held_goes_with_its_passage(workspace: Workspace) -> None:
    document = a_document(workspace, "They were beaten. A man was shot.")
    beaten = a_passage(workspace, document, "They were beaten", "Allegation")
    shot = a_passage(workspace, document, "A man was shot", "Allegation")
    leaflet = workspace.links.add_source("A leaflet")
    workspace.links.link_to_source(beaten, leaflet, LinkType.REPEATS)
    assert len(list(snapshot(workspace, passages=(beaten,)).links())) == 1
    assert list(snapshot(workspace, passages=(shot,)).links()) == []


def test_a_document_taken_off_the_list_takes_its_links_along(workspace: Workspace) -> None:
    first = a_document(workspace, "They were beaten.")
    second = a_document(workspace, "Nobody was beaten.")
    beaten = a_passage(workspace, first, "They were beaten", "Allegation")
    workspace.links.link(a_passage(workspace, second, "Nobody was beaten", "Denial"), beaten)
    workspace.documents.remove([second])
    assert list(snapshot(workspace).links()) == []


def test_bytes_that_were_dropped_are_not_given(workspace: Workspace) -> None:
    incoming = an_incoming("It rained.", original=b"%PDF")
    dropped = replace(incoming, original=incoming.original.without_bytes())
    kept = a_document(workspace, "It snowed.", original=b"the bytes")
    gone = import_incoming(workspace, dropped)
    found = snapshot(workspace)
    assert found.original(workspace.documents.get(kept).uid) == b"the bytes"
    assert found.original(workspace.documents.get(gone).uid) is None


def test_other_programs_have_the_text_so_nothing_around_a_passage_is_looked_for(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, "It rained.\n\nThey were beaten, all of them. A man was shot.")
    a_passage(workspace, document, "They were beaten", "Allegation")
    (one,) = snapshot(workspace).passages()
    assert (one.quote, one.sentence, one.paragraph) == ("They were beaten", "", 0)


def test_words_are_given_by_the_uid_of_their_document_alone(workspace: Workspace) -> None:
    document = a_document(workspace, "They were beaten.", title="First")
    found = snapshot(workspace)
    assert found.text(workspace.documents.get(document).uid) == "They were beaten."
    with pytest.raises(NotFound):
        found.text("First")
