"""Where else something is said."""

from collections.abc import Sequence

import pytest

from reviewer.domain.errors import Cancelled, NotFound
from reviewer.domain.incoming import Furniture, FurnitureKind
from reviewer.domain.spans import Span
from reviewer.workspace.jobs import JobProgress
from reviewer.workspace.operations.likeness import Elsewhere
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, many_documents
from tests.workspace.sources import a_source_not_held

SOURCE = (
    "They say that Colonel Varr burned the sawmill in Kessra on 14 August 2015; 27 people died."
)
AGAIN = "Nothing is known. It was at Kessra: twenty-seven dead in the sawmill. Nobody asked."
URDU = "ترجمان نے کہا کہ ۱۴ اگست ۲۰۱۵ کو ۲۷ افراد ہلاک ہوئے۔ کوئی اور بات نہیں ہوئی۔"


def told(workspace: Workspace, found: Sequence[Elsewhere]) -> list[tuple[int, str, str]]:
    return [
        (
            place.document,
            place.span.of(workspace.documents.text(place.document)),
            "; ".join(reason.sentence for reason in place.reasons),
        )
        for place in found
    ]


@pytest.fixture
def source(workspace: Workspace) -> int:
    """Give a document to ask about, among many that are about something else."""
    many_documents(workspace, 30)
    return a_document(workspace, SOURCE)


def where_else(workspace: Workspace, source: int, most: int = 50) -> list[Elsewhere]:
    text = workspace.documents.text(source)
    return workspace.likeness.where_else(source, Span(0, len(text)), most)


def test_places_in_other_documents_are_given_with_their_reasons(
    workspace: Workspace, source: int
) -> None:
    english = a_document(workspace, AGAIN)
    urdu = a_document(workspace, URDU)
    assert told(workspace, where_else(workspace, source)) == [
        (
            english,
            "It was at Kessra: twenty-seven dead in the sawmill.",
            "same number 27; name Kessra; rare word sawmill",
        ),
        (
            urdu,
            "ترجمان نے کہا کہ ۱۴ اگست ۲۰۱۵ کو ۲۷ افراد ہلاک ہوئے۔",
            "same number 27; same date 14 August 2015",
        ),
    ]
    assert len(where_else(workspace, source, 1)) == 1
    back = where_else(workspace, urdu)
    assert told(workspace, back)[0] == (source, SOURCE, "same number ۲۷; same date ۱۴ اگست ۲۰۱۵")


def test_nothing_stands_in_a_menu_and_nothing_in_the_document_itself(
    workspace: Workspace, source: int
) -> None:
    menu = "Kessra sawmill Varr"
    a_document(
        workspace,
        f"{menu}\nNothing else.",
        furniture=(Furniture(Span(0, len(menu)), FurnitureKind.NAVIGATION),),
    )
    assert where_else(workspace, source) == []


def test_what_is_not_listed_or_not_held_is_passed_over(workspace: Workspace, source: int) -> None:
    gone = a_document(workspace, AGAIN)
    workspace.documents.remove([gone])
    assert where_else(workspace, source) == []
    lost = a_source_not_held(workspace)
    assert workspace.likeness.where_else(lost, Span(0, 5)) == []
    with pytest.raises(NotFound):
        workspace.likeness.where_else(999, Span(0, 5))


def test_what_most_documents_share_is_asked_for_only_where_nothing_is_rare(
    workspace: Workspace,
) -> None:
    for number in range(12):
        a_document(workspace, f"All speak of Kessra: {number} times.", title=f"N{number}")
    source = a_document(workspace, "They speak in Kessra.")
    assert where_else(workspace, source) == []
    assert where_else(workspace, a_document(workspace, "— … !")) == []
    other = a_document(workspace, "Also in Kessra, the sawmill.")
    rare = a_document(workspace, "See the sawmill in Kessra.")
    assert told(workspace, where_else(workspace, rare)) == [
        (other, "Also in Kessra, the sawmill.", "name Kessra; rare word sawmill")
    ]


def test_in_a_small_project_a_shared_word_is_enough(workspace: Workspace) -> None:
    source = a_document(workspace, "The sawmill burned.")
    other = a_document(workspace, "Nothing of it. A sawmill stands there. Nothing else.")
    assert told(workspace, where_else(workspace, source)) == [
        (other, "A sawmill stands there.", "rare word sawmill")
    ]


def test_it_can_be_stopped(workspace: Workspace, source: int) -> None:
    a_document(workspace, AGAIN)
    progress = JobProgress(lambda *_: None)
    progress.cancel()
    with pytest.raises(Cancelled):
        workspace.likeness.where_else(source, Span(0, len(SOURCE)), progress=progress)


def test_the_likeliest_place_of_a_document_is_the_one_most_like_what_is_said_elsewhere(
    workspace: Workspace, source: int
) -> None:
    said = a_passage(workspace, source, SOURCE)
    again = a_document(workspace, AGAIN)
    other = a_document(workspace, "Quite another matter.")
    place = workspace.likeness.likeliest(again, [said])
    assert place is not None
    assert place.of(AGAIN) == "It was at Kessra: twenty-seven dead in the sawmill."
    assert workspace.likeness.likeliest(other, [said]) is None
    assert workspace.likeness.likeliest(again, []) is None
    assert workspace.likeness.likeliest(a_source_not_held(workspace), [said]) is None
