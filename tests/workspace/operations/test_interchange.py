"""Work of another program is looked at before it comes, and one undo takes all of it back."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.documents import ReviewStatus
from reviewer.domain.errors import Cancelled
from reviewer.domain.events import EventType
from reviewer.domain.figures import Harm
from reviewer.domain.interchange import Brought, Doubt
from reviewer.domain.passages import Anchor
from reviewer.domain.progress import Silent
from reviewer.domain.spans import Span
from reviewer.domain.versions import CarriedBy
from reviewer.domain.words import N_
from reviewer.importers import json_lines
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_work import OtherWork
from reviewer.workspace.taking.prospect import ComingDocument, ComingTag
from tests.builders import a_document, an_incoming

NOTE = "The army said 12 were hurt. A man denied it. Nobody else spoke."


def work(documents: Mapping[str, str], *rows: Mapping[str, object]) -> OtherWork:
    """Return what a file with these documents, by key, and rows holds."""
    return OtherWork(
        Path("study.other"),
        "other",
        "Other",
        tuple(
            Brought(key, an_incoming(text, title=f"{key} study")) for key, text in documents.items()
        ),
        tuple(json_lines.row_of(number, row) for number, row in enumerate(rows, start=1)),
        (Doubt(N_("{count} pictures were left out."), {"count": 2}),),
        tuple(f"row {number}" for number in range(1, 1 + len(rows))),
    )


def passage(document: str, start: int, end: int, quote: str, **more: object) -> dict[str, object]:
    return {
        "document": document,
        "start": start,
        "end": end,
        "quote": quote,
        "tag": "Harm",
        **more,
    }


HURT = passage("a", 14, 26, "12 were hurt", key="h")
DENIED = passage("a", 28, 43, "A man denied it", key="d", tag="Denial")


def test_documents_and_passages_come_as_one_change_and_one_undo(workspace: Workspace) -> None:
    before = workspace.history.newest()
    coming = work(
        {"a": NOTE, "b": "Another one."},
        {"row": "tag", "name": "Harm", "definition": "Who was hurt."},
        HURT,
        DENIED,
        {"row": "link", "type": "denies", "from": "d", "to": "h"},
    )
    found = workspace.interchange.take(coming, Silent())
    assert [outcome.problem for outcome in found.outcomes] == [None, None]
    assert found.taken.refused == []
    assert found.not_certain == []
    assert len(workspace.links.all()) == 1
    assert len(workspace.history.ids()) == 2  # making the project, and this
    words = {workspace.passages.get(one.passage).quote for one in found.taken.passages}
    assert words == {"12 were hurt", "A man denied it"}
    workspace.history.undo()
    assert workspace.documents.ids() == []
    assert workspace.tags.named("Harm") is None
    assert workspace.history.newest() > before


def test_a_document_that_is_here_word_for_word_is_not_doubled(workspace: Workspace) -> None:
    a_document(workspace, NOTE, title="Other title")
    meant = a_document(workspace, NOTE, title="a study", original=b"another file")
    older = a_document(workspace, "Another one.")
    workspace.documents.describe(older, "title", "Corrected")
    coming = work({"a": NOTE, "b": "Another one.", "c": "Something new."}, HURT)
    seen = workspace.interchange.look(coming, Silent())
    label = workspace.documents.get(meant).label
    assert seen.documents == [
        ComingDocument("a study", "a.txt", 1, label),
        ComingDocument("b study", "b.txt", 0, workspace.documents.get(older).label),
        ComingDocument("c study", "c.txt", 0),
    ]
    found = workspace.interchange.take(coming, Silent())
    assert found.joined == [meant, older]
    assert len(found.outcomes) == 1
    (taken,) = found.taken.passages
    assert workspace.passages.get(taken.passage).document == meant


def test_what_a_newer_version_says_no_more_is_another_document(workspace: Workspace) -> None:
    document = a_document(workspace, NOTE, title="a study")
    workspace.versions.replace(document, an_incoming("Corrected since.", title="a study"))
    found = workspace.interchange.take(work({"a": NOTE}, HURT), Silent())
    assert found.joined == []


def test_two_documents_of_the_same_words_stay_two(workspace: Workspace) -> None:
    coming = work({"a": NOTE, "b": NOTE}, HURT, {**HURT, "document": "b", "key": "i"})
    found = workspace.interchange.take(coming, Silent())
    documents = {workspace.passages.get(one.passage).document for one in found.taken.passages}
    assert len(documents) == 2


def test_a_document_that_cannot_be_kept_is_named_and_so_is_what_it_carries(
    workspace: Workspace,
) -> None:
    broken = an_incoming(NOTE, title="half a\0title")
    coming = replace(work({}, HURT), documents=(Brought("a", broken),))
    found = workspace.interchange.take(coming, Silent())
    (outcome,) = found.outcomes
    assert "cannot be kept as it was read" in str(outcome.problem)
    assert [one.number for one in found.taken.refused] == [1]


def test_other_words_of_a_file_that_is_here_are_a_document_of_their_own(
    workspace: Workspace,
) -> None:
    here = a_document(workspace, "As another reader has it.", original=NOTE.encode())
    coming = work({"a": NOTE}, HURT)
    found = workspace.interchange.take(coming, Silent())
    assert found.taken.refused == []
    passage_now = workspace.passages.get(found.taken.passages[0].passage)
    assert passage_now.document != here
    newer = work({"a": NOTE + " More."}, HURT)
    same_file = replace(newer.documents[0].incoming, original=coming.documents[0].incoming.original)
    newer = replace(newer, documents=(Brought("a", same_file),))
    assert workspace.interchange.take(newer, Silent()).taken.refused == []
    assert len(workspace.documents.ids()) == 3


def test_what_is_here_already_is_told_before_it_is_taken_a_second_time(
    workspace: Workspace,
) -> None:
    doubled = {**HURT, "key": "again"}
    coming = work({"a": NOTE}, HURT, DENIED, doubled, {**HURT, "document": "a", "tag": "Other"})
    assert [one.number for one in workspace.interchange.look(coming, Silent()).refused] == [3, 4]
    workspace.interchange.take(coming, Silent())
    seen = workspace.interchange.look(coming, Silent())
    assert (seen.passages, [one.number for one in seen.refused]) == (0, [1, 2, 3, 4])
    assert "D1·1" in str(seen.refused[0].problem)
    taken = workspace.interchange.take(coming, Silent()).taken
    assert [one.number for one in taken.refused] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("start", "end"),
    [(5, 5), (9, 5), (-3, 5), (-3, -1), (0, 2**63), (10**30, 10**30 + 12), (2**62, 2**62 + 12)],
)
def test_words_at_what_is_no_place_are_not_certain_and_stop_nothing(
    workspace: Workspace, start: int, end: int
) -> None:
    coming = work({"a": NOTE}, passage("a", start, end, "12 were hurt"), DENIED)
    assert workspace.interchange.look(coming, Silent()).not_certain == 1
    found = workspace.interchange.take(coming, Silent())
    assert (len(found.taken.passages), len(found.not_certain)) == (2, 1)
    (moved,) = workspace.versions.to_look_at()
    assert moved.before == "12 were hurt"
    workspace.history.undo()
    assert workspace.documents.ids() == []


def test_details_that_a_tag_has_no_place_for_are_told_before_as_they_are_after(
    workspace: Workspace,
) -> None:
    """Whether the tag is here, comes along, or is made because a passage asks for it."""
    twelve = {"record": {"low": 12, "high": 12}}
    coming = work(
        {"a": NOTE},
        {"row": "tag", "name": "Counted", "record": "figure"},
        passage("a", 14, 16, "12", tag="Counted", **twelve),
        passage("a", 14, 16, "12", tag="Casualty figure", **twelve),
        passage("a", 14, 16, "12", tag="Denial", **twelve),
        passage("a", 14, 16, "12", tag="Harm", **twelve),
        passage("a", 0, 3, "The", tag="Counted", record={"low": 9, "high": 3}),
    )
    seen = workspace.interchange.look(coming, Silent())
    assert [one.number for one in seen.refused] == [4, 5, 6]
    taken = workspace.interchange.take(coming, Silent()).taken
    assert [str(one.problem) for one in taken.refused] == [str(one.problem) for one in seen.refused]


def test_looking_at_it_can_be_stopped(workspace: Workspace) -> None:
    with pytest.raises(Cancelled):
        workspace.interchange.look(work({"a": NOTE}, HURT), Impatient(0))


def test_what_would_come_is_told_before_anything_is_written(workspace: Workspace) -> None:
    held = a_document(workspace, "A man was shot. He lived.", title="Held")
    newest = workspace.history.newest()
    seen = workspace.interchange.look(
        work(
            {"a": NOTE},
            {"row": "tag", "name": "Unused"},
            {"row": "event", "name": "Raid"},
            HURT,
            passage("a", 0, 12, "12 were hurt", tag="Place"),
            passage("Held", 0, 14, "A man was shot", tag="Allegation"),
            passage("nobody", 0, 4, "Gone"),
            passage("a", 900, 901, ""),
            {"row": "link", "type": "denies", "from": "h", "to": "h"},
            {"row": "passage"},
            passage("nobody", 0, 4, "Gone", tag="Unheard"),
        ),
        Silent(),
    )
    assert workspace.history.newest() == newest
    assert (seen.passages, seen.links, seen.events, seen.not_certain) == (3, 1, 1, 1)
    assert [one.number for one in seen.refused] == [6, 7, 9, 10]
    assert seen.tags == [
        ComingTag("Unused", 0, here=False),
        ComingTag("Harm", 1, here=False, refused=2),
        ComingTag("Place", 1, here=False),
        ComingTag("Allegation", 1, here=True),
        ComingTag("Unheard", 0, here=False, refused=1, comes=False),
    ]
    label = workspace.documents.get(held).label
    assert seen.documents[1:] == [ComingDocument("Held", "held.txt", 1, label, comes=False)]
    assert seen.doubts[0].values == {"count": 2}


@pytest.mark.parametrize(
    ("start", "quote", "by", "stands"),
    [
        (0, "12 were hurt", CarriedBy.QUOTE, "12 were hurt"),
        (40, "12 were burnt badly", CarriedBy.LIKENESS, "12 were"),
        (900, "e", CarriedBy.NOTHING, "."),
        (2, "Kilns were found", CarriedBy.NOTHING, "e army said 12 w"),
    ],
)
def test_other_words_than_stand_there_make_a_place_not_certain(
    workspace: Workspace, start: int, quote: str, by: CarriedBy, stands: str
) -> None:
    row = passage("a", start, start + len(quote), quote, tag="Casualty figure")
    found = workspace.interchange.take(work({"a": NOTE}, row), Silent())
    (passage_id,) = found.not_certain
    kept = workspace.passages.get(passage_id)
    assert (kept.quote, kept.anchor) == (quote, Anchor.NOT_CERTAIN)
    assert kept.span.of(NOTE) == stands
    (listed,) = workspace.versions.to_look_at()
    assert (listed.passage, listed.by, listed.before) == (passage_id, by, quote)
    assert listed.from_span == Span(start, start + len(quote))
    assert list(workspace.verify()) == []


def test_of_words_that_stand_more_than_once_the_nearest_are_proposed(workspace: Workspace) -> None:
    text = "One died. Two fled. One died. They ran."
    row = {"document": "a", "quote": "One died", "tag": "Harm"}
    near = {**row, "start": 22, "end": 30}
    found = workspace.interchange.take(work({"a": text}, row, near), Silent())
    places = [workspace.passages.get(passage).span for passage in found.not_certain]
    assert places == [Span(0, 8), Span(20, 28)]
    (first, second) = workspace.versions.to_look_at()
    assert first.by is second.by is CarriedBy.CONTEXT
    assert not first.certain  # so it is not among those that are accepted all at once
    workspace.versions.accept([first.passage])
    assert workspace.passages.get(first.passage).anchor is Anchor.SURE


class Impatient:
    """Somebody who stops it as soon as so much was told."""

    def __init__(self, patience: int) -> None:
        self.patience = patience

    def report(self, done: int, total: int | None = None, what: str = "") -> None:
        del done, total, what
        self.patience -= 1
        if self.patience < 0:
            raise Cancelled(N_("Stopped."))


@pytest.mark.parametrize("patience", [0, 1])
def test_stopped_in_the_middle_it_leaves_nothing(workspace: Workspace, patience: int) -> None:
    newest = workspace.history.newest()
    with pytest.raises(Cancelled):
        workspace.interchange.take(work({"a": NOTE}, HURT), Impatient(patience))
    assert workspace.documents.ids() == []
    assert workspace.history.newest() == newest


def test_work_stands_under_the_name_of_whoever_did_it(workspace: Workspace) -> None:
    """Somebody nobody knows here is written down; without a time that can be read it is now."""
    made = {"analyst": "Basit", "created": "2024-05-06T07:08:09+02:00"}
    coming = work(
        {"a": NOTE},
        {**HURT, **made},
        {**DENIED, "analyst": "Basit", "created": "yesterday"},
        passage("a", 0, 8, "The army"),
        {"row": "link", "type": "denies", "from": "d", "to": "h", **made},
    )
    found = workspace.interchange.take(coming, Silent())
    names = {one.id: one.name for one in workspace.analysts()}
    first, second, third = (workspace.passages.get(one.passage) for one in found.taken.passages)
    assert [names[one.analyst] for one in (first, second, third)] == ["Basit", "Basit", "Noor"]
    assert first.created_at == "2024-05-06T05:08:09.000+00:00"
    assert min(second.created_at, third.created_at) > first.created_at
    (link,) = workspace.links.all()
    assert (names[link.analyst], link.created_at) == ("Basit", first.created_at)


def test_the_taking_in_can_be_stopped_among_its_tags_too(workspace: Workspace) -> None:
    class Stop:
        def report(self, done: int, total: int | None = None, what: str = "") -> None:
            del what
            if (done, total) == (100, 120):
                raise Cancelled("Stopped.")

    tags = len(workspace.tags.all())
    rows: list[dict[str, object]] = [{"row": "tag", "name": f"T{n}"} for n in range(120)]
    with pytest.raises(Cancelled):
        workspace.interchange.take(work({"a": NOTE}, *rows, HURT), Stop())
    assert len(workspace.tags.all()) == tags
    assert workspace.documents.ids() == []


def test_a_file_that_comes_again_brings_the_links_it_did_not_have_before(
    workspace: Workspace,
) -> None:
    workspace.interchange.take(work({"a": NOTE}, HURT, DENIED), Silent())
    link = {"row": "link", "type": "denies", "from": "d", "to": "h"}
    again = workspace.interchange.take(work({"a": NOTE}, HURT, DENIED, link), Silent())
    assert [one.number for one in again.taken.refused] == [1, 2]
    assert len(workspace.links.all()) == 1
    assert workspace.passages.count() == 2


def test_how_far_a_document_was_read_here_is_not_unsaid_by_other_work(
    workspace: Workspace,
) -> None:
    here = a_document(workspace, NOTE, title="a study")
    workspace.documents.review([here], ReviewStatus.DONE)
    unread = {"row": "document", "review_status": "unread", "note": "Theirs."}
    coming = work(
        {"a": NOTE, "b": "Another one."},
        {**unread, "document": "a"},
        {**unread, "document": "b", "review_status": "done"},
        HURT,
    )
    assert workspace.interchange.look(coming, Silent()).kept == 1
    found = workspace.interchange.take(coming, Silent())
    assert found.taken.kept == 1
    assert workspace.documents.get(here).review_status is ReviewStatus.DONE
    assert workspace.documents.get(here).note == ""
    (fresh,) = [one.document for one in found.outcomes if one.document is not None]
    assert workspace.documents.get(fresh).review_status is ReviewStatus.DONE
    assert workspace.documents.get(fresh).note == "Theirs."
    again = workspace.interchange.take(
        work({"a": NOTE}, {"row": "document", "document": "a", "review_status": "done"}), Silent()
    )
    assert again.taken.kept == 0


def test_a_question_is_known_by_its_wording_where_nothing_else_is_said(
    workspace: Workspace,
) -> None:
    """A table of passages has no room for more, and comes again without doubling questions."""
    event = workspace.events.add("Raid", EventType.INCIDENT)
    known = workspace.events.ask(event, "Killed", Harm.KILLED, "civilians")
    rows = (
        {"row": "event", "name": "Raid"},
        {"row": "question", "event": "Raid", "wording": "killed"},
        {**HURT, "events": [{"event": "Raid", "question": "Killed"}]},
    )
    found = workspace.interchange.take(work({"a": NOTE}, *rows), Silent())
    assert found.taken.refused == []
    assert [one.id for one in workspace.events.questions(event)] == [known]


def test_that_a_note_on_what_is_tagged_already_was_left_is_said(workspace: Workspace) -> None:
    workspace.interchange.take(work({"a": NOTE}, HURT, DENIED), Silent())
    again = work({"a": NOTE}, {**HURT, "note": "Theirs."}, DENIED)
    found = workspace.interchange.take(again, Silent())
    noted, bare = (str(one.problem) for one in found.taken.refused)
    assert noted.startswith("“12 were hurt” has this tag already (D1·1). What else this says")
    assert bare == "“A man denied it” has this tag already (D1·2)."
    assert all(not one.note for one in workspace.passages.on(workspace.documents.ids()[0]))


def test_passages_that_come_with_our_numbers_keep_to_them(workspace: Workspace) -> None:
    coming = work(
        {"a": NOTE},
        passage("a", 0, 8, "The army", key="D1·2"),
        {**HURT, "key": "D1·1"},
        {**DENIED, "key": "D1·3"},
    )
    workspace.interchange.take(coming, Silent())
    (document,) = workspace.documents.ids()
    numbers = {one.quote: one.number for one in workspace.passages.on(document)}
    assert numbers == {"The army": 2, "12 were hurt": 1, "A man denied it": 3}
