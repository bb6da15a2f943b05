"""What stands around an article is furniture, and no sentence of the article ever is."""

import json
from pathlib import Path

import pytest

from reviewer.domain.incoming import FurnitureKind, Incoming
from reviewer.importers.web.markup import page_of
from reviewer.importers.web.markup_blocks import Walked, walked
from reviewer.importers.web.markup_furniture import furniture_of
from reviewer.importers.web.markup_main import MainText
from tests.importers.pages import PARAGRAPHS, article, marked, page, taken

ENTRIES = "".join(
    f"<li><a href='/{one}'>{one}</a></li>"
    for one in ("Home", "Provinces", "Courts", "Opinion", "Archive")
)


def kinds_of(body: str) -> dict[str, FurnitureKind]:
    return dict(marked(taken(page(body))))


@pytest.mark.parametrize(
    ("around", "kind"),
    [
        ("<nav><ul>{}</ul></nav>", FurnitureKind.NAVIGATION),
        ("<div role='navigation'><ul>{}</ul></div>", FurnitureKind.NAVIGATION),
        ("<div id='mainMenu'><ul>{}</ul></div>", FurnitureKind.NAVIGATION),
        ("<header><ul>{}</ul></header>", FurnitureKind.HEADER),
        ("<footer><ul>{}</ul></footer>", FurnitureKind.FOOTER),
        ("<aside><ul>{}</ul></aside>", FurnitureKind.SIDE),
        ("<div class='left-sidebar'><ul>{}</ul></div>", FurnitureKind.SIDE),
        ("<div class='cookie-consent'><ul>{}</ul></div>", FurnitureKind.NOTICE),
        ("<div class='shareBar'><ul>{}</ul></div>", FurnitureKind.SHARING),
        ("<div class='related_posts'><ul>{}</ul></div>", FurnitureKind.RELATED),
        ("<div class='ad'><ul>{}</ul></div>", FurnitureKind.ADVERTISEMENT),
        ("<form id='commentform'><ul>{}</ul></form>", FurnitureKind.COMMENT_FORM),
    ],
)
def test_boxes_that_say_what_they_are_for_are_furniture(around: str, kind: FurnitureKind) -> None:
    found = taken(page(f"<main><h1>A raid</h1>{article()}</main>{around.format(ENTRIES)}"))
    assert {kind for _, kind in marked(found)} == {kind}
    assert all("Home" in words for words, _ in marked(found))


def test_an_article_is_never_furniture() -> None:
    found = taken(page(f"<nav><ul>{ENTRIES}</ul></nav><h1>A raid</h1>{article()}"))
    words = " ".join(words for words, _ in marked(found))
    assert not any(paragraph in words for paragraph in PARAGRAPHS)
    assert "A raid" not in words


@pytest.mark.parametrize("called", ["ad-free", "sidebar", "popup", "share", "comments", "footer"])
def test_an_article_in_a_box_with_a_wrong_name_is_no_furniture(called: str) -> None:
    assert kinds_of(f"<div class='{called}'><h1>A raid</h1>{article()}</div>") == {}


def test_links_under_an_article_are_furniture_though_nothing_says_so() -> None:
    links = "".join(f"<div><a href='/{n}'>Another story of the day {n}</a></div>" for n in range(5))
    found = taken(page(f"<div><h1>A raid</h1>{article()}</div><div>{links}</div>"))
    ((words, kind),) = marked(found)
    assert kind is FurnitureKind.RELATED
    assert words.count("Another story") == 5


def test_a_list_of_what_is_told_elsewhere_is_furniture() -> None:
    teaser = "It was told elsewhere, in another place, at some length, that this is a story too."
    teasers = f"<div><p><a href='/'>Story</a></p><p>{teaser}</p></div>" * 4
    source = page(f"<div><h1>A raid</h1>{article()}</div><div>{teasers}</div>")
    found = walked(page_of(source, "page.html").tree)
    kinds = furniture_of(found, MainText(PARAGRAPHS))
    of_words = {block.words: kind for block, kind in zip(found.blocks, kinds, strict=True)}
    assert of_words[teaser] is FurnitureKind.RELATED
    assert of_words["Story"] is FurnitureKind.RELATED
    assert of_words[PARAGRAPHS[0]] is of_words["A raid"] is None


