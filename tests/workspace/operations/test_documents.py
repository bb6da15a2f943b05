"""What a person does to documents."""

import hashlib

import pytest

from reviewer.domain.documents import ReviewStatus
from reviewer.domain.edtf import DateBasis
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.incoming import EncodingBasis, Furniture, FurnitureKind, Reading
from reviewer.domain.reading.dates import DateOrder
from reviewer.domain.spans import Span
from reviewer.workspace.project import Workspace
from reviewer.workspace.texts_at_hand import MOST_TEXTS
from tests.builders import a_document, a_passage, read_as, two_readings
from tests.workspace.sources import a_source_not_held

MENU = Furniture(Span(0, 21), FurnitureKind.NAVIGATION)


def a_page(
    workspace: Workspace,
    words: str,
    *,
    menu: str = "Home | News | Contact",
    url: str = "",
    publisher: str = "",
) -> int:
    text = f"{menu}\nPosted on {words}\nOn {words} nothing happened.\n"
    piece = Furniture(Span(0, len(menu)), FurnitureKind.NAVIGATION)
    return a_document(
        workspace,
        text,
        title=f"Of {words}",
        posted=two_readings(words),
        furniture=(piece,),
        url=url,
        publisher=publisher,
    )


def test_a_document_keeps_its_words_its_file_and_what_was_read_from_it(
    workspace: Workspace,
) -> None:
    text = "Posted on 8 October 2015\nZwölf Leute. پل 👍\n"
    reading = Reading("posted", "2015-10-08", "8 October 2015", Span(10, 24), "date_line")
    unplaced = Reading("title", "A page", "a-page.txt", None, "file_name")
    data = text.encode("utf-16")
    document = a_document(
        workspace,
        text,
        title="A page",
        original=data,
        encoding="utf-16-le",
        encoding_basis=EncodingBasis.MARK,
        readings=(reading, unplaced),
        furniture=(MENU,),
        posted=read_as("8 October 2015", "2015-10-08"),
        url="https://courier.example/1",
    )
    documents = workspace.documents
    found = documents.get(document)
    assert (found.label, found.title, found.posted.edtf) == ("D1", "A page", "2015-10-08")
    assert found.review_status is ReviewStatus.UNREAD
    assert documents.text(document) == text
    assert documents.readings(document) == [reading, unplaced]
    assert documents.furniture(document) == [MENU]
    facts = documents.facts(document)
    assert facts is not None
    assert facts.encoding_basis is EncodingBasis.MARK
    assert facts.length == len(text)
    assert facts.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert documents.original_sha256(document) == hashlib.sha256(data).hexdigest()
    assert workspace._project.texts.original(facts.original).data == data


def test_a_source_that_is_not_held_has_no_words(workspace: Workspace) -> None:
    document = a_source_not_held(workspace)
    documents = workspace.documents
    assert documents.text(document) == ""
    assert documents.facts(document) is None
    assert documents.original_sha256(document) == ""
    assert documents.furniture(document) == []
    assert documents.readings(document) == []
    assert workspace.passages.on(document) == []
    assert documents.listed([document])[document].held is False
    with pytest.raises(NotAllowed, match="not held"):
        documents.mark_furniture(document, Span(0, 1), wanted=True)
    with pytest.raises(NotAllowed, match="not held"):
        workspace.passages.tag_passage(document, Span(0, 1), 1)


@pytest.mark.parametrize("ask", ["get", "text", "facts", "furniture", "readings"])
def test_a_document_that_is_not_there_is_said_so(workspace: Workspace, ask: str) -> None:
    with pytest.raises(NotFound, match="no such document"):
        getattr(workspace.documents, ask)(77)


def test_the_texts_of_the_panes_are_at_hand_and_no_others(workspace: Workspace) -> None:
    made = [a_document(workspace, f"Notice {number}.") for number in range(MOST_TEXTS + 2)]
    first = [workspace.documents.text(document) for document in made[:MOST_TEXTS]]
    again = [workspace.documents.text(document) for document in made[:MOST_TEXTS]]
    assert all(one is two for one, two in zip(first, again, strict=True))
    for document in made[MOST_TEXTS:]:
        workspace.documents.text(document)
    assert workspace.documents.text(made[0]) == first[0]
    assert workspace.documents.text(made[0]) is not first[0]


