"""What of a captured page is furniture, and that a source's own words never are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.furniture import find
from reviewer.domain.incoming import FurnitureKind

RELEASE = """\
Harbour workers ask for a list of the dead

Harbour State Department

On Thursday, May 2, twelve people were hurt when the north gate fell.  The department  denied it.

For more information, media may contact the office at 910-555-0183.
The crane
 was moved:
- Two were carried out.
- Nine walked.
Harbour
. Near the quay, one crane fell.
Iraq, Harbour and Mill

Copyright in the pictures is claimed by nobody. All rights reserved to the dead are ours.
The page 12 | 13 was torn.
"""

PAGE = """\
Roshan Arlen  Home  English Notes  Salt News  Picture Gallery
Foreign Press Enquiries
+000 20 5550 1290
[email\xa0protected]
\xa0Songs \xa0Videos \xa0Programme 2018 \xa0About SALT
\xa0Write to Us \xa0Feedback \xa0Contact Us\xa0 \xa0 \xa0

Salt workers demand a list of the dead

SALT WORKERS demand a list of the dead
\xa0Posted on: 10/8/2015
Salt workers demand a list of the dead
The salt workers met at the quay. \xa0They named nine dead 😮 and called for a list.

Leave a Comment

© 2015 - All rights are kept by the Salt Press.

Scroll to top
2/24/2021 8:27:48 PM"""


def found(text: str) -> list[tuple[str, str]]:
    return [(piece.kind.value, piece.span.of(text)) for piece in find(text)]


def kinds(text: str) -> dict[str, str]:
    """Return each line with words on it and its kind, empty for the source's own."""
    pieces = find(text)
    result, start = {}, 0
    for row in text.split("\n"):
        kind = [piece.kind.value for piece in pieces if piece.span.covers(start)]
        if row.strip():
            result[row.strip()] = kind[0] if kind else ""
        start += len(row) + 1
    return result


def test_a_plain_release_has_no_furniture() -> None:
    assert find(RELEASE) == ()
    assert find(RELEASE.replace("\n", "\n\n")) == ()


@pytest.mark.parametrize("text", ["", "\n\n", " \xa0\n", "Twelve people were hurt."])
def test_a_text_with_little_in_it_has_no_furniture(text: str) -> None:
    assert find(text) == ()


def test_a_menu_may_be_the_last_line() -> None:
    menu = "Home  About Us  Contact Us  Feedback"
    text = f"Twelve people were hurt.\n\nThe crane fell.\n\n{menu}"
    assert found(text) == [("navigation", menu)]


def test_a_captured_page_is_told_apart_line_by_line() -> None:
    pieces = found(PAGE)
    assert [kind for kind, _ in pieces] == [
        "navigation",
        "contact",
        "navigation",
        "repeated_title",
        "date_line",
        "repeated_title",
        "comment_form",
        "copyright",
        "scroll",
        "capture_stamp",
    ]
    assert pieces[1][1] == "Foreign Press Enquiries\n+000 20 5550 1290\n[email\xa0protected]"
    own = [line for line, kind in kinds(PAGE).items() if not kind]
    assert len(own) == 1
    assert own[0].startswith("The salt workers met")
    assert find(PAGE)[3].span.start == PAGE.index("SALT WORKERS")


def beside(line: str) -> str:
    """Make a page where ``line`` stands far from other furniture and from the edges."""
    story = "The north gate of the mill fell on the night shift and nobody was told.\n" * 30
    return f"Skip to content\n\n{story}\n\n{line}\n\n{story}\nBack to top"


SURE = [
    ("© 2019 The Harbour Ledger", FurnitureKind.COPYRIGHT),
    ("Copyright © 2010-2019 Harbour", FurnitureKind.COPYRIGHT),
    ("(c) 2019 Harbour", FurnitureKind.COPYRIGHT),
    ("All rights reserved.", FurnitureKind.COPYRIGHT),
    ("جملہ حقوق بحق لنگرگاہ محفوظ ہیں", FurnitureKind.COPYRIGHT),
    ("Leave a Reply Cancel reply", FurnitureKind.COMMENT_FORM),
    ("Your email address will not be published.", FurnitureKind.COMMENT_FORM),
    ("Required fields are marked *", FurnitureKind.COMMENT_FORM),
    ("You must be logged in to post a comment.", FurnitureKind.COMMENT_FORM),
    ("Name *", FurnitureKind.COMMENT_FORM),
    ("تبصرہ کریں", FurnitureKind.COMMENT_FORM),
    ("Share this:", FurnitureKind.SCROLL),
    ("Print this page", FurnitureKind.SCROLL),
    ("Facebook Twitter WhatsApp", FurnitureKind.SCROLL),
    ("اوپر جائیں", FurnitureKind.SCROLL),
    ("Tel: (020) 555-0118", FurnitureKind.CONTACT),
    ("910-555-0183", FurnitureKind.CONTACT),
    ("E-mail: desk@salt.example", FurnitureKind.CONTACT),
    ("Media contact: Leila Arlen, 020 555 0118", FurnitureKind.CONTACT),
    ("Home » News » The north gate", FurnitureKind.NAVIGATION),
    ("Related articles", FurnitureKind.RELATED),
    ("متعلقہ خبریں", FurnitureKind.RELATED),
]


