"""A codebook as REFI-QDA has it (QDC), for NVivo, ATLAS.ti, MAXQDA, QualCoder, Taguette and others.

It holds to ``Codebook.xsd`` of version 1.0. What codes have no room for stands in sets.
"""

from collections.abc import Sequence
from typing import IO

from reviewer.domain.codebooks import Entry
from reviewer.domain.refi import ORIGIN
from reviewer.domain.words import N_
from reviewer.exporters.interchange.refi_codes import codes_element, sets_element
from reviewer.exporters.interchange.refi_xml import CODEBOOK_NAMESPACE


class CodebookRefi:
    """One tree of codes, and sets of those with a record or a key."""

    key, title, suffix = "qdc", N_("For QDA programs (REFI-QDA codebook)"), ".qdc"

    def write(self, entries: Sequence[Entry], target: IO[bytes]) -> None:
        """Write the codebook; one without tags is written too, though the schema has none."""
        target.write(
            (
                '<?xml version="1.0" encoding="UTF-8"?>\n'
                f'<CodeBook xmlns="{CODEBOOK_NAMESPACE}" origin="{ORIGIN}">\n'
                f"{codes_element(entries) or '<Codes/>'}"
                f"{sets_element(entries, 'guid')}</CodeBook>\n"
            ).encode()
        )


CODEBOOK_EXPORTER = CodebookRefi()
