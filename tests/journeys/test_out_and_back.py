"""A whole project goes out to other programs and comes back into an empty one, differences counted.

The tagged sample has everything a project can have: overlapping passages, two scripts, links across
documents, records, events, questions, ratings. A format either brings a kind of thing back or says,
when it is written, that it had no room for it.
"""

import io
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.domain.interchange import Sent
from reviewer.domain.links import SYMMETRIC
from reviewer.domain.progress import Silent
from reviewer.domain.spans import Span
from reviewer.environment.resources import seed
from reviewer.exporters.interchange import all_projects
from reviewer.workspace.operations.interchange import TakenWork
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_work import kind_of_work, read_work
from tests.builders import BASIT, a_document, a_project

FORMATS = {one.key: one for one in all_projects()}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give the tagged sample; nothing here changes it."""
    with a_project(tmp_path_factory.mktemp("sample"), "sample") as made:
        list(made.imports.take_in([seed("sample")], Silent()))
        made.taking_in.take(
            (seed("sample-tagged") / "project.jsonl").read_bytes().splitlines(keepends=True)
        )
        yield made


def passages(workspace: Workspace) -> Counter[tuple[str, int, int, str, str]]:
    """Return every passage by its document's words, its place, its own words and its tag."""
    tags = {tag.id: tag.name for tag in workspace.tags.all()}
    found = Counter[tuple[str, int, int, str, str]]()
    for document in workspace.documents.ids():
        text = workspace.documents.text(document)
        for one in workspace.passages.on(document):
            assert one.span.of(text) == one.quote
            found[text, one.span.start, one.span.end, one.quote, tags[one.tag]] += 1
    return found


OF_THIS_PROJECT = frozenset(
    (
        *("project", "uid", "key", "passage", "number", "document_uid", "modified"),
        *("original_sha256", "original_name", "links"),
    )
)
"""What is another in every project; the links of a passage stand in rows of their own."""


def everything(workspace: Workspace) -> Counter[str]:
    """Return every row of a project, things called by what they say and not by their numbers."""
    target = io.BytesIO()
    workspace.exports.write("jsonl", target, Silent(), what="project")
    rows = [json.loads(line) for line in target.getvalue().splitlines()]
    places = {
        row["key"]: f"{row['text_sha256']} {row['start']} {row['end']} {row['tag']}"
        for row in rows
        if row["row"] == "passage"
    }
    found = Counter[str]()
    for row in rows:
        told = {key: value for key, value in row.items() if key not in OF_THIS_PROJECT}
        if row["row"] == "document" and "language" not in told:
            told["language"] = "en"  # what was not read of a short text may be read of it now
        if row["row"] == "link":
            ends = [places.get(row[end], row[end]) for end in ("from", "to") if end in row]
            told = {key: told[key] for key in told if not key.startswith(("from", "to"))}
            told["ends"] = sorted(ends) if row["type"] in SYMMETRIC else ends
        found[json.dumps(told, sort_keys=True)] += 1
    return found


def there_and_back(sample: Workspace, key: str, folder: Path) -> tuple[Sent, Workspace, TakenWork]:
    path = folder / f"study{FORMATS[key].suffix}"
    target = io.BytesIO()
    sent = sample.exports.send(key, target, Silent())
    path.write_bytes(target.getvalue())
    assert kind_of_work(path) == key
    back = a_project(folder, "back", BASIT)
    return sent, back, back.interchange.take(read_work(path, Silent()), Silent())


@pytest.fixture(scope="module", params=sorted(FORMATS))
def trip(
    request: pytest.FixtureRequest, sample: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Sent, Workspace, TakenWork]]:
    """Give the sample as it came back from each of the formats; nothing here changes it."""
    key = str(request.param)
    sent, back, found = there_and_back(sample, key, tmp_path_factory.mktemp(key))
    with back:
        yield sent, back, found


Trip = tuple[Sent, Workspace, TakenWork]


def test_every_passage_comes_back_to_its_place_under_its_tag(sample: Workspace, trip: Trip) -> None:
    sent, back, found = trip
    assert sent.passages == sample.passages.count()
    assert [one.problem for one in found.outcomes if one.problem] == []
    assert [str(one.problem) for one in found.taken.refused] == []
    assert found.not_certain == []
    assert passages(back) == passages(sample)
    assert list(back.verify()) == []


def test_everything_an_analyst_did_comes_back(sample: Workspace, trip: Trip) -> None:
    _sent, back, _found = trip
    assert everything(back) == everything(sample)


def test_what_does_not_come_back_was_said_to_be_lost(sample: Workspace, trip: Trip) -> None:
    sent, back, _found = trip
    lost = [loss.what.sentence for loss in sent.losses]
    links = len(sample.links.all()) - len(back.links.all())
    assert (links == 0) or any("link" in words for words in lost), (links, lost)
    events = len(sample.events.all()) - len(back.events.all())
    assert (events == 0) or any("event" in words for words in lost), (events, lost)


def test_one_undo_takes_all_of_it_back_and_redo_brings_it_again(
    sample: Workspace, tmp_path: Path
) -> None:
    _sent, back, _found = there_and_back(sample, "web_annotations", tmp_path)
    with back:
        before = everything(back)
        back.history.undo()
        assert back.documents.ids() == []
        assert back.links.all() == []
        back.history.redo()
        assert everything(back) == before


@pytest.mark.parametrize("key", sorted(FORMATS))
def test_blanks_at_the_ends_of_a_passage_come_back_and_leave_its_place_sure(
    key: str, tmp_path: Path
) -> None:
    with a_project(tmp_path) as made:
        text = "They ran.  Two fell. \tOne died at the bridge.\n\nNobody else spoke.\n"
        document = a_document(made, text, title="Note")
        tag = made.tags.all()[0].id
        spans = [Span(9, 21), Span(20, 32), Span(4, 5 + text.index("died")), Span(21, 48)]
        made.passages.tag_many([Tagging(document, span, tag) for span in spans])
        _sent, back, found = there_and_back(made, key, tmp_path)
        with back:
            assert found.not_certain == []
            assert passages(back) == passages(made)
