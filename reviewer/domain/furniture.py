"""Finds page furniture: what a captured page prints around what its source says.

Rules know classes, not sites: a menu is lines of many short items among which are the words every
menu has; a stamp is a date with a time alone at the edge of the text; a button, a comment form or
a copyright line is known by its whole line. A line is furniture as a whole or not at all, and a
sentence never is. What could as well be a table, a list of names or a heading is left alone: a
menu that is not dimmed costs a glance, a dimmed sentence costs evidence.

A text without furniture is by far the commonest, so a look at its two edges decides whether the
rules are tried at all; furniture in the middle is found only on a page that has some at an edge.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby, islice

from reviewer.domain.incoming import Furniture, FurnitureKind
from reviewer.domain.reading import date_lines
from reviewer.domain.reading.date_lines import Label
from reviewer.domain.spans import Span

_EDGE = 40  # lines with words on them, from either end, where weaker signs are enough
_GLANCE = 1000  # code points from either end that decide whether the rules are tried
_LONGEST = 250  # code points of a line that may be furniture, menus apart
_LONGEST_MENU = 600  # code points
_LONGEST_ITEM = 32  # code points of an entry of a menu
_SHORTEST_TITLE = 13  # code points of a line that is a title when it stands twice

_SURE_LINES: dict[FurnitureKind, str] = {
    FurnitureKind.COPYRIGHT: r"""
        (?:©|copyright\s*(?:©|\(c\)|[12]\d{3})|\(c\)\s*[12]\d{3}).*
      | all\ rights?\ (?:are\ )?reserved\b.{0,60}
      | جملہ\ حقوق\ (?:بحق\ .{1,40}\ )?محفوظ(?:\ ہیں)?\W*""",
    FurnitureKind.COMMENT_FORM: r"""
        (?:leave|post|add|write|submit)\ (?:a|your)\ (?:comment|reply)(?:\ cancel\ reply)?\W*
      | (?:post|submit)\ comment\W* | cancel\ reply
      | your\ e-?mail\ address\ will\ not\ be\ published\b.{0,80}
      | required\ fields\ are\ marked\W* | (?:name|e-?mail|website|comment)\s?\*
      | save\ my\ name\b.{0,20}\be-?mail\b.{0,80}
      | (?:you\ must\ be\ )?log(?:ged)?\ ?in\ to\ (?:post\ a\ )?(?:comment|reply)\W*
      | comments\ are\ (?:closed|off)\W* | notify\ me\ of\ .{0,40}\bby\ e-?mail\W*
      | join\ the\ (?:discussion|conversation)\W*
      | (?:اپنا\ )?تبصرہ\ (?:کریں|لکھیں|بھیجیں)\W*
      | آپ\ کا\ ای\ ?میل\ ایڈریس\ شائع\ نہیں\ کیا\ جائے\ گا.{0,60}""",
    FurnitureKind.SCROLL: r"""
        (?:scroll|back|go|return)\ to\ (?:the\ )?top\W* | top\ of\ (?:the\ )?page
      | skip\ to\ (?:the\ )?(?:main\ )?content
      | share\ this(?:\ (?:article|page|post|story|news|via|on|with))?\W*
      | (?:print|e-?mail|tweet)\ this(?:\ (?:article|page|post|story))?\W*
      | click\ to\ (?:share|print|e-?mail)\b.{0,60}
      | (?:share|tweet|follow\ us)\ (?:on|via)\ \w+\W*
      | (?:(?:facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|pinterest|reddit
        |e-?mail|print|tweet|share)\b[\s|,•·/]*){3,12}
      | (?:واپس\ )?اوپر\ (?:جائیں|جائیے) | (?:شیئر|پرنٹ)\ کریں""",
    FurnitureKind.RELATED: r"""
        (?:related|recommended|similar)\ (?:links?|articles?|posts?|stories|news|content)\W*
      | (?:more|latest|popular|recent|trending|most\ read)\ (?:articles|posts|stories)\W*
      | you\ (?:may|might)\ also\ (?:like|be\ interested\ in)\W*
      | متعلقہ\ (?:خبریں|مضامین)\W* | یہ\ بھی\ پڑھ(?:یں|یے)\W*""",
    FurnitureKind.CONTACT: r"""
        (?:\w{1,20}\ ){0,2}(?:media|press)\ (?:inquir(?:y|ies)|enquir(?:y|ies)|contacts?)\W*
      | (?:media|press)\ (?:inquiries|enquiries|contacts?)\s?:.{1,80}(?<![.!?])
      | (?:(?:e-?mail|ای\ ?میل)\s?:\s?)?\[email\ protected\]
      | (?:e-?mail|ای\ ?میل)\s?:\s?[\w.+-]{1,64}@[\w.-]{1,64}
      | (?:(?:tele)?phone|tel|ph|fax|mobile|cell|whatsapp|فون|فیکس|موبائل)\b[\s.:]{0,3}
        [+(]?\d[\d\s().-]{5,20}
      | \+\d[\d\s().-]{6,18} | \(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}""",
    FurnitureKind.NAVIGATION: r"""
        toggle\ navigation
      | (?:home|صفحہ\ اول|سرورق)(?:\s?[»›→]\s?|\s[>|/]\s)[^.!?۔]{1,160}""",
}
"""Lines that are furniture wherever they stand on a captured page; lower case."""

_LIKELY_LINES: dict[FurnitureKind, str] = {
    FurnitureKind.SCROLL: r"""
        (?:print | share | tweet | e-?mail | pdf | facebook | twitter | whatsapp | telegram
      | linkedin | read\ more | download | advertisement | loading | close | top
      | شیئر | پرنٹ)\W*""",
    FurnitureKind.COMMENT_FORM: r"""
        (?:(?:\d{1,5}\ |no\ )?comments? | name | website | reply | submit | تبصرے)\W*""",
    FurnitureKind.NAVIGATION: r"""
        (?:home | menu | search | next | previous | log\ ?in | subscribe | صفحہ\ اول)\W*""",
    FurnitureKind.RELATED: r"(?:read\ also | more\ news | latest\ news | مزید\ (?:پڑھیں|خبریں))\W*",
    FurnitureKind.CONTACT: r"""
        [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,20}){1,4}
      | (?:contact\ us|(?:media|press)\ office)\W*""",
    FurnitureKind.COPYRIGHT: r".{1,80}\ball\ rights?\ (?:are\ )?reserved\W*",
}
"""Lines that are furniture only beside other furniture; lower case."""

_SITE_WORDS = r"""home | about(?:\ us|\ \w+)? | contact\ us | log\ ?in | sign\ (?:in|up) | register
  | subscribe | search | site\ ?map | privacy(?:\ policy)? | terms(?:\ (?:of|and|&)\ \w+)?
  | cookies?(?:\ policy)? | disclaimer | advertise(?:\ with\ us)? | newsletters? | rss | faqs?
  | feedback | links | menu | archives? | (?:\w+\ )?gallery | social\ media | my\ account
  | صفحہ\ اول | سرورق | ہمارے\ بارے\ میں | رابطہ(?:\ کریں)? | تلاش"""
_SECTION_WORDS = r"""(?:\w+\ )?news | world | politics | business | sports? | opinion | editorials?
  | entertainment | lifestyle | health | education | science | technology | culture | columns?
  | events | blogs? | videos? | photos? | audio | multimedia | publications | press\ releases?
  | media(?:\ \w+)? | downloads? | songs | poetry | poll | weather | careers | donate | contact
  | e-?paper | (?:live|web)\ tv | forum | (?:\w+\ )?خبریں | تصاویر | ویڈیوز? | کالم | کھیل | دنیا"""
_MENU_MARKS = ("  ", " \xa0", "\xa0 ", "\xa0\xa0", "\t", "|", "•", "·", "»", "›")
_BETWEEN_ITEMS = r"[^\S\n]{2,}|\s?[|•·»›\t]\s?"
_NO_ITEM = r"[.!?:;,۔؟؛،]|(?<!\S\s)\b(?:19|20)\d\d\b|(?!\b(?:19|20)\d\d\b)\b\d+"
_SENTENCE_END = r"[.!?۔؟][\"'”’)]{0,2}$"

_BLANKS = " \t\r\f\v\xa0\u2009\u202f\u3000\u200b\u200e\u200f\u2060"  # and marks nobody sees
_DATE_LINE_KINDS = {
    Label.POSTED: FurnitureKind.DATE_LINE,
    Label.UPDATED: FurnitureKind.DATE_LINE,
    Label.CAPTURED: FurnitureKind.CAPTURE_STAMP,
}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with words on it; ``start`` and ``end`` in the text, without its newline."""

    number: int
    start: int
    end: int
    words: str
    lower: str


