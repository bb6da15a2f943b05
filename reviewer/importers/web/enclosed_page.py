"""Web pages that lie in a mail or an e-book: all of their text, nothing of it furniture.

They are read as saved web pages are; what such a page has around its text (menus, notices), these
have not, so no rule looks for it.
"""

from collections.abc import Iterator
from itertools import groupby

from reviewer.domain.incoming import PartKind
from reviewer.importers.web.markup import Page
from reviewer.importers.web.markup_blocks import Block, Form, walked
from reviewer.importers.writing import Writing


def lines_of(page: Page) -> Iterator[str]:
    """Give the lines of a page, with empty ones where it leaves room."""
    for block in walked(page.tree).blocks:
        if block.gap:
            yield ""
        yield from block.words.split("\n")


def write_page(writing: Writing, page: Page, *, tables: int = 0) -> int:
    """Write a page with its headings and tables; returns how many tables there are by then."""
    writing.repaired(page.damaged)
    for table, blocks in groupby(walked(page.tree).blocks, key=_table_of):
        if table:
            tables += 1
            writing.blank()
            part = writing.begin(PartKind.TABLE, number=tables)
            _write(writing, blocks)
            writing.end(part)
            writing.blank()
        else:
            _write(writing, blocks)
    return tables


def _table_of(block: Block) -> int:
    return block.table if block.form is Form.ROW else 0


def _write(writing: Writing, blocks: Iterator[Block]) -> None:
    for block in blocks:
        if block.gap:
            writing.blank()
        if block.form is Form.HEADING and block.level:
            part = writing.begin(PartKind.HEADING, number=block.level)
            writing.line(block.words)
            writing.end(part)
        else:
            writing.line(block.words)
