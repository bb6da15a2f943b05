"""Tagging, and the promise that a passage never drifts."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.domain.actors import ChainMember
from reviewer.domain.citations import CitedTranslation
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.offsets import widen
from reviewer.domain.passages import Anchor, PlacedPassage
from reviewer.domain.spans import Span
from reviewer.domain.text import normalise
from reviewer.importers.originals import restored_sha256
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document, a_passage, a_project, a_tag
from tests.workspace.sources import a_source_not_held

pieces = st.sampled_from(
    [
        "Twelve people ",
        "👨‍👩‍👧‍👦",
        "🇵🇰🇩🇪",
        "e\u0301\u0323",
        "پُل پر ",
        "قَتْل‌عام",
        "\u202bمتن\u202c",
        "\r\n",
        "\n",
        "\u00a0",
        "𝔄",
        "नमस्ते",
        "\ufeff",
        "\u2028",
        "-",
        ".",
    ]
)
texts = st.lists(pieces, min_size=1, max_size=40).map("".join)


@pytest.fixture(scope="module")
def workbench(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Give one project for many examples."""
    folder = tmp_path_factory.mktemp("workbench")
    with pytest.MonkeyPatch.context() as home:
        home.setenv("REVIEWER_HOME", str(folder))
        workspace = a_project(folder)
    workspace._project.connection.execute("PRAGMA synchronous = OFF")
    return workspace