_Kinds = dict[int, FurnitureKind]
"""What is known so far: a line's place in the list of lines -> its kind."""


def find(text: str) -> tuple[Furniture, ...]:
    """Find the furniture of a captured page: whole lines, in order, none twice.

    Spans are code points, newlines at their ends left out; lines of one kind that follow each
    other directly are one piece. A text that was never a page gives nothing.
    """
    if not _promising(text):
        return ()
    lines = _lines(text)
    kinds: _Kinds = {}
    _mark_stamps(lines, kinds)
    _mark_known_lines(lines, kinds)
    _mark_menus(lines, kinds)
    _mark_title_again(lines, kinds)
    _mark_neighbours(lines, kinds)
    _mark_related(lines, kinds)
    return tuple(_pieces(lines, kinds))


def _promising(text: str) -> bool:
    """Look at both edges of a text; say no only where no rule would find a first line."""
    edges = text
    if len(text) > 2 * _GLANCE:
        edges = text[:_GLANCE] + "\n" + text[-_GLANCE:]
    edges = edges.replace("\xa0", " ")
    rows = [row for row in map(_strip, edges.split("\n")) if row]
    if not rows:
        return False
    marks = [mark for mark in _MENU_MARKS if mark in edges]
    sign = _sign().fullmatch
    return (
        any(":" in row and date_lines.stamp(row) for row in (rows[0], rows[-1]))
        or any(len(row) >= _SHORTEST_TITLE and 1 < rows.count(row) < 6 for row in rows[:3])
        or any(len(row) <= _LONGEST and sign(row.lower()) for row in rows)
        or any(mark in row and len(_items(row)) > 2 for mark in marks for row in rows)
    )


