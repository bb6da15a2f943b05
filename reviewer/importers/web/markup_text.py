"""Writes a page as text: its blocks in order, what is furniture marked, headings and tables known.

A page in a file of its own and one in an archive are written here alike.
"""

from dataclasses import dataclass, replace
from itertools import groupby

from reviewer.domain import furniture
from reviewer.domain.incoming import FurnitureKind, Incoming, PartKind, Reading, Remark
from reviewer.domain.reading.captures import Rule
from reviewer.importers.web.markup import Page
from reviewer.importers.web.markup_blocks import Block, Form, letters_of, walked
from reviewer.importers.web.markup_furniture import furniture_of
from reviewer.importers.web.markup_main import MainText, main_text
from reviewer.importers.web.markup_metadata import declared_language, readings_of
from reviewer.importers.writing import Writing

_HEADLINE = 3  # the deepest level of a heading that may be the page's title
_SHORTEST_HEADLINE = 8  # letters
_OF_PAGE_TITLE = 0.3  # of the letters of a title that may name the site and its parts as well
_OF_STATED_TITLE = 0.7
_LINE = 240  # code points that the entries of a menu may take on a line
_LONGEST_ENTRY = 40
_BETWEEN = " | "
_MENUS = frozenset(
    {FurnitureKind.NAVIGATION, FurnitureKind.HEADER, FurnitureKind.FOOTER, FurnitureKind.SIDE}
    | {FurnitureKind.SHARING, FurnitureKind.RELATED}
)
_Kinds = list[FurnitureKind | None]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page comes from: its file's bytes and name, and who reads it."""

    data: bytes
    name: str
    importer: tuple[str, int]
    media_type: str


def incoming_page(
    page: Page,
    source: Source,
    *,
    before: tuple[Reading, ...] = (),
    after: tuple[Reading, ...] = (),
    remarks: tuple[Remark, ...] = (),
) -> Incoming:
    """Return the document that a page is.

    Readings that come with the page are trusted more than its own (``before``) or less
    (``after``). Raises ``Unreadable`` when there is no word in it.
    """
    found = walked(page.tree)
    stated = readings_of(page.tree)
    language = tuple(declared_language(page.tree))
    main = main_text(page.tree)
    kinds = furniture_of(found, main)
    _add_known_lines(found.blocks, kinds, main)
    blocks, kinds = _menus_on_lines(found.blocks, kinds)
    writing = Writing(source.data, source.name)
    headline = _written(writing, blocks, kinds, stated)
    writing.repaired(page.damaged)
    return writing.incoming(
        importer=source.importer,
        media_type=source.media_type,
        readings=(*before, *headline, *stated),
        doubtful=(*after, *language),
        encoding=(page.decoded.encoding, page.decoded.basis),
        remarks=remarks,
    )


def _add_known_lines(blocks: list[Block], kinds: _Kinds, main: MainText) -> None:
    """Mark what the rules for captured texts know: buttons, date lines, copyright lines.

    How to reach somebody is left as it is: on a page it may be what the page is about.
    """
    text = "\n".join(block.words for block in blocks)
    starts: list[int] = []
    place = 0
    for block in blocks:
        starts.append(place)
        place += len(block.words) + 1
    pieces = iter(furniture.find(text))
    piece = next(pieces, None)
    for number, block in enumerate(blocks):
        end = starts[number] + len(block.words)
        while piece is not None and piece.span.end < end:
            piece = next(pieces, None)
        if piece is None:
            return
        known = piece.span.start <= starts[number] and piece.kind is not FurnitureKind.CONTACT
        if (
            known
            and block.form is not Form.HEADING
            and kinds[number] is None
            and not main.holds(block.words)
        ):
            kinds[number] = piece.kind


def _menus_on_lines(blocks: list[Block], kinds: _Kinds) -> tuple[list[Block], _Kinds]:
    """Write the entries of a menu side by side: a page may have hundreds, above what it says."""
    joined: list[Block] = []
    kept: _Kinds = []
    room = 0
    for block, kind in zip(blocks, kinds, strict=True):
        entry = kind in _MENUS and _is_entry(block)
        if entry and room > len(block.words) and kept[-1] is kind:
            joined[-1].words += _BETWEEN + _words_of(block)
            room -= len(block.words) + len(_BETWEEN)
            continue
        room = _LINE - len(block.words) if entry else 0
        words = _words_of(block) if entry else block.words
        joined.append(replace(block, words=words, form=Form.LINE) if entry else block)
        kept.append(kind)
    return joined, kept


def _is_entry(block: Block) -> bool:
    short = len(block.words) <= _LONGEST_ENTRY and "\n" not in block.words
    return short and block.form in (Form.ITEM, Form.LINE, Form.PARAGRAPH)


def _words_of(block: Block) -> str:
    return block.words.strip().removeprefix("•").strip()


def _written(
    writing: Writing, blocks: list[Block], kinds: _Kinds, stated: tuple[Reading, ...]
) -> list[Reading]:
    """Write the blocks; give the headline, where one of the headings is the page's title."""
    titles = [reading for reading in stated if reading.field == "title"]
    headlines: list[tuple[int, Reading]] = []
    pairs = zip(blocks, kinds, strict=True)
    for table, rows in groupby(pairs, key=lambda pair: pair[0].table):
        if table:
            writing.blank()
        begun = writing.begin(PartKind.TABLE, number=table) if table else None
        for block, kind in rows:
            reading = _write(writing, block, kind)
            if reading and kind is None and _is_headline(block, titles):
                headlines.append((block.level, reading))
        if begun:
            writing.end(begun)
            writing.blank()
    return [min(headlines, key=lambda one: one[0])[1]] if headlines else []


def _write(writing: Writing, block: Block, kind: FurnitureKind | None) -> Reading | None:
    """Write a block; return the reading that a heading would be."""
    if block.gap:
        writing.blank()
    if block.form is not Form.HEADING:
        writing.line(block.words, kind)
        return None
    begun = writing.begin(PartKind.HEADING, number=block.level)
    span = writing.line(block.words, kind)
    writing.end(begun)
    if span is None or "\n" in block.words or span.end - span.start != len(block.words):
        return None
    value = " ".join(block.words.split())
    return Reading("title", value, block.words, span, Rule.HEADING)


def _is_headline(block: Block, titles: list[Reading]) -> bool:
    """Say whether a heading says what the page calls itself, or how that begins."""
    words = letters_of(block.words)
    if block.level > _HEADLINE or len(words) < _SHORTEST_HEADLINE:
        return False
    for title in titles:
        whole = letters_of(title.value)
        share = _OF_PAGE_TITLE if title.rule == Rule.PAGE_TITLE else _OF_STATED_TITLE
        if whole == words or (_begins(block, title) and len(words) >= share * len(whole)):
            return True
    return False


def _begins(block: Block, title: Reading) -> bool:
    """Say whether a title begins with a heading, and a mark parts it from what follows."""
    words = " ".join(block.words.split()).casefold()
    rest = title.value.casefold().removeprefix(words).strip()
    return len(rest) < len(title.value) and not rest[:1].isalnum()
