"""Mails that Outlook saved (MSG): the head, the words, and each attachment as a file of its own.

A mail within a mail has no bytes of its own in such a file, so it is a document beside it.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Enclosed, LeftOut, Original, Taken
from reviewer.domain.words import N_
from reviewer.importers import Importer, remarks, shown
from reviewer.importers.letters.mail import written
from reviewer.importers.originals import kept_as_it_is
from reviewer.importers.writing import Writing
from reviewer.importers.zipped import DAMAGED

if TYPE_CHECKING:
    from reviewer.importers.letters.outlook_parts import OutlookMail

_FAULTS = (
    AssertionError,
    AttributeError,
    IndexError,
    LookupError,
    OSError,
    OverflowError,
    TypeError,
    ValueError,
    struct.error,
)
"""What the library raises for a damaged file; it promises nothing."""
_MOST_INSIDE = 50  # mails in each other


@dataclass(frozen=True, slots=True)
class OutlookImporter:
    """Reads mails as Outlook saves them."""

    key: str = "outlook"
    title: str = N_("Outlook mail")
    suffixes: tuple[str, ...] = (".msg",)
    guarded: bool = True
    version: int = 1

    def take(self, data: bytes, name: str, *, encoding: str | None = None) -> Iterator[Taken]:  # noqa: ARG002
        """Give the mail, then its attachments; raises ``Unreadable`` where it is none."""
        from reviewer.importers.letters.outlook_parts import opened

        try:
            mail = opened(data)
            yield from self._all(mail, data, name, kept_as_it_is(data))
        except RecursionError as fault:
            raise Unreadable(remarks.TOO_DEEP, name=shown(name)) from fault
        except _FAULTS as fault:
            raise Unreadable(DAMAGED, name=shown(name)) from fault

    def _all(
        self, mail: "OutlookMail", data: bytes, name: str, original: Original, part: str = ""
    ) -> Iterator[Taken]:
        found = written(
            Writing(data, name),
            mail.head(),
            mail.lines(),
            importer=(self.key, self.version),
            media_type="application/vnd.ms-outlook",
            remarks=[],
            original=original,
        )
        yield replace(found, part=part, attached=bool(part))
        for number, storage in enumerate(mail.attachments(), start=1):
            within = f"attachment {number}"
            try:
                attached = mail.attached(storage, within)
            except _FAULTS:
                yield LeftOut(within, Unreadable(DAMAGED, name=within))
                continue
            if isinstance(attached, Enclosed):
                yield replace(attached, of_part=part)
            elif attached is not None and part.count("/") < _MOST_INSIDE:
                place = f"{part}/{within}" if part else within
                yield from self._all(attached, data, name, original, place)


IMPORTER: Importer = OutlookImporter()