def test_a_document_is_found_by_whatever_names_it(workspace: Workspace) -> None:
    one = a_document(workspace, "The same words.", title="A page", original=b"one")
    two = a_document(workspace, "The same words.", title="A page", original=b"two")
    three = a_document(workspace, "Other words.", title="a page", original_name="A page")
    documents = workspace.documents
    names = {
        documents.get(one).uid: [one],
        hashlib.sha256(b"The same words.").hexdigest(): [one, two],
        hashlib.sha256(b"two").hexdigest(): [two],
        "A page": [three],  # an original name goes before a title
        "a page": [three],
        "a.txt": [one, two],
        "nothing": [],
    }
    assert {name: documents.matching(name) for name in names} == names
    assert documents.matching_each(names) == names
    documents.remove([two])
    assert documents.matching("a.txt") == [one]
    assert documents.matching_each([]) == {}
    assert documents.matching_each(["A page"]) == {"A page": [three]}


def test_words_are_found_as_a_phrase_whatever_their_spelling(workspace: Workspace) -> None:
    urdu = a_document(workspace, "پُل پر فائِرنگ ہوئی۔")
    accents = a_document(workspace, 'Zürich said "no" to the bridge.')
    a_document(workspace, "The bridge said nothing to Zurich.")
    holding = workspace.documents.holding
    assert holding("پل پر فائرنگ") == [urdu]
    assert holding("ZURICH said") == [accents]
    assert holding('said "no" to') == [accents]
    assert holding("said AND bridge") == []
    assert holding("\0") == holding('"') == holding("") == []
    assert len(holding("bridge")) == 2
    assert len(holding("bridge", most=1)) == 1
    workspace.documents.remove([accents])
    assert holding("ZURICH said") == []


def test_a_document_set_aside_needs_a_reason(workspace: Workspace) -> None:
    document = a_document(workspace)
    with pytest.raises(NotAllowed, match="why"):
        workspace.documents.review([document], ReviewStatus.SET_ASIDE, " \n")
    workspace.documents.review([document], ReviewStatus.SET_ASIDE, "an  advert\0")
    assert workspace.documents.get(document).set_aside_reason == "an advert�"
    workspace.documents.review([document], ReviewStatus.DONE, "not kept")
    assert workspace.documents.get(document).set_aside_reason == ""


def test_one_step_can_be_for_many_documents(workspace: Workspace) -> None:
    made = [a_document(workspace, f"Notice {number}.") for number in range(3)]
    workspace.documents.review(made, ReviewStatus.DONE)
    step = workspace.history.to_undo()
    assert step is not None
    assert step.sentence == "Mark D1 “Notice 0.” + 2 as Done"
    workspace.documents.mark_second_look(made, wanted=True)
    assert all(workspace.documents.get(document).second_look for document in made)
    workspace.documents.mark_second_look(made[:1], wanted=False)
    assert not workspace.documents.get(made[0]).second_look
    for _ in range(3):
        workspace.history.undo()
    assert workspace.documents.counts_by_status()[ReviewStatus.UNREAD] == 3
    before = workspace.history.ids()
    workspace.documents.review([], ReviewStatus.DONE)
    assert workspace.history.ids() == before


def test_what_is_known_of_a_document_can_be_corrected(workspace: Workspace) -> None:
    document = a_document(workspace, title="A page")
    describe = workspace.documents.describe
    describe(document, "title", "  Another \n page ")
    describe(document, "note", " two\r\nlines ")
    found = workspace.documents.get(document)
    assert (found.title, found.note) == ("Another page", "two\nlines")
    with pytest.raises(NotAllowed, match="title"):
        describe(document, "title", "  ")
    with pytest.raises(KeyError):
        describe(document, "uid", "x")
    steps = workspace.history.ids()
    describe(document, "title", "Another page")
    assert workspace.history.ids() == steps


def test_a_date_can_be_entered_and_taken_away_and_the_printed_words_stay(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, posted=two_readings("10/8/2015"))
    enter = workspace.documents.enter_date
    enter(document, "posted", " 2015-10~ ")
    posted = workspace.documents.get(document).posted
    assert (posted.words, posted.edtf, posted.basis) == (
        "10/8/2015",
        "2015-10~",
        DateBasis.ENTERED,
    )
    with pytest.raises(NotAllowed):
        enter(document, "posted", "soon")
    enter(document, "posted", "  ")
    posted = workspace.documents.get(document).posted
    assert (posted.words, posted.edtf, posted.basis) == ("10/8/2015", "", DateBasis.NONE)
    steps = workspace.history.ids()
    enter(document, "posted", "")
    assert workspace.history.ids() == steps


