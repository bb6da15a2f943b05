"""Reads what a page states for search engines: JSON-LD in the words of schema.org."""

import html
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reviewer.domain.incoming import Reading
from reviewer.domain.reading.captures import Rule
from reviewer.importers.web.markup_readings import reading

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST = 50  # scripts
_LARGEST = 1_000_000  # code points of one
_MOST_THINGS = 2_000
_KINDS = ("article", "posting", "report", "blogpost", "review", "statement")
_PAGES = ("webpage", "itempage", "videoobject", "creativework")

Stated = dict[str, object]


def stated(tree: "HtmlElement") -> Iterator[Reading]:
    """Give what is stated of the page's article, or else of the page itself."""
    things = list(_things(tree))
    named = {str(thing["@id"]): thing for thing in things if "@id" in thing and len(thing) > 1}
    articles = [thing for thing in things if _is_of(thing, _KINDS)]
    pages = [thing for thing in things if _is_of(thing, _PAGES)]
    for thing in (*articles[:1], *pages[:1]):
        yield from _readings(thing, named, titled=thing in articles)


def _readings(thing: Stated, named: dict[str, Stated], *, titled: bool) -> Iterator[Reading]:
    rule = Rule.STATED_DATA
    if titled:
        yield from reading("title", _words(thing.get("headline")), rule)
        yield from reading("title", _words(thing.get("name")), rule)
        yield from reading("author", _names(thing.get("author"), named), rule)
    yield from reading("publisher", _names(thing.get("publisher"), named), rule)
    yield from reading("posted", _words(thing.get("datePublished")), rule)
    yield from reading("url", _words(thing.get("url")), rule)
    yield from reading("url", _address(thing.get("mainEntityOfPage")), rule)


def _things(tree: "HtmlElement") -> Iterator[Stated]:
    """Give everything that is stated, what lies in lists and graphs too."""
    count = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        count += 1
        if count > _MOST:
            return
        yield from _spread(_json_of("".join(map(str, script.itertext()))))


def _json_of(words: str) -> object:
    words = words.strip().removeprefix("<!--").removesuffix("-->")
    words = words.replace("//<![CDATA[", "").replace("//]]>", "")
    if len(words) > _LARGEST:
        return None
    try:
        found: object = json.loads(words, strict=False)
    except (ValueError, RecursionError):
        return None
    return found


def _spread(found: object) -> Iterator[Stated]:
    waiting = [found]
    count = 0
    while waiting and count < _MOST_THINGS:
        one = waiting.pop(0)
        count += 1
        if isinstance(one, list):
            waiting.extend(one[:_MOST_THINGS])
        elif isinstance(one, dict):
            thing = {str(key): value for key, value in one.items()}
            yield thing
            waiting.extend(
                thing[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in thing
            )


def _is_of(thing: Stated, kinds: tuple[str, ...]) -> bool:
    kind = thing.get("@type")
    types = kind if isinstance(kind, list) else [kind]
    return any(str(one).lower().endswith(kinds) for one in types)


def _words(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return html.unescape(value) if isinstance(value, str) else ""


def _names(value: object, named: dict[str, Stated]) -> str:
    """Return the names of people or organisations, given as words, as things, or by reference."""
    values = value if isinstance(value, list) else [value]
    found = []
    for one in values[:20]:
        if isinstance(one, dict):
            name = one.get("name") or named.get(str(one.get("@id")), {}).get("name")
            found.append(_words(name))
        else:
            found.append(_words(one))
    return "; ".join(dict.fromkeys(filter(None, found)))


def _address(value: object) -> str:
    if isinstance(value, dict):
        return _words(value.get("@id"))
    return _words(value)
