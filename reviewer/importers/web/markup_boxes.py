"""What a page says of its boxes: whether one is shown, and what it is there for.

A box is an element that stands on lines of its own. Its tag, its role and the words of its class
and id tell whether it is a menu, a foot of the page, a notice; such a word is a sign, no proof:
``markup_furniture.py`` decides, for a whole page may stand in a box called ``ad-free``.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reviewer.domain.incoming import FurnitureKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(slots=True)
class Box:
    """An element with lines of its own; ``around`` is the box it stands in, or -1.

    ``sign`` is what it seems to be there for, ``main`` says that it holds what the page is about.
    """

    tag: str
    around: int
    sign: FurnitureKind | None = None
    main: bool = False


_NOT_SHOWN = frozenset(
    {"script", "style", "head", "noscript", "iframe", "canvas", "audio", "video", "datalist"}
    | {"rp", "map", "colgroup", "param", "noembed", "title", "meta", "link"}
)
_HIDDEN_STYLE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})  # shown, whatever they wait for
_LONGEST_UNSAID = 100  # code points that may be kept from those who have the page read to them

_TAGS = {
    "nav": FurnitureKind.NAVIGATION,
    "menu": FurnitureKind.NAVIGATION,
    "footer": FurnitureKind.FOOTER,
    "aside": FurnitureKind.SIDE,
    "dialog": FurnitureKind.NOTICE,
    "select": FurnitureKind.NAVIGATION,
    "header": FurnitureKind.HEADER,
}
_ROLES = {
    "navigation": FurnitureKind.NAVIGATION,
    "menu": FurnitureKind.NAVIGATION,
    "menubar": FurnitureKind.NAVIGATION,
    "search": FurnitureKind.NAVIGATION,
    "banner": FurnitureKind.HEADER,
    "contentinfo": FurnitureKind.FOOTER,
    "complementary": FurnitureKind.SIDE,
    "dialog": FurnitureKind.NOTICE,
    "alertdialog": FurnitureKind.NOTICE,
}
_WORDS: dict[FurnitureKind, str] = {
    FurnitureKind.NOTICE: """cookie cookies consent gdpr ccpa newsletter newsletters subscribe
        subscription signup modal popup overlay onetrust optin lightbox""",
    FurnitureKind.SHARING: """share sharing shares sharebar social socials addthis addtoany
        sharedaddy jetpack followus follow sharetools print""",
    FurnitureKind.COMMENT_FORM: """comment comments commentlist respond disqus reply replies
        commenting commentform livefyre""",
    FurnitureKind.ADVERTISEMENT: """ad ads adv advert adverts advertisement advertising adsense
        adbox adslot dfp sponsor sponsored sponsors promo promos promotion taboola outbrain teads
        anzeige werbung publicite publicidad""",
    FurnitureKind.RELATED: """related recommended recommendations recommendation recirc popular
        trending mostread mostpopular morefrom readmore similar latest more
        suggestions onward also next prev previous pagination pager""",
    FurnitureKind.NAVIGATION: """nav navbar navigation menu menus breadcrumb breadcrumbs submenu
        topnav subnav mainnav megamenu toc skip skiplink tags taglist tagcloud categories topics
        search toolbar login account""",
    FurnitureKind.SIDE: """sidebar sidebars side widget widgets rail aside rightcol leftcol
        secondary""",
    FurnitureKind.FOOTER: """footer foot colophon copyright legal disclaimer bottombar""",
    FurnitureKind.HEADER: """header masthead topbar logo branding ticker""",
}
_MAIN = frozenset(
    {"articlebody", "entrycontent", "postcontent", "storybody", "articletext", "articlecontent"}
    | {"bodycopy", "storycontent", "posttext", "postbody", "entrytext"}
)
_PIECES = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def shows(element: "HtmlElement", tag: str, *, hidden: bool) -> bool:
    """Say whether an element is seen; ``hidden`` takes what is only marked as hidden as well."""
    if tag in _NOT_SHOWN or not tag:
        return False
    if tag == "template":
        return element.get("shadowrootmode") is not None
    if tag in _WHOLE_PAGE or hidden:
        return True
    if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style") or ""):
        return False
    if tag == "dialog" and element.get("open") is None:
        return False
    return element.get("aria-hidden") != "true" or _says_much(element)


def _says_much(element: "HtmlElement") -> bool:
    """Say whether a box holds more than signs: a page behind an open notice is marked too."""
    length = 0
    for words in element.itertext():
        length += len(str(words).strip())
        if length > _LONGEST_UNSAID:
            return True
    return False


def box_of(element: "HtmlElement", tag: str, around: int) -> Box:
    """Return what an element is as a box."""
    role = (element.get("role") or "").strip().lower()
    words = f"{element.get('class') or ''} {element.get('id') or ''}"[:1000]
    main = tag in ("main", "article") or role in ("main", "article") or _is_main(element, words)
    sign = None
    if not main and tag not in ("html", "body"):
        sign = _ROLES.get(role) or _TAGS.get(tag) or _sign_of(words)
    return Box(tag, around, sign, main)


def _is_main(element: "HtmlElement", words: str) -> bool:
    if (element.get("itemprop") or "").lower() in ("articlebody", "reviewbody", "text"):
        return True
    return any(name.replace("-", "").replace("_", "").lower() in _MAIN for name in words.split())


@cache
def _signs() -> dict[str, FurnitureKind]:
    return {word: kind for kind, words in _WORDS.items() for word in words.split()}


def _sign_of(words: str) -> FurnitureKind | None:
    """Return what the first telling word of class and id says."""
    signs = _signs()
    for name in words.split():
        whole = signs.get(name.replace("-", "").replace("_", "").lower())
        if whole is not None:
            return whole
        for piece in _PIECES.findall(name):
            if piece.lower() in signs:
                return signs[piece.lower()]
    return None