def _lines(text: str) -> list[_Line]:
    lines, start = [], 0
    for number, row in enumerate(text.split("\n")):
        words = _strip(row)
        if words:
            lower = _lower(words) if len(words) <= _LONGEST_MENU else ""
            lines.append(_Line(number, start, start + len(row), words, lower))
        start += len(row) + 1
    return lines


def _strip(row: str) -> str:
    return row.strip(_BLANKS)


def _lower(words: str) -> str:
    """Return words in lower case with plain spaces: pages print any space that Unicode has."""
    return " ".join(words.lower().split())


def _edges(lines: list[_Line]) -> Iterator[int]:
    for place in range(len(lines)):
        if place < _EDGE or place >= len(lines) - _EDGE:
            yield place


def _mark_stamps(lines: list[_Line], kinds: _Kinds) -> None:
    """Mark a date with a time at either end; where many stand in the text they are its own."""
    first, last = lines[0].words, lines[-1].words
    stamps = (line for line in lines if line.words[0].isdigit() and date_lines.stamp(line.words))
    if len(list(islice(stamps, 3))) > 2:
        return
    if date_lines.stamp(last):
        kinds[len(lines) - 1] = FurnitureKind.CAPTURE_STAMP
    if date_lines.stamp(first) and date_lines.by_machine(first):
        kinds[0] = FurnitureKind.CAPTURE_STAMP


def _mark_known_lines(lines: list[_Line], kinds: _Kinds) -> None:
    sure = _pattern(_alternatives(_SURE_LINES))
    for place, line in enumerate(lines):
        match = sure.fullmatch(line.lower) if 0 < len(line.words) <= _LONGEST else None
        if match and match.lastgroup:
            kinds.setdefault(place, FurnitureKind(match.lastgroup))
    for place in _edges(lines):
        read = date_lines.read(lines[place].words)
        if read and read.label in _DATE_LINE_KINDS:
            kinds.setdefault(place, _DATE_LINE_KINDS[read.label])


def _mark_menus(lines: list[_Line], kinds: _Kinds) -> None:
    for run in _runs(lines, kinds):
        if _is_menu([item for place in run for item in _items(lines[place].words)]):
            kinds.update(dict.fromkeys(run, FurnitureKind.NAVIGATION))
    for listed in _listed(lines, kinds):
        kinds.update(dict.fromkeys(listed, FurnitureKind.NAVIGATION))


def _runs(lines: list[_Line], kinds: _Kinds) -> Iterator[list[int]]:
    """Yield runs of lines with several items each, that only furniture and no blank line parts."""
    run: list[int] = []
    before = -1
    for place in _edges(lines):
        items = _items(lines[place].words) if place not in kinds else []
        belongs = len(items) > 2 or (len(items) == 2 and any(map(_worth, items)))
        if run and (lines[place].number != before + 1 or not (belongs or place in kinds)):
            yield run
            run = []
        if belongs:
            run.append(place)
        before = lines[place].number
    if run:
        yield run