@given(raw=texts, data=st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_words_of_a_passage_stand_at_its_place_in_every_script(
    workbench: Workspace, raw: str, data: st.DataObject
) -> None:
    count = workbench.documents.count()
    document = a_document(workbench, raw + "x", title="t", original=f"{count}{raw}".encode())
    text = workbench.documents.text(document)
    assert text == normalise(raw + "x").text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    spans = {Span(start, end), widen(text, Span(start, end))}
    spans = {span for span in spans if not span.of(text).isspace()}
    tag = workbench.tags.all()[0].id
    workbench.passages.tag_many([Tagging(document, span, tag) for span in spans])
    found = workbench.passages.on(document)
    assert {passage.span for passage in found} == spans
    placed = [
        PlacedPassage(one.id, one.number, one.span, one.tag, one.analyst, sure=True)
        for one in found
    ]
    assert list(workbench.passages.placed(document)) == placed
    for passage in found:
        assert text[passage.span.start : passage.span.end] == passage.quote
        assert passage.anchor is Anchor.SURE
        row = workbench._project.rows.current("passages", [passage.id])[passage.id]
        around = text[max(0, passage.span.start - 32) : passage.span.end + 32]
        assert around == f"{row['prefix']}{row['quote']}{row['suffix']}"
    facts = workbench.documents.facts(document)
    assert facts is not None
    kept = workbench._project.texts.original(facts.original)
    assert restored_sha256(kept, text) == kept.sha256


def test_the_same_words_may_carry_several_tags_nested_and_crossing_ones_too(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, "One two three four.")
    first = a_passage(workspace, document, "two three", "Allegation")
    same = a_passage(workspace, document, "two three", "Denial")
    nested = a_passage(workspace, document, "two", "Allegation")
    crossing = a_passage(workspace, document, "three four", "Allegation")
    found = [passage.id for passage in workspace.passages.on(document)]
    assert found == [nested, first, same, crossing]
    assert [workspace.passages.label(one) for one in found] == ["D1·3", "D1·1", "D1·2", "D1·4"]


def test_the_very_same_tag_twice_is_refused_and_the_other_named(workspace: Workspace) -> None:
    document = a_document(workspace, "One two three.")
    a_passage(workspace, document, "two")
    with pytest.raises(NotAllowed, match=r"“two” has this tag already \(D1·1\)"):
        a_passage(workspace, document, "two")
    twice = Tagging(document, Span(8, 13), a_tag(workspace, "Denial"))
    with pytest.raises(NotAllowed, match="“three” has this tag already"):
        workspace.passages.tag_many([twice, twice])
    assert len(workspace.passages.ids()) == 1


@pytest.mark.parametrize(("start", "end"), [(3, 4), (0, 99), (99, 100)])
def test_blank_space_and_what_lies_outside_is_no_passage(
    workspace: Workspace, start: int, end: int
) -> None:
    document = a_document(workspace, "One two.")
    with pytest.raises(NotAllowed):
        workspace.passages.tag_passage(document, Span(start, end), a_tag(workspace, "Denial"))
    assert workspace.passages.ids() == []


def test_what_is_not_there_cannot_be_tagged_or_used(workspace: Workspace) -> None:
    document = a_document(workspace, "One two.")
    with pytest.raises(NotFound, match="tag"):
        workspace.passages.tag_passage(document, Span(0, 3), 99)
    with pytest.raises(NotFound, match="document"):
        workspace.passages.tag_passage(99, Span(0, 3), 1)
    for ask in (workspace.passages.get, workspace.passages.label):
        with pytest.raises(NotFound, match="passage"):
            ask(99)
    passage = a_passage(workspace, document, "One")
    with pytest.raises(NotFound, match="passage"):
        workspace.passages.retag([passage, 99], a_tag(workspace, "Denial"))
    with pytest.raises(NotFound, match="passage"):
        workspace.passages.remove([99])


def test_many_documents_are_tagged_in_one_step_in_the_order_asked_for(
    workspace: Workspace,
) -> None:
    documents = [a_document(workspace, f"Notice {number} of many.") for number in range(7)]
    wanted = [
        Tagging(documents[number * 3 % 7], Span(0, 6), 1 + number // 7, f" note {number}\0")
        for number in range(14)
    ]
    made = workspace.passages.tag_many(wanted)
    for tagging, passage in zip(wanted, made, strict=True):
        found = workspace.passages.get(passage)
        assert (found.document, found.tag, found.quote) == (tagging.document, tagging.tag, "Notice")
        assert found.note == tagging.note.replace("\0", "�").strip()
    assert {workspace.passages.label(one)[-1] for one in made} == {"1", "2"}


def test_retagging_leaves_alone_what_would_stand_twice(workspace: Workspace) -> None:
    document = a_document(workspace, "One two three.")
    denial, claim = a_tag(workspace, "Denial"), a_tag(workspace, "Allegation")
    one = a_passage(workspace, document, "One", "Allegation")
    both = [a_passage(workspace, document, "two", name) for name in ("Allegation", "Denial")]
    workspace.passages.retag([one, *both], denial)
    assert [workspace.passages.get(passage).tag for passage in (one, *both)] == [
        denial,
        claim,
        denial,
    ]
    new = a_tag(workspace, "Threat")
    workspace.passages.retag(both, new)
    assert sorted(workspace.passages.get(passage).tag for passage in both) == [denial, new]
    assert workspace.history.listed(workspace.history.ids()[:1])[0].sentence == (
        "Tag 2 passages as Threat instead"
    )


def test_removing_passages_says_what_was_removed(workspace: Workspace) -> None:
    document = a_document(workspace, "One two three.")
    made = [a_passage(workspace, document, word) for word in ("One", "two", "three")]
    workspace.passages.remove(made[:1])
    workspace.passages.remove(made[1:])
    assert workspace.passages.on(document) == []
    listed = workspace.history.listed(workspace.history.ids()[:2])
    assert [step.sentence for step in listed] == [
        "Remove 2 passages",
        "Remove the tag Allegation from D1·1",
    ]
    assert workspace.passages.label(a_passage(workspace, document, "One")) == "D1·4"


def test_a_note_is_kept_as_it_was_meant(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve", note=" two\r\nlines \ud83d")
    assert workspace.passages.get(passage).note == "two\nlines �"
    steps = workspace.history.ids()
    workspace.passages.note(passage, "two\nlines �")
    assert workspace.history.ids() == steps


def test_a_citation_has_everything_that_leads_back_to_the_words(workspace: Workspace) -> None:
    document = a_document(
        workspace, "Title\n\nOne two three.", title="A page", author="Asma", url="https://x.y/z"
    )
    passage = a_passage(workspace, document, "two three")
    words = workspace.passages.citation(document, Span(11, 20), passage)
    assert (words.quote, words.paragraph, words.passage) == ("two three", 2, "D1·1")
    assert (words.source, words.url) == ("Asma", "https://x.y/z")
    assert workspace.passages.citation(document, Span(7, 10)).passage == "D1"
    assert words.translation is None
    workspace.details.set_translation(passage, "Douze", "French", "Noor")
    translated = workspace.passages.citation(document, Span(11, 20), passage).translation
    assert translated == CitedTranslation("Douze", "fr", "Noor")
    with pytest.raises(NotAllowed):
        workspace.passages.citation(document, Span(7, 99))
    with pytest.raises(NotAllowed):
        workspace.passages.citation(a_source_not_held(workspace), Span(0, 1))


def test_a_passage_whose_words_do_not_stand_there_is_not_certain_and_not_moved(
    tmp_path: Path,
) -> None:
    with a_project(tmp_path) as workspace:
        document = a_document(workspace, "One two three.")
        passage = a_passage(workspace, document, "two")
        other = a_passage(workspace, document, "three")
        connection = workspace._project.connection
        with workspace.history.step("passages.note"):
            connection.execute("UPDATE passages SET quote = 'tow' WHERE id = ?", [passage])
    before = workspace.path.read_bytes()
    with Workspace.open(workspace.path, only_read=True) as workspace:
        found = {one.id: one for one in workspace.passages.on(document)}
        assert found[passage].anchor is Anchor.NOT_CERTAIN
        assert found[passage].span == Span(4, 7)
        assert found[other].anchor is Anchor.SURE
        placed = workspace.passages.placed(document)
        assert [(one.id, one.sure) for one in placed] == [(passage, False), (other, True)]
        assert workspace.passages.get(passage).anchor is Anchor.SURE
        assert [finding.subject for finding in workspace.verify()] == ["D1·1"]
    assert workspace.path.read_bytes() == before


def test_a_passage_of_another_version_of_the_text_is_not_certain(tmp_path: Path) -> None:
    with a_project(tmp_path) as workspace:
        document = a_document(workspace, "One two three.")
        a_passage(workspace, document, "two")
        other = a_document(workspace, "One two three", title="Another")
        text = workspace._project.documents.text_of(other)
        with workspace.history.step("documents.describe"):
            workspace._project.documents.set([document], {"text": text}, "now")
        assert [one.anchor for one in workspace.passages.on(document)] == [Anchor.NOT_CERTAIN]
        assert [one.sure for one in workspace.passages.placed(document)] == [False]


def test_whoever_tags_needs_a_name(tmp_path: Path) -> None:
    with a_project(tmp_path) as workspace:
        document = a_document(workspace)
    with Workspace.open(workspace.path) as nameless:
        with pytest.raises(NotAllowed, match="name is needed"):
            nameless.passages.tag_passage(document, Span(0, 6), 1)
        nameless.sign_in(NOOR)
        nameless.passages.tag_passage(document, Span(0, 6), 1)


def test_what_is_marked_already_is_no_change(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace, "Nobody was hurt."), "Nobody")
    workspace.passages.follow_up([passage], wanted=True)
    before = workspace.history.ids()
    workspace.passages.follow_up([passage], wanted=True)
    assert workspace.history.ids() == before
    workspace.passages.follow_up([passage], wanted=False)
    assert len(workspace.history.ids()) == len(before) + 1


def test_a_citation_names_who_says_so(workspace: Workspace) -> None:
    document = a_document(workspace, "At least 27 people were killed, they said.")
    passage = a_passage(
        workspace, document, "At least 27 people were killed", tag="Casualty figure"
    )
    span = workspace.passages.get(passage).span
    assert workspace.passages.citation(document, span, passage).speaker == ""
    workspace.records.enter(passage, {"chain": (ChainMember(None, "they"),)})
    assert workspace.passages.citation(document, span, passage).speaker == "they"
    army = workspace.actors.add("Army")
    workspace.records.enter(passage, {"chain": (ChainMember(army, "they"),)})
    assert workspace.passages.citation(document, span, passage).speaker == "Army"
