"""A codebook from JSON: one object with ``format`` 1 and ``tags``, as we write it ourselves."""

import json
from collections.abc import Iterator

from reviewer.domain.codebooks import FORMAT
from reviewer.domain.errors import Unreadable
from reviewer.domain.words import N_
from reviewer.importers.codebook_entries import Row
from reviewer.importers.decoding import decode


class CodebookJson:
    """Our own JSON; keys of no meaning here are passed over."""

    suffixes = (".json",)

    def rows(self, data: bytes, name: str) -> Iterator[Row]:
        """Give, for each tag, what is said of it; raises ``Unreadable`` for any other JSON."""
        try:
            found = json.loads(decode(data, name).text)
        except (ValueError, RecursionError) as fault:
            raise Unreadable(
                N_("“{name}” is no JSON: {reason}. Export a codebook to see how one is written."),
                name=name,
                reason=_told(fault),
            ) from fault
        tags = found.get("tags") if isinstance(found, dict) else None
        if not isinstance(tags, list):
            raise Unreadable(
                N_(
                    "“{name}” is no codebook: it is not an object with a list “tags”. Export a "
                    "codebook to see how one is written."
                ),
                name=name,
            )
        if type(found.get("format")) is not int or found["format"] != FORMAT:
            raise Unreadable(
                N_("“{name}” is in another format than {format}. Update Reviewer to read it."),
                name=name,
                format=FORMAT,
            )
        for tag in tags:
            yield tag if isinstance(tag, dict) else {"name": None}


def _told(fault: ValueError | RecursionError) -> str:
    """Return what is wrong and where, without a word of the file."""
    if isinstance(fault, json.JSONDecodeError):
        return f"{fault.msg}, line {fault.lineno}, column {fault.colno}"
    return type(fault).__name__


CODEBOOK_IMPORTER = CodebookJson()
