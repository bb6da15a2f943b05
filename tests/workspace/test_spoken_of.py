"""Another program that is given a choice is told of nothing that the choice does not speak of."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.domain.actors import ChainMember, Named
from reviewer.domain.errors import NothingChosen
from reviewer.domain.interchange import Sent
from reviewer.domain.links import LinkType
from reviewer.domain.progress import Silent
from reviewer.domain.records import Value
from reviewer.domain.snapshot import PassageFilter
from reviewer.exporters.interchange import all_projects
from reviewer.workspace.exported_choice import ChosenSnapshot
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_project

FORMATS = [one.key for one in all_projects()]
ROLES = ("speaker", "accused", "victim", "publisher", "bystander")


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give two accounts with nothing in common but a check; each has words of its own.

    All that is known of the first has the word Ones in it, of the second Twos; all are protected.
    """
    with a_project(tmp_path_factory.mktemp("spoken"), "dossier") as workspace:
        for word in ("Ones", "Twos"):
            an_account(workspace, word)
        first, second = workspace.documents.ids()
        raid, other = (event("Ones raid", workspace), event("Twos raid", workspace))
        (killed, *_rest) = workspace.events.questions(raid)
        workspace.events.nothing_on_this(raid, second, killed.id)
        workspace.events.nothing_on_this(other, first)
        silent = workspace.events.ask(raid, "Ones silence")
        workspace.events.nothing_on_this(raid, second, silent)
        yield workspace


def an_account(workspace: Workspace, word: str) -> None:
    document = a_document(workspace, f"It was a raid. One was hurt. {word}.", title=f"{word} doc")
    said = a_passage(workspace, document, "It was a raid", "Allegation")
    figure = a_passage(workspace, document, "One was hurt", "Casualty figure")
    actors = {}
    for role in ROLES:
        actors[role] = workspace.actors.add(f"{word} {role}", names=(f"{word} {role} alias",))
        workspace.actors.change(actors[role], protected=True, note=f"{word} note of {role}")
    several: dict[str, Value] = {
        "accused": (Named(actors["accused"]),),
        "victims": (Named(actors["victim"]), Named(None, "others")),
    }
    workspace.records.enter(said, several, confirm=True)
    counted: dict[str, Value] = {
        "low": 1,
        "harm": "injured",
        "chain": (ChainMember(None, "sources"), ChainMember(actors["speaker"])),
    }
    workspace.records.enter(figure, counted, confirm=True)
    workspace.actors.publish([document], actors["publisher"])
    raid = workspace.events.add(f"{word} raid")
    workspace.events.nest(raid, workspace.events.add(f"{word} year"))
    workspace.events.put([figure], raid)
    (question,) = workspace.events.questions(raid)
    workspace.events.set_working(question.id, 1, None, f"{word} list")
    leaflet = workspace.links.add_source(f"{word} leaflet")
    workspace.links.link_to_source(figure, leaflet)
    workspace.links.link_to_source(said, leaflet, LinkType.REPEATS)
    workspace.links.link(figure, said, LinkType.CORROBORATES)
    workspace.ratings.rate("B", f"{word} reason", document=document)
    workspace.ratings.rate("C", f"{word} reason", actor=actors["publisher"])
    workspace.ratings.rate("D", f"{word} reason", actor=actors["bystander"])
    workspace.ratings.rate("3", f"{word} reason", question=question.id)


def event(name: str, workspace: Workspace) -> int:
    return next(one.id for one in workspace.events.all() if one.name == name)


def sent(workspace: Workspace, key: str, chosen: PassageFilter) -> tuple[Sent, str]:
    """Return what went out and the words of all files in it, unpacked."""
    target = io.BytesIO()
    told = workspace.exports.send(key, target, Silent(), chosen)
    data = target.getvalue()
    if zipfile.is_zipfile(target):
        with zipfile.ZipFile(target) as archive:
            data = b"\n".join([one.encode() for one in archive.namelist()])
            data += b"\n".join(map(archive.read, archive.namelist()))
    return told, data.decode("utf-8")


def snapshot(workspace: Workspace, chosen: PassageFilter) -> ChosenSnapshot:
    exports = workspace.exports
    return ChosenSnapshot(exports._project, exports._keeper, exports._compare, chosen)


def of_tag(workspace: Workspace, name: str) -> tuple[int, ...]:
    return tuple(one.id for one in workspace.tags.all() if one.name == name)


