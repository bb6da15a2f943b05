"""Reads what a page says of itself: title, author, publisher, address, dates, language.

In order of trust: what the browser noted when it saved the page, what the page states for search
engines (JSON-LD), its meta tags, the times it marks, its title. Nothing is guessed from where a
word stands or what it looks like; a date keeps its words, and stays empty where they allow two
readings.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reviewer.domain.incoming import Reading
from reviewer.domain.languages import language_code
from reviewer.domain.reading.captures import Rule
from reviewer.importers.web.markup_readings import address, moment, reading
from reviewer.importers.web.markup_stated import stated

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_FIELDS = {
    "title": """citation_title og:title dc.title dcterms.title headline parsely-title
        sailthru.title twitter:title title""",
    "author": """citation_author article:author dc.creator dcterms.creator author parsely-author
        sailthru.author byl dc.contributor""",
    "publisher": """citation_publisher og:site_name dc.publisher dcterms.publisher
        application-name publisher article:publisher""",
    "url": "og:url citation_public_url twitter:url",
    "posted": """article:published_time og:published_time article:published datepublished
        citation_publication_date citation_date dc.date.issued dcterms.issued dc.date dcterms.date
        dcterms.created dc.date.created parsely-pub-date sailthru.date pubdate publishdate
        publish-date publish_date date rnews:datepublished""",
}
"""Names of meta tags for each field, the most exact first."""
_SITE_NAMES = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_MARKED_TIME = re.compile(r"\b(?:published|pubdate|date-?published|entry-date|posted)\b", re.I)
_NOTES = 40  # comments of the source that are read
_SAVED = re.compile(r"\s*saved from url=\(\d{1,8}\)(?P<url>\S{4,2000})\s*")
_SINGLE_FILE = re.compile(
    r"\s*Page saved with SingleFile\s+url:\s*(?P<url>\S{4,2000})"
    r"(?:\s+saved date:\s*(?P<date>.{6,60}))?"
)
_MIRRORED = re.compile(
    r"\s*Mirrored from (?P<url>\S{4,2000}) by HTTrack [^,]{0,60}, (?P<date>.{6,60})"
)
_ARCHIVED = re.compile(
    r"\s*FILE ARCHIVED ON (?P<time>\d\d:\d\d:\d\d) (?P<date>\w{3} \d\d, \d{4}) AND RETRIEVED FROM"
)
_BETWEEN = (" | ", " - ", " – ", " — ", " :: ", " · ", " » ", ": ", " « ", " // ")


def readings_of(tree: "HtmlElement") -> tuple[Reading, ...]:
    """Return what a page says of itself, the most trusted first of each field."""
    metas = _metas(tree)
    found = [*saved_notes(tree), *stated(tree), *_of_metas(metas), *_times(tree), *_title_of(tree)]
    sites = {reading.value for reading in found if reading.field == "publisher"}
    sites |= {words for name in _SITE_NAMES for words in metas.get(name, ())}
    return tuple(
        without_site(reading, sites) if reading.field == "title" else reading for reading in found
    )


def declared_language(tree: "HtmlElement") -> Iterator[Reading]:
    """Give the language the page is said to be in, which is often only that of its template."""
    words = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    words = words.strip()
    if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w{2,8}){0,2}", words):
        code = language_code(words)
        yield Reading("language", code.partition("-")[0], words, None, Rule.META_TAG)


def saved_notes(tree: "HtmlElement") -> Iterator[Reading]:
    """Give what programs that save pages note in the source: from where, and when."""
    for words in _comments(tree):
        for pattern in (_SAVED, _SINGLE_FILE, _MIRRORED, _ARCHIVED):
            match = pattern.match(words)
            if match:
                yield from _noted(match.groupdict())


def _noted(noted: dict[str, str | None]) -> Iterator[Reading]:
    url, date = noted.get("url"), noted.get("date")
    if url:
        whole = url if "://" in url else f"http://{url}"
        yield from address(whole, Rule.SAVED_FROM)
    if date:
        time = noted.get("time")
        yield from moment("captured", f"{date} {time}" if time else date, Rule.SAVED_FROM)


def _comments(tree: "HtmlElement") -> Iterator[str]:
    from lxml import etree

    before = tree.getprevious()
    while before is not None:
        yield str(before.text or "")
        before = before.getprevious()
    for count, comment in enumerate(tree.iter(etree.Comment)):
        if count == _NOTES:
            break
        yield str(comment.text or "")[:4000]
    last = tree.getnext()
    while last is not None:
        yield str(last.text or "")[:4000]
        last = last.getnext()


def _metas(tree: "HtmlElement") -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        words = " ".join((meta.get("content") or "").split())
        if words and len(words) <= 2000:
            metas.setdefault(name.strip().lower(), []).append(words)
    return metas


def _of_metas(metas: dict[str, list[str]]) -> Iterator[Reading]:
    for field, names in _META_FIELDS.items():
        for name in names.split():
            words = metas.get(name, [])
            several = [*dict.fromkeys(words)] if name == "citation_author" else words[:1]
            yield from reading(field, "; ".join(several), Rule.META_TAG)


def _times(tree: "HtmlElement") -> Iterator[Reading]:
    """Give the times that the page marks as when it was posted, and its address."""
    for time in tree.iter("time"):
        signs = " ".join(filter(None, (time.get("itemprop"), time.get("class"))))
        marked = time.get("pubdate") is not None or _MARKED_TIME.search(signs)
        if marked and "updated" not in (time.get("class") or "").split():
            yield from moment("posted", time.get("datetime") or "", Rule.TIME_MARK)
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield from address(link.get("href") or "", Rule.META_TAG)


def _title_of(tree: "HtmlElement") -> Iterator[Reading]:
    title = next(tree.iter("title"), None)
    if title is not None:
        yield from reading("title", "".join(map(str, title.itertext())), Rule.PAGE_TITLE)


def without_site(title: Reading, sites: Iterable[str]) -> Reading:
    """Leave out the name of the site at an end of a title, where the page says that name."""
    for site in sites:
        for mark in _BETWEEN:
            for words in (
                title.value.removesuffix(f"{mark}{site}"),
                title.value.removeprefix(f"{site}{mark}"),
            ):
                if words != title.value and any(map(str.isalnum, words)):
                    return Reading("title", words.strip(), title.words, title.span, title.rule)
    return title
