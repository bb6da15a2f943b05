"""A codebook as REFI-QDA has it (QDC), also as programs write it that do not hold to the schema.

Taguette always writes an empty ``Sets``, others write namespaces that never were. What is in the
file decides.
"""

import io
from collections.abc import Iterator

from reviewer.domain.errors import Unreadable
from reviewer.domain.refi import ORIGIN
from reviewer.domain.words import N_
from reviewer.importers.codebook_entries import Row
from reviewer.importers.interchange.refi.refi_codes import (
    codes_in,
    groups_in,
    is_guid,
    keys_of,
    local,
    named,
    own_colour,
    records_of,
    unescaped_code,
)
from reviewer.importers.safe_xml import tree_of


class CodebookRefi:
    """A tree of codes; records and keys of ours stand in sets."""

    suffixes = (".qdc",)

    def rows(self, data: bytes, name: str) -> Iterator[Row]:
        """Give, for each code, what is said of it; raises ``Unreadable`` for any other XML."""
        root = tree_of(io.BytesIO(data), name, name)
        parts = {local(part): part for part in root}
        if local(root) != "CodeBook" or "Codes" not in parts:
            raise Unreadable(
                N_(
                    "“{name}” is no REFI-QDA codebook: it has no codes. Export one from the "
                    "program it came from."
                ),
                name=name,
            )
        ours = (root.get("origin") or "").startswith(ORIGIN)
        groups = list(groups_in(parts["Sets"])) if "Sets" in parts else []
        records, keys = records_of(groups), keys_of(groups)
        names = {"": ""}
        codes = codes_in(parts["Codes"])
        for code in named(map(unescaped_code, codes) if ours else codes):
            names[code.guid] = code.name
            row = {
                "name": code.name,
                "parent": names.get(code.parent, ""),
                "colour": own_colour(code.colour, ours=ours),
                "definition": code.description,
                "uid": code.guid if is_guid(code.guid) else "",
            }
            if ours:
                row |= {"record": records.get(code.guid, ""), "key": keys.get(code.guid, "")}
            yield row


CODEBOOK_IMPORTER = CodebookRefi()