@pytest.mark.parametrize("key", FORMATS)
def test_of_what_a_chosen_document_does_not_speak_no_file_has_a_word(
    dossier: Workspace, key: str
) -> None:
    first, second = dossier.documents.ids()
    for document, other, named in ((first, "Twos", "Ones"), (second, "Ones", "Twos")):
        told, words = sent(dossier, key, PassageFilter(documents=(document,)))
        assert other not in words
        assert f"{named} bystander" not in words
        for role in ROLES[:-1]:
            assert f"{named} note of {role}" in words
        for what in ("year", "raid", "list", "leaflet", "reason"):
            assert f"{named} {what}" in words
        assert told.named == len(ROLES) - 1


@pytest.mark.parametrize("key", FORMATS)
def test_a_choice_by_tag_tells_of_those_its_passages_name_and_of_the_publishers(
    dossier: Workspace, key: str
) -> None:
    told, words = sent(dossier, key, PassageFilter(tags=of_tag(dossier, "Allegation")))
    named = set(re.findall(r"(?:Ones|Twos) note of \w+", words))
    assert named == {
        f"{word} note of {role}"
        for word in ("Ones", "Twos")
        for role in ("accused", "victim", "publisher")
    }
    assert told.named == len(named)
    assert "leaflet" in words
    for what in ("raid", "year", "list", "silence"):
        assert f"Ones {what}" not in words


@pytest.mark.parametrize("key", FORMATS)
def test_without_a_choice_all_of_the_register_goes_along(dossier: Workspace, key: str) -> None:
    told, words = sent(dossier, key, PassageFilter())
    assert "Ones note of bystander" in words
    assert "Ones silence" in words
    assert told.named == 2 * len(ROLES)


def test_events_questions_and_sources_are_told_with_what_is_chosen_of_them(
    dossier: Workspace,
) -> None:
    first, _second = dossier.documents.ids()
    whole = snapshot(dossier, PassageFilter())
    assert {one.range for one in whole.questions()} == {"1", ""}
    assert [one.links for one in whole.sources()] == [2, 2]
    assert len(list(whole.figures())) == 2

    figures = PassageFilter(documents=(first,), tags=of_tag(dossier, "Casualty figure"))
    some = snapshot(dossier, figures)
    told = {one.event.name: (one.passages, one.documents) for one in some.events()}
    assert told == {"Ones year": (0, 0), "Ones raid": (1, 1)}
    (question,) = some.questions()
    assert (question.answers, question.low, question.range, question.base) == (1, None, "", "")
    assert question.question.working is not None
    assert [(one.title, one.links) for one in some.sources()] == [("Ones leaflet", 1)]
    assert [one.end_document for one in some.links()] == ["Ones leaflet"]
    assert len(list(some.figures())) == 1
    assert [one.record.ends for one in some.passages()] == [()]
    assert not list(some.nothings())
    assert [one.name for one in some.tags()] == [one.name for one in whole.tags()]


def test_what_was_looked_for_in_vain_goes_with_questions_that_go(dossier: Workspace) -> None:
    first, second = dossier.documents.ids()
    (figure,) = dossier.passages.ids(
        PassageFilter(documents=(first,), tags=of_tag(dossier, "Casualty figure"))
    )
    both = tuple(dossier.passages.ids(PassageFilter(tags=of_tag(dossier, "Allegation"))))
    found = snapshot(dossier, PassageFilter(passages=(figure, *both)))
    assert [(one.event, one.document) for one in found.nothings()] == [("Ones raid", "Twos doc")]
    assert [one.document for one in found.ratings() if one.document] == ["Ones doc", "Twos doc"]
    assert second in [one.document.id for one in found.held()]


@pytest.mark.parametrize("key", FORMATS)
def test_where_nothing_passes_nothing_is_written(dossier: Workspace, key: str) -> None:
    target = io.BytesIO()
    for chosen in (
        PassageFilter(tags=of_tag(dossier, "Denial")),
        PassageFilter(documents=(dossier.links.sources_to_find()[0].document,)),
    ):
        with pytest.raises(NothingChosen, match="no passage passes"):
            dossier.exports.send(key, target, Silent(), chosen)
    assert target.getvalue() == b""


def test_an_empty_project_goes_out_where_nothing_was_chosen(tmp_path: Path) -> None:
    with a_project(tmp_path) as empty:
        told, words = sent(empty, "web_annotations", PassageFilter())
    assert told == Sent(0)
    assert json.loads(words)