@pytest.mark.parametrize(("line", "kind"), SURE)
def test_some_lines_are_furniture_wherever_a_page_has_them(line: str, kind: FurnitureKind) -> None:
    assert kinds(beside(line))[line] == kind.value


@pytest.mark.parametrize(("line", "kind"), SURE)
def test_such_a_line_at_an_edge_is_enough_to_know_a_page(line: str, kind: FurnitureKind) -> None:
    story = "The north gate of the mill fell on the night shift and nobody was told.\n" * 60
    assert found(f"{line}\n\n{story}") == [(kind.value, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Copyright in the pictures is claimed by nobody.",
        "The mill has all rights reserved to it.",
        "Leave a comment, she said, and we shall print it.",
        "Share this bread with the needle workers.",
        "Home is where the gate fell.",
        "Media contact: the office did not answer.",
        "Comments",
        "Print",
        "1987  1988  1990",
        "Imre Doss  Sana Rimi  Leila Arlen",
        "Imre Doss | Sana Rimi | Home Office",
        "Killed | 12 | Hurt | 40 | News | Home | Search",
        "| Home | News | Search | Contact us |",
        "12 500 000 400",
        "Retrieved from the quay",
    ],
)
def test_words_of_a_source_are_left_alone_on_a_page(line: str) -> None:
    assert kinds(beside(line))[line] == ""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Print", FurnitureKind.SCROLL),
        ("12 comments", FurnitureKind.COMMENT_FORM),
        ("Menu", FurnitureKind.NAVIGATION),
        ("desk@salt.example", FurnitureKind.CONTACT),
        ("Salt Press. All rights reserved.", FurnitureKind.COPYRIGHT),
        ("Latest news", FurnitureKind.RELATED),
    ],
)
def test_lesser_signs_count_beside_other_furniture(line: str, kind: FurnitureKind) -> None:
    story = "The north gate of the mill fell on the night shift.\n"
    assert kinds(f"{story}{line}\nBack to top")[line] == kind.value
    assert kinds(f"Skip to content\n\n{line}\n{story}")[line] == kind.value
    assert found(f"{story}{line}") == []


def test_lesser_signs_hold_each_other_up_in_both_directions() -> None:
    text = "The gate fell in the night, they say.\nShare\nPrint\nBack to top\nPDF\nE-mail"
    assert kinds(text) == {
        "The gate fell in the night, they say.": "",
        "Share": "scroll",
        "Print": "scroll",
        "Back to top": "scroll",
        "PDF": "scroll",
        "E-mail": "scroll",
    }


def test_a_menu_may_stand_one_entry_a_line() -> None:
    text = "Home\n\nAbout us\nDossiers\nNews\nSearch\n\nThe gate fell\n\nIt fell, they say."
    assert found(text) == [
        ("navigation", "Home"),
        ("navigation", "About us\nDossiers\nNews\nSearch"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Health\nEducation\nScience\nSports\n\nThese are the four desks of the office.",
        "Home\nThe gate that fell on the night shift of May\nSearch\nNews\n\nIt fell, they say.",
        "Home\nImre Doss\nSana Rimi\nLeila Arlen\nSearch\n\nThey are missing since the march.",
    ],
)
def test_short_lines_are_no_menu_without_the_words_of_one(text: str) -> None:
    assert find(text) == ()


def test_a_menu_does_not_swallow_the_line_below_it() -> None:
    text = "Home | News | Contact us | Search\nHarbour  Mill\n\nThe gate fell in the night."
    assert found(text) == [("navigation", "Home | News | Contact us | Search")]


