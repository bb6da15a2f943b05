"""The passages table in any order and through any filter."""

from collections.abc import Callable, Iterator

import pytest

from reviewer.domain.actors import ChainMember, Named
from reviewer.domain.passages import PassageRow, PassageSort
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, NOOR, a_document, a_passage, a_project, a_tag

TEXT = "Twelve people were hurt at the bridge, and the army said that nobody was. " * 5


@pytest.fixture(scope="module")
def tagged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give a project where two analysts tagged a lot, and one document is off the list."""
    folder = tmp_path_factory.mktemp("tagged")
    with pytest.MonkeyPatch.context() as home:
        home.setenv("REVIEWER_HOME", str(folder))
        workspace = a_project(folder)
    titles = ["Zebra", "apple", "Mango", "apple"]
    documents = [
        a_document(workspace, f"{TEXT} {number}", title=title)
        for number, title in enumerate(titles)
    ]
    tags = [tag.id for tag in workspace.tags.all()] + [
        a_tag(workspace, "Zeal"),
        a_tag(workspace, "A"),
    ]
    for number in range(90):
        workspace.sign_in(BASIT if number % 3 else NOOR)
        start = number * 37 % 300
        tagging = Tagging(
            documents[number % 4],
            Span(start, start + 5 + number % 7),
            tags[number * 7 % 5],
            "Look again" if number % 10 == 0 else "",
        )
        workspace.passages.tag_many([tagging])
    workspace.documents.remove(documents[3:])
    yield workspace
    workspace.close()


def place(row: PassageRow) -> tuple[object, ...]:
    return (row.document, row.span, row.id)


KEYS: dict[PassageSort, Callable[[PassageRow], object]] = {
    PassageSort.PLACE: lambda _row: 0,
    PassageSort.WORDS: lambda row: row.quote.lower(),
    PassageSort.TAG: lambda row: row.tag,
    PassageSort.DOCUMENT: lambda row: row.document_title.lower(),
    PassageSort.ANALYST: lambda row: row.analyst_name,
    PassageSort.CREATED: lambda row: row.created_at,
    PassageSort.LOW: lambda _row: 0,  # nothing is entered there
    PassageSort.HARM: lambda _row: 0,
    PassageSort.SPEAKER: lambda _row: 0,
    PassageSort.EVENT_DATE: lambda _row: 0,
}


@pytest.mark.parametrize("sort", PassageSort)
@pytest.mark.parametrize("descending", [False, True])
def test_the_table_can_be_in_every_order(
    tagged: Workspace, sort: PassageSort, *, descending: bool
) -> None:
    passages = tagged.passages
    found = passages.ids(sort=sort, descending=descending)
    rows = passages.listed(found)
    assert len(rows) == len(found) == passages.count() == 68
    assert {row.document_title for row in rows.values()} == {"Zebra", "apple", "Mango"}
    keys = [
        (KEYS[sort](rows[one]), (one,) if sort is PassageSort.CREATED else place(rows[one]))
        for one in found
    ]
    assert keys == sorted(keys, reverse=descending)


def test_the_table_can_be_narrowed_by_document_tag_analyst_and_words(tagged: Workspace) -> None:
    passages = tagged.passages
    rows = passages.listed(passages.ids()).values()
    first = next(iter(rows))
    noor = next(one.id for one in tagged.analysts() if one.name == "Noor")
    cases: list[tuple[PassageFilter, Callable[[PassageRow], bool]]] = [
        (PassageFilter(documents=(first.document,)), lambda row: row.document == first.document),
        (PassageFilter(tags=(first.tag, 3)), lambda row: row.tag in (first.tag, 3)),
        (PassageFilter(analysts=(noor,)), lambda row: row.analyst_name == "Noor"),
        (PassageFilter(words="PEOPLE"), lambda row: "people" in row.quote.lower()),
        (PassageFilter(words="look"), lambda row: row.note == "Look again"),
        (
            PassageFilter(words="t e", tags=(1, 2), analysts=(noor,)),
            lambda row: (
                all(letter in row.quote.lower() or letter in row.note.lower() for letter in "te")
                and row.tag in (1, 2)
                and row.analyst_name == "Noor"
            ),
        ),
    ]
    for chosen, passes in cases:
        for sort in PassageSort:
            found = passages.ids(chosen, sort)
            assert found == [
                one for one in passages.ids(sort=sort) if passes(passages.listed([one])[one])
            ]
            assert found
    assert passages.ids(PassageFilter(words="nothing like it")) == []


def test_signs_of_a_search_language_are_plain_words(workspace: Workspace) -> None:
    document = a_document(workspace, "100% of them. 100 of them.")
    tag = a_tag(workspace, "Allegation")
    first = workspace.passages.tag_passage(document, Span(0, 12), tag)
    workspace.passages.tag_passage(document, Span(14, 25), tag)
    assert workspace.passages.ids(PassageFilter(words="100%")) == [first]


def test_what_nobody_checked_and_what_one_of_us_did(workspace: Workspace) -> None:
    document = a_document(workspace, "one two three four")
    one, two, three, four = (
        a_passage(workspace, document, words) for words in ("one", "two", "three", "four")
    )
    workspace.details.check([one, four])
    noor = workspace.analyst
    workspace.sign_in(BASIT)
    workspace.details.check([two])
    basit = workspace.analyst
    assert noor is not None
    assert basit is not None
    ids = workspace.passages.ids
    assert ids(PassageFilter(nobody_checked=True)) == [three]
    assert ids(PassageFilter(checked_by=(noor.id,)), descending=True) == [four, one]
    assert ids(PassageFilter(checked_by=(noor.id, basit.id), words="o")) == [one, two, four]
    assert ids(PassageFilter(checked_by=(basit.id,), nobody_checked=True)) == []


def test_what_passages_carry_narrows_and_orders_them(workspace: Workspace) -> None:
    document = a_document(workspace, "At least 27 were hurt. Two were hurt. He denied it.")
    many, few = (
        a_passage(workspace, document, words, tag="Casualty figure")
        for words in ("At least 27 were hurt", "Two were hurt")
    )
    denial = a_passage(workspace, document, "He denied it", tag="Denial")
    army, zoo = (workspace.actors.add(name) for name in ("Army", "Zoo"))
    workspace.records.enter(
        many,
        {
            "low": 27,
            "harm": "killed",
            "chain": (ChainMember(army), ChainMember(zoo)),
            "event_date": "2019-10",
        },
        confirm=True,
    )
    workspace.records.enter(few, {"low": 2, "harm": "injured", "event_date": "2018"}, confirm=True)
    workspace.records.enter(few, {"victims": (Named(zoo),), "chain": (ChainMember(army),)})
    event = workspace.events.add("Raid")
    workspace.events.put([few], event)
    workspace.passages.follow_up([denial], wanted=True)
    ids = workspace.passages.ids
    assert ids(PassageFilter(records=(RecordKind.FIGURE,))) == [many, few]
    assert ids(PassageFilter(records=(RecordKind.RESPONSE, RecordKind.ALLEGATION))) == [denial]
    assert ids(PassageFilter(events=(event,))) == [few]
    assert ids(PassageFilter(actors=(zoo,))) == [many, few]
    assert ids(PassageFilter(actors=(army,), events=(event,))) == [few]
    assert ids(PassageFilter(follow_up=True)) == [denial]
    assert set(ids(PassageFilter(unconfirmed=True))) <= {denial}
    assert ids(sort=PassageSort.LOW) == [few, many, denial]
    assert ids(sort=PassageSort.HARM) == [few, many, denial]
    assert ids(sort=PassageSort.SPEAKER)[:2] == [few, many]
    assert ids(sort=PassageSort.EVENT_DATE) == [few, many, denial]


def test_passages_of_a_document_off_the_list_count_for_nothing(tagged: Workspace) -> None:
    counted = tagged.tags.counts()
    assert sum(counted.values()) == tagged.passages.count()
    for tag, count in counted.items():
        assert len(tagged.passages.ids(PassageFilter(tags=(tag,)))) == count


def test_a_tag_whose_passages_are_all_off_the_list_counts_none(workspace: Workspace) -> None:
    document = a_document(workspace)
    tag = a_tag(workspace, "Allegation")
    workspace.passages.tag_passage(document, Span(0, 6), tag)
    assert workspace.tags.counts() == {tag: 1}
    workspace.documents.remove([document])
    assert workspace.tags.counts() == {}
    assert workspace.passages.ids() == []
