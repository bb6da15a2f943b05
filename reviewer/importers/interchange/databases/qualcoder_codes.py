"""QualCoder's codes and categories -> tags.

Codes and categories have names of their own kind; a tag's name is its own among all. A category
that is called like a code says that it is one, and what differs in capitals only is told apart.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.domain.codebooks import same_name
from reviewer.domain.interchange import GivenRow
from reviewer.importers.interchange import Tables
from reviewer.importers.interchange.databases.cells import Row, line_in, number_in, words_in
from reviewer.importers.interchange.databases.tag_order import parents_first
from reviewer.importers.interchange.refi.refi_codes import Code, altered, meaning, named

_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Codes:
    """The tags of a project: names by the numbers of codes, rows, and how many were renamed.

    ``annotation`` is the name of the tag for words that have a note and no code.
    """

    names: Mapping[int | None, str]
    rows: tuple[GivenRow, ...]
    renamed: int
    annotation: str


def codes_of(tables: Tables) -> Codes:
    """Return the tags of a project, codes first, parents before those under them."""
    codes = [_code(row) for row in tables.get("code_name", ()) if line_in(row, "name")]
    taken = {same_name(one.name) for one in codes}
    groups = [_group(row, taken) for row in tables.get("code_cat", ()) if line_in(row, "name")]
    known = [*codes, *groups]
    found = named([*known, Code("annotation", "Annotation")])
    by_key = {one.guid: one.name for one in found}
    rows = [
        GivenRow(
            {
                "row": "tag",
                "name": one.name,
                "parent": by_key.get(one.parent, ""),
                "colour": one.colour,
                "definition": meaning(one.description),
            },
            one.guid,
        )
        for one in found[:-1]
    ]
    names = {
        number_in(row, "cid"): by_key[code.guid]
        for row, code in zip(_with_names(tables), codes, strict=True)
    }
    return Codes(names, tuple(parents_first(rows)), altered(known, found[:-1]), found[-1].name)


def _with_names(tables: Tables) -> list[Row]:
    return [row for row in tables.get("code_name", ()) if line_in(row, "name")]


def _code(row: Row) -> Code:
    above, group = number_in(row, "supercid"), number_in(row, "catid")
    colour = line_in(row, "color")
    return Code(
        f"code_name {number_in(row, 'cid')}",
        line_in(row, "name"),
        f"code_name {above}" if above is not None else f"code_cat {group}",
        colour if _COLOUR.fullmatch(colour) else "",
        words_in(row, "memo"),
    )


def _group(row: Row, taken: set[str]) -> Code:
    name = line_in(row, "name")
    return Code(
        f"code_cat {number_in(row, 'catid')}",
        f"{name} (category)" if same_name(name) in taken else name,
        f"code_cat {number_in(row, 'supercatid')}",
        "",
        words_in(row, "memo"),
    )
