"""A codebook as JSON: one object, the exact text, UTF-8; our own codebooks are kept so too."""

import json
from collections.abc import Sequence
from typing import IO

from reviewer.domain.codebooks import FORMAT, Entry
from reviewer.domain.words import N_
from reviewer.exporters.codebooks import values_of


class CodebookJson:
    """The number of the format, and the tags in their order."""

    key, title, suffix = "json", N_("For programs (JSON)"), ".json"

    def write(self, entries: Sequence[Entry], target: IO[bytes]) -> None:
        """Write the object."""
        values = {"format": FORMAT, "tags": [values_of(entry) for entry in entries]}
        target.write(json.dumps(values, ensure_ascii=False, indent=2).encode() + b"\n")


CODEBOOK_EXPORTER = CodebookJson()
