"""What a reader sees on a page is in its text, in order, and what nobody sees is not."""

import pytest

from tests.importers.pages import text_of

TOLD = "<p>What the page says in a sentence of its own.</p>"
SAID = "What the page says in a sentence of its own.\n"


def test_paragraphs_have_room_between_and_line_breaks_are_kept() -> None:
    assert text_of("<p>One  line\n of two.</p><p>Another<br>broken <br/> line.</p>") == (
        "One line of two.\n\nAnother\nbroken\nline.\n"
    )


def test_words_in_one_line_stay_in_one_line() -> None:
    body = "<p>The <b>raid</b> on <i>Hill</i>-<a href='/x'>Street</a>, he said<wbr>.</p>"
    assert text_of(body) == "The raid on Hill-Street, he said.\n"


def test_links_side_by_side_are_no_one_word() -> None:
    assert text_of(TOLD + "<div><a href='/a'>One</a><a href='/b'>Two</a>, three</div>") == (
        f"{SAID}\nOne Two, three\n"
    )


def test_lists_have_dots_or_their_numbers() -> None:
    body = (
        "<ul><li>One<li>Two<ul><li>Inner</ul><li><p>Three</p><p>of it</p></ul>"
        "<ol start=4><li>Four<li>Five<li value=9>Nine<li value=x>Ten</ol><ol><li>One</ol>"
    )
    assert text_of(body) == (
        "• One\n• Two\n  • Inner\n• Three\n\nof it\n\n4. Four\n5. Five\n9. Nine\n10. Ten\n1. One\n"
    )


def test_lines_and_spaces_of_what_is_set_as_typed_are_kept() -> None:
    assert text_of(f"{TOLD}<pre>\n one\n   two\n</pre>") == f"{SAID}\n one\n   two\n"


def test_quotations_have_their_marks() -> None:
    assert text_of("<p>He said <q>never</q>.</p><blockquote>Again.</blockquote>") == (
        "He said “never”.\n\nAgain.\n"
    )


def test_words_that_buttons_and_drawings_show_are_there() -> None:
    body = f"{TOLD}<form><input type=submit value='Send now'><input type=text value=typed></form>"
    assert text_of(body + "<p><svg><title>no</title><text>drawn words</text></svg></p>") == (
        f"{SAID}\nSend now\n\ndrawn words\n"
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>never</script>",
        "<style>never</style>",
        "<template><p>never</p></template>",
        "<noscript>never</noscript>",
        "<iframe>never</iframe>",
        "<p hidden>never</p>",
        "<div style='color:red; display : none'><p>never</p></div>",
        "<span style='visibility:hidden'>never</span>",
        "<span aria-hidden='true'>never</span>",
        "<dialog>never</dialog>",
        "<!-- never -->",
    ],
)
def test_what_nobody_sees_is_left_out(hidden: str) -> None:
    assert text_of(f"<p>Before</p>{hidden}<p>After</p>") == "Before\n\nAfter\n"


def test_a_page_behind_an_open_notice_is_read() -> None:
    words = "Three men were held on Thursday evening when police raided a workshop. " * 2
    assert words.strip() in text_of(f"<div aria-hidden='true'><p>{words}</p></div>")


def test_a_page_that_hides_all_its_words_is_read_all_the_same() -> None:
    assert text_of("<div style='display:none'><p>Words at last.</p></div>") == "Words at last.\n"


def test_shadows_that_were_saved_with_the_page_are_read() -> None:
    body = "<x-news><template shadowrootmode=open><p>In the shadow.</p></template></x-news>"
    assert text_of(body) == "In the shadow.\n"


def test_what_a_picture_shows_is_told_unless_the_page_says_it_itself() -> None:
    body = (
        f"{TOLD}<div><img alt='Smoke over the market of the old town'></div>"
        "<div><img alt='Smoke over the market of the old town'></div>"
        "<div><img alt='The same words as below'></div><p>The same words as below.</p>"
        "<div><img alt='IMG_20201114_0001.jpg'><img alt='Logo'></div>"
        "<figure><img alt='A caption says it better'><figcaption>Smoke.</figcaption></figure>"
    )
    text = text_of(body)
    assert text.count("[Smoke over the market of the old town]") == 1
    assert text.count("The same words") == 1
    assert "IMG_" not in text
    assert "A caption says" not in text


def test_a_picture_in_a_sentence_does_not_break_it() -> None:
    assert text_of("<p>One <img alt='a picture of a smiling face'> two.</p>") == "One two.\n"


def test_a_paragraph_that_a_page_repeats_is_there_as_often() -> None:
    assert text_of(TOLD * 6).count(SAID.strip()) == 6
