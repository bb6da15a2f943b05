"""Mails (EML): the head as printed, the words, and each attachment as a file of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import EncodingBasis, Incoming, Original, Reading, Remark, Taken
from reviewer.domain.reading.captures import Rule
from reviewer.domain.words import N_
from reviewer.importers import Importer, remarks, shown
from reviewer.importers.writing import Writing

_NO_MAIL = N_(
    "“{name}” is no mail: it does not begin with lines such as “From:” and “Subject:”. Save it "
    "again from the mail program, as it came."
)
ENCRYPTED = N_("The words of the mail are encrypted; only its head was read.")


@dataclass(frozen=True, slots=True)
class MailImporter:
    """Reads mails as they were sent."""

    key: str = "mail"
    title: str = N_("Mail")
    suffixes: tuple[str, ...] = (".eml",)
    guarded: bool = True
    version: int = 1

    def take(self, data: bytes, name: str, *, encoding: str | None = None) -> Iterator[Taken]:
        """Give the mail, then its attachments; raises ``Unreadable`` where it is none."""
        from reviewer.importers.letters.mail_headers import head_of, mended
        from reviewer.importers.letters.mail_parts import parts_of
        from reviewer.importers.mime import message_of

        try:
            mail = message_of(mended(data))
            head = list(head_of(mail))
            if not head:
                raise Unreadable(_NO_MAIL, name=shown(name))
            parts = parts_of(mail, data, name, encoding)
        except RecursionError as fault:
            raise Unreadable(remarks.TOO_DEEP, name=shown(name)) from fault
        del mail  # as large as the file
        told = [Remark(ENCRYPTED)] if parts.is_encrypted else []
        yield written(
            Writing(data, name),
            head,
            parts.lines,
            importer=(self.key, self.version),
            media_type="message/rfc822",
            remarks=told,
            encoding=parts.encoding,
        )
        yield from parts.attached


def written(
    writing: Writing,
    head: list[tuple[str, str]],
    lines: list[str],
    *,
    importer: tuple[str, int],
    media_type: str,
    remarks: list[Remark],
    original: Original | None = None,
    encoding: tuple[str, EncodingBasis] = ("", EncodingBasis.DECLARED),
) -> Incoming:
    """Return the document that a mail is, of whatever kind its file; ``lines`` are used up."""
    from reviewer.importers.letters.mail_text import write_body, write_head

    readings = write_head(writing, head)
    write_body(writing, lines)
    if not any(reading.field == "title" for reading in readings):
        readings += untitled(lines)
    lines.clear()  # they take more than twice the room of the text
    return writing.incoming(
        importer=importer,
        media_type=media_type,
        readings=readings,
        encoding=encoding,
        remarks=remarks,
        original=original,
    )


def untitled(lines: list[str]) -> list[Reading]:
    """Read a title for a mail without a subject: its first line."""
    words = next((" ".join(line.split()) for line in lines if any(map(str.isalnum, line))), "")
    return [Reading("title", words[:120], words[:120], None, Rule.FIRST_LINE)] if words else []


IMPORTER: Importer = MailImporter()