def test_an_ambiguous_date_is_settled_only_for_what_its_words_can_mean(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, posted=two_readings("10/8/2015"))
    documents = workspace.documents
    assert documents.possible_dates(document, "posted") == ("2015-10-08", "2015-08-10")
    assert documents.possible_dates(document, "captured") == ()
    with pytest.raises(NotAllowed, match="cannot be read as"):
        documents.settle_date(document, "posted", "2015-12-24")
    documents.settle_date(document, "posted", "2015-08-10", "the author said so")
    posted = documents.get(document).posted
    assert (posted.edtf, posted.basis, posted.evidence) == (
        "2015-08-10",
        DateBasis.SETTLED,
        "the author said so",
    )
    steps = workspace.history.ids()
    documents.settle_date(document, "posted", "2015-08-10", "the author said so")
    assert workspace.history.ids() == steps


def test_a_sites_dates_are_settled_at_once_on_the_evidence_of_another_page(
    workspace: Workspace,
) -> None:
    documents = workspace.documents
    menu, address, publisher = "Other | Menu", "https://courier.example/a", "The Courier"
    one = a_page(workspace, "10/8/2015", url=address, publisher=publisher)
    two = a_page(workspace, "11/14/2020", menu=menu, url="https://COURIER.example/b")
    three = a_page(workspace, "3/4/2016", menu=menu, publisher="the courier")
    four = a_page(workspace, "5/6/2017")
    elsewhere = a_page(workspace, "7/8/2018", menu=menu, url="https://other.example")
    site = documents.site_order(one, "posted")
    assert site.order is DateOrder.MONTH_DAY
    assert [(found.page, found.words) for found in site.evidence] == [
        ("Of 11/14/2020", "11/14/2020")
    ]
    assert documents.unsettled_of_site(one, "posted") == [one, two, three, four]
    settled = documents.settle_site(one, "posted", DateOrder.MONTH_DAY, site.evidence[0])
    assert settled == 4
    posted = documents.get(three).posted
    assert (posted.edtf, posted.basis) == ("2016-03-04", DateBasis.SITE)
    assert posted.evidence == "11/14/2020 (Of 11/14/2020)"
    assert documents.get(elsewhere).posted.basis is DateBasis.AMBIGUOUS
    workspace.history.undo()
    assert documents.unsettled_of_site(one, "posted") == [one, two, three, four]
    assert documents.settle_site(one, "posted", DateOrder.DAY_MONTH, None) == 4
    assert documents.get(one).posted.edtf == "2015-08-10"


def test_a_document_without_a_date_is_of_no_site(workspace: Workspace) -> None:
    document = a_document(workspace)
    assert workspace.documents.site_order(document, "posted").evidence == ()
    assert workspace.documents.settle_site(document, "posted", DateOrder.DAY_MONTH, None) == 0


def test_furniture_can_be_marked_and_unmarked_and_what_was_known_stays(
    workspace: Workspace,
) -> None:
    kinds = (FurnitureKind.NAVIGATION, FurnitureKind.COPYRIGHT)
    known = tuple(
        Furniture(span, kind)
        for span, kind in zip((Span(10, 20), Span(30, 40)), kinds, strict=True)
    )
    document = a_document(workspace, "x" * 60, furniture=known)
    mark, found = workspace.documents.mark_furniture, workspace.documents.furniture
    mark(document, Span(5, 50), wanted=True)
    assert [(one.span.start, one.span.end, one.kind.value) for one in found(document)] == [
        (5, 10, "marked"),
        (10, 20, "navigation"),
        (20, 30, "marked"),
        (30, 40, "copyright"),
        (40, 50, "marked"),
    ]
    steps = workspace.history.ids()
    mark(document, Span(12, 35), wanted=True)
    assert workspace.history.ids() == steps
    mark(document, Span(19, 21), wanted=False)
    assert [one.span.start for one in found(document)] == [5, 30, 40]
    workspace.history.undo()
    workspace.history.undo()
    assert found(document) == list(known)
    mark(document, Span(35, 36), wanted=True)
    with pytest.raises(NotAllowed, match="ends before"):
        mark(document, Span(59, 61), wanted=True)


def test_a_document_taken_off_the_list_is_hidden_with_its_passages_and_comes_back(
    workspace: Workspace,
) -> None:
    document = a_document(workspace)
    passage = a_passage(workspace, document, "Twelve")
    workspace.documents.remove([document])
    assert workspace.documents.ids() == workspace.passages.ids() == []
    assert workspace.documents.count() == workspace.passages.count() == 0
    assert workspace.passages.get(passage).quote == "Twelve"
    workspace.history.undo()
    assert workspace.documents.ids() == [document]
    assert workspace.passages.ids() == [passage]


def test_a_date_that_is_as_it_is_given_already_is_no_change(workspace: Workspace) -> None:
    document = a_document(workspace, posted=two_readings("10/8/2015"))
    newest = workspace.history.newest()
    workspace.documents.set_date(document, "posted", workspace.documents.get(document).posted)
    assert workspace.history.newest() == newest
