"""Tags to choose from."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.tags import RecordKind, Tag
from reviewer.ui.models.tags import narrowed, passage_offer, tag_offer
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag


def made_up(number: int, name: str, key: str = "", definition: str = "") -> Tag:
    colour = str(number)
    return Tag(number, str(number), name, colour, key, definition, None, RecordKind.NONE, number)


ALLEGATION = made_up(1, "Allegation", "A", "Somebody is said to have done a wrong.")
DENIAL = made_up(2, "Denial", "D", "An answer to it.")
FIGURE = made_up(3, "Casualty figure", "C")
CHAIN = made_up(4, "Chain of command", "4")
CAFE = made_up(5, "Café named", "X")
URDU = made_up(9, "الزام کی تردید")
TAGS = (ALLEGATION, DENIAL, FIGURE, CHAIN, CAFE, URDU)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", TAGS),
        ("   ", TAGS),
        ("c", (FIGURE, CHAIN, CAFE)),
        ("ca", (FIGURE, CAFE, CHAIN)),
        ("CAFE", (CAFE, FIGURE)),
        ("com", (CHAIN,)),
        ("x", (CAFE,)),
        ("cmd", (CHAIN, CAFE)),
        ("d", (DENIAL, CHAIN, CAFE)),
        ("تردید", (URDU,)),
        ("ترديد", (URDU,)),
        ("zz", ()),
    ],
)
def test_the_likeliest_tags_come_first(typed: str, expected: tuple[Tag, ...]) -> None:
    assert tuple(narrowed(TAGS, typed)) == expected


@given(st.text(max_size=8))
def test_narrowing_never_invents_a_tag_nor_shows_one_twice(typed: str) -> None:
    found = narrowed(TAGS, typed)
    assert len(set(found)) == len(found)
    assert set(found) <= set(TAGS)


@given(st.sampled_from(TAGS))
def test_a_whole_name_is_always_first(tag: Tag) -> None:
    others = [replace(one, name=f"{tag.name} too") for one in TAGS if one is not tag]
    assert narrowed([*others, tag], tag.name)[0] is tag


def test_an_offer_says_how_many_passages_each_tag_has(workspace: Workspace) -> None:
    document = a_document(workspace)
    a_passage(workspace, document, "Twelve people", "Casualty figure")
    a_passage(workspace, document, "Nobody", "Casualty figure")
    offer = tag_offer(workspace)
    found = offer.read(offer.ids("")).values()
    assert [(one.name, one.label, one.count) for one in found] == [
        ("Allegation", "A", 0),
        ("Denial", "D", 0),
        ("Casualty figure", "C", 2),
    ]


def test_tags_that_are_gone_are_not_offered(workspace: Workspace) -> None:
    tag = a_tag(workspace, "Curfew")
    offer = tag_offer(workspace)
    workspace.history.undo()
    assert offer.read([tag]) == {}


def test_tags_to_choose_from_stand_as_in_the_codebook(workspace: Workspace) -> None:
    figure = workspace.tags.all()[2].id
    killed = workspace.tags.add("Killed", parent=figure)
    executed = workspace.tags.add("Executed", parent=killed)
    offer = tag_offer(workspace)
    ids = offer.ids("")
    assert [offer.read(ids)[one].depth for one in ids] == [0, 0, 0, 1, 2]
    assert {one.above for one in offer.read(ids).values()} == {""}
    assert offer.ids("exec") == [executed]
    found = offer.read([executed])[executed]
    assert (found.depth, found.above) == (0, "Casualty figure › Killed")


def test_passages_of_a_tag_are_offered_by_their_words(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people\nwere hurt. Nobody was killed.")
    first = a_passage(workspace, document, "people\nwere", "Denial")
    second = a_passage(workspace, document, "Nobody", "Denial")
    a_passage(workspace, document, "hurt", "Allegation")
    offer = passage_offer(workspace, workspace.tags.all()[1].id)
    assert offer.ids("") == [first, second]
    assert offer.ids(" nobody ") == [second]
    assert (offer.read([first])[first].name, offer.read([first])[first].label) == (
        "people were",
        "D1·1",
    )