def test_two_entries_belong_to_a_menu_when_one_is_known() -> None:
    text = "Home  Archive  Quay  Mill\nLog in  Harbour\n\nThe gate fell in the night."
    assert found(text) == [("navigation", "Home  Archive  Quay  Mill\nLog in  Harbour")]


def test_a_very_long_menu_line_is_a_menu_still() -> None:
    menu = "  ".join(["Home", "News", "Search", "Contact us"] + ["Harbour District"] * 20)
    assert found(f"{menu}\nThe gate fell in the night.") == [("navigation", menu)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Last updated: 4 May 2019", "date_line"),
        ("Published Saturday, May 4, 2019", "date_line"),
        ("شائع شدہ: ۴ مئی ۲۰۱۹", "date_line"),
        ("Accessed on 4 May 2019", "capture_stamp"),
        ("Date: 4 May 2019", ""),
        ("4 May 2019", ""),
        ("Harbour: 4th May 2019", ""),
    ],
)
def test_a_date_is_furniture_when_it_speaks_of_the_page(line: str, kind: str) -> None:
    text = f"The gate fell\n\n{line}\n\nIt fell in the night, they say."
    assert kinds(text)[line] == kind


def test_a_stamp_stands_alone_at_an_edge() -> None:
    story = "The gate fell in the night, they say."
    assert found(f"{story}\n\n2/24/21, 8:27\u202fPM\n") == [
        ("capture_stamp", "2/24/21, 8:27\u202fPM")
    ]
    assert found(f"2/24/2021 8:27:48 PM\n{story}") == [("capture_stamp", "2/24/2021 8:27:48 PM")]
    assert found(f"{story}\n24 February 2021\n") == []
    assert found(f"24 February 2021 20:27\n{story}") == []
    assert found(f"{story}\n2/24/2021 8:27:48 PM\n{story}") == []


def test_the_times_of_a_diary_are_its_own() -> None:
    entries = "".join(f"2/24/2021 8:2{n}:00 PM\nThe gate fell.\n" for n in range(4))
    assert find(f"{entries}2/24/2021 8:30:00 PM") == ()


def test_a_title_is_repeated_at_most_twice() -> None:
    assert find("Blood for the gate\n" * 4 + "they cried.") == ()
    assert found("The gate fell\nThe gate fell\nThey say.") == [("repeated_title", "The gate fell")]
    assert find("The gate fell\nThey say.\nThe gate fell\nThey say.") == ()
    assert find("No\nNo\nThey say.") == ()
    assert find("Long live the gate!\nLong live the gate!\nThey say.") == ()


def test_links_under_their_heading_are_furniture_when_nothing_else_follows() -> None:
    text = "They say it fell.\n\nRelated stories\nTwelve hurt\n\nFares rise\n\nBack to top"
    assert kinds(text)["Twelve hurt"] == kinds(text)["Fares rise"] == "related"
    told = text.replace("Fares rise", "The fares rose on Sunday.")
    assert kinds(told)["Twelve hurt"] == ""
    assert kinds(told)["Related stories"] == "related"


def test_lines_of_one_kind_that_a_blank_line_parts_are_two_pieces() -> None:
    assert found("They say.\nBack to top\n\nPrint this page") == [
        ("scroll", "Back to top"),
        ("scroll", "Print this page"),
    ]


lines = st.sampled_from(
    [
        *PAGE.split("\n"),
        *RELEASE.split("\n"),
        *(line for line, _ in SURE),
        "Print",
        "Home",
        "\u200f",
        "x",
    ]
)


@given(st.lists(lines | st.text(max_size=20), max_size=40).map("\n".join))
def test_pieces_are_whole_lines_in_order_and_apart(text: str) -> None:
    end = -1
    for piece in find(text):
        start = piece.span.start
        assert end < start < piece.span.end <= len(text)
        assert start == 0 or text[start - 1] == "\n"
        assert piece.span.end == len(text) or text[piece.span.end] == "\n"
        assert all(row.strip() for row in piece.span.of(text).split("\n"))
        end = piece.span.end


def test_only_the_edges_of_a_text_decide_whether_it_is_a_page() -> None:
    story = "The north gate of the mill fell on the night shift and nobody was told.\n" * 40
    assert find(f"{story}\nBack to top\n\n{story}") == ()
    page = f"{story}\nBack to top\n\n{story}\nScroll to top"
    assert found(page) == [("scroll", "Back to top"), ("scroll", "Scroll to top")]