def _listed(lines: list[_Line], kinds: _Kinds) -> Iterator[range]:
    """Yield menus that stand one entry a line: entries known, at most one unknown in between."""
    known = [place for place in _edges(lines) if place not in kinds and _worth(lines[place].words)]
    run: list[int] = []
    for place in [*known, len(lines) + _EDGE]:
        if run and (place - run[-1] > 2 or not all(map(_is_item, _between(lines, run[-1], place)))):
            if len(run) > 2 and sum(_worth(lines[entry].words) == 2 for entry in run) > 1:
                yield range(run[0], run[-1] + 1)
            run = []
        run.append(place)


def _between(lines: list[_Line], first: int, last: int) -> list[str]:
    return [line.words for line in lines[first + 1 : last]]


def _items(words: str) -> list[str]:
    """Return the entries of a line that may be part of a menu, none if it cannot be."""
    if len(words) > _LONGEST_MENU or words[0] == "|" or _pattern(_NO_ITEM).search(words):
        return []
    items = [item for item in _pattern(_BETWEEN_ITEMS).split(words) if item]
    return items if all(map(_is_item, items)) else []


def _is_item(words: str) -> bool:
    return len(words) <= _LONGEST_ITEM and not _pattern(_NO_ITEM).search(words)


def _worth(item: str) -> int:
    """Weigh an entry: 2 for what only sites have, 1 for what sites and texts have."""
    lower = item.strip().lower()
    if _pattern(_SITE_WORDS).fullmatch(lower):
        return 2
    return 1 if _pattern(_SECTION_WORDS).fullmatch(lower) else 0


def _is_menu(items: list[str]) -> bool:
    worth = [_worth(item) for item in set(items)]
    return 2 in worth and sum(worth) >= 4


def _mark_title_again(lines: list[_Line], kinds: _Kinds) -> None:
    """Keep the first of two or three equal lines at the top, the title, and mark the others.

    Only furniture and blank lines stand between them. What stands there more often is a list, and
    a sentence said twice is a title only where the page has other furniture.
    """
    own = [place for place in range(min(len(lines), 2 * _EDGE)) if place not in kinds][:8]
    groups = groupby(own, key=lambda place: lines[place].lower)
    for title, equals in islice(groups, 3):
        again = list(equals)[1:]
        sure = kinds or not _pattern(_SENTENCE_END).search(title)
        if sure and 1 <= len(again) <= 2 and len(title) >= _SHORTEST_TITLE:
            kinds.update(dict.fromkeys(again, FurnitureKind.REPEATED_TITLE))


def _mark_neighbours(lines: list[_Line], kinds: _Kinds) -> None:
    likely = _pattern(_alternatives(_LIKELY_LINES))
    for places in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        for place in places:
            if place in kinds or not (place - 1 in kinds or place + 1 in kinds):
                continue
            match = likely.fullmatch(lines[place].lower)
            if match and match.lastgroup:
                kinds[place] = FurnitureKind(match.lastgroup)


def _mark_related(lines: list[_Line], kinds: _Kinds) -> None:
    """Mark the links under the last heading of related links, if nothing but links follows."""
    heads = [place for place, kind in kinds.items() if kind is FurnitureKind.RELATED]
    if not heads:
        return
    links = [place for place in range(max(heads) + 1, len(lines)) if place not in kinds]
    sentence = _pattern(_SENTENCE_END)
    if len(links) <= 12 and not any(
        len(lines[place].words) > 120 or sentence.search(lines[place].words) for place in links
    ):
        kinds.update(dict.fromkeys(links, FurnitureKind.RELATED))


def _pieces(lines: list[_Line], kinds: _Kinds) -> Iterator[Furniture]:
    """Yield the spans, lines of one kind that follow each other put together."""
    first = last = -1
    for place in [*sorted(kinds), len(lines)]:
        joins = (
            last >= 0
            and place < len(lines)
            and (kinds[place] is kinds[last] and lines[place].number == lines[last].number + 1)
        )
        if last >= 0 and not joins:
            yield Furniture(Span(lines[first].start, lines[last].end), kinds[last])
        if not joins:
            first = place
        last = place


def _alternatives(lines: dict[FurnitureKind, str]) -> str:
    return "|".join(f"(?P<{kind.value}>{pattern})" for kind, pattern in lines.items())


@cache
def _sign() -> re.Pattern[str]:
    """Return what a line is matched with to decide whether the rules are tried: too much fits."""
    return _pattern(f"{_alternatives(_SURE_LINES)}|{_SITE_WORDS}|(?:{date_lines.LABELS}).*")


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """Compile when first asked for: starting the program must not wait for it."""
    return re.compile(pattern, re.VERBOSE)