def test_what_the_other_opinion_overlooked_is_kept() -> None:
    source = page(f"<article>{article() * 4}</article><div><p>Sign in to read.</p></div>")
    found = walked(page_of(source, "page.html").tree)
    kinds = furniture_of(found, MainText(["Sign in to read."]))
    assert kinds == [None] * len(found.blocks)


def test_a_page_without_a_second_opinion_has_the_furniture_that_says_so_itself() -> None:
    found = walked(page_of(page(f"<nav>{ENTRIES}</nav>{article()}"), "page.html").tree)
    kinds = furniture_of(found, MainText(()))
    assert set(kinds) == {FurnitureKind.NAVIGATION, None}
    assert kinds.count(None) == len(PARAGRAPHS)
    assert furniture_of(Walked(), MainText(())) == []


def test_a_quotation_within_an_article_stays_whatever_its_box_is_called() -> None:
    quoted = (
        "<blockquote>I was there when the door was broken, and I counted four men.</blockquote>"
    )
    first, second, third = PARAGRAPHS
    body = f"<p>{first}</p><p>{second}</p><div class='social'>{quoted * 2}</div><p>{third}</p>"
    words = " ".join(kinds_of(f"<main><h1>A raid</h1>{body}</main>"))
    assert "I counted four men" not in words


def test_a_lead_under_the_headline_is_of_the_text_whatever_its_box_is_called() -> None:
    lead = "What the province says of the raid, what neighbours say of it, and who denies what."
    source = page(f"<h1>A raid</h1><div class='related'><p>{lead}</p></div>{article()}")
    found = walked(page_of(source, "page.html").tree)
    assert furniture_of(found, MainText(PARAGRAPHS)) == [None] * (2 + len(PARAGRAPHS))


def test_a_line_that_says_how_to_reach_somebody_stays() -> None:
    reached = "<p>Phone: +92 300 1234567</p>"
    body = f"<nav>{ENTRIES}</nav><div><h1>A raid</h1>{article()}{reached}</div>"
    assert "+92 300" not in " ".join(kinds_of(body))


def test_a_page_of_links_only_keeps_them_and_marks_its_menu() -> None:
    links = "".join(f"<p><a href='/{n}'>A list of the missing, part {n}</a></p>" for n in range(30))
    found = taken(page(f"<nav>{ENTRIES}</nav><div>{links}</div>"))
    assert found.text.count("A list of the missing") == 30


def test_a_copyright_line_is_known_where_its_box_says_nothing() -> None:
    body = f"<div><h1>A raid</h1>{article()}</div><div>Copyright 2020 The Paper</div>"
    assert "Copyright 2020 The Paper" in kinds_of(body)


def test_a_menu_stands_side_by_side() -> None:
    found = taken(page(f"<nav><ul>{ENTRIES}</ul></nav><h1>A raid</h1>{article()}"))
    assert found.text.startswith("Home | Provinces | Courts | Opinion | Archive\n")


def test_the_words_that_real_pages_are_about_are_not_furniture(real_fixtures: Path) -> None:
    folder = real_fixtures / "html" / "trafilatura"
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    wanted = kept = unwanted = dimmed = 0
    for name, said in truth.items():
        found = taken((folder / name).read_bytes(), name)
        own, furniture = parted(found)
        wanted += len(said["with"])
        kept += sum(words in own for words in said["with"])
        unwanted += len(said["without"])
        dimmed += sum(words in furniture and words not in own for words in said["without"])
    assert kept >= 0.97 * wanted
    assert dimmed >= 0.6 * unwanted


def parted(found: Incoming) -> tuple[str, str]:
    """Return what a page says and what is furniture on it, white space apart."""
    own, start = [], 0
    for piece in found.furniture:
        own.append(found.text[start : piece.span.start])
        start = piece.span.end
    own.append(found.text[start:])
    furniture = (words for words, _ in marked(found))
    return " ".join(" ".join(own).split()), " ".join(" ".join(furniture).split())
