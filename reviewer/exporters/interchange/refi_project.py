"""A project of the REFI-QDA standard (QDPX): for NVivo, ATLAS.ti, MAXQDA, QualCoder and others.

An archive with ``project.qde``, which holds to ``Project.xsd`` of version 1.0, and the plain text
of each document. Tags are codes; passages are selections with their code, notes and links; what is
known of a passage, and everything that is none, is a case with variables (``refi_cases.py``), so
that our own reader makes the same rows of it again. Nothing in it says where the project lies.
"""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from typing import IO

from reviewer.domain.codebooks import entries_of
from reviewer.domain.exported import ExportedHeld
from reviewer.domain.exporting import STATEMENT, About
from reviewer.domain.interchange import Sent
from reviewer.domain.links import SYMMETRIC
from reviewer.domain.progress import Progress
from reviewer.domain.refi import ORIGIN
from reviewer.domain.snapshot import ProjectSnapshot
from reviewer.domain.words import N_
from reviewer.exporters.interchange.along import LEFT_LINKS, loss
from reviewer.exporters.interchange.refi_cases import Cases, Variables, source_guid
from reviewer.exporters.interchange.refi_codes import code_guid, codes_element, sets_element
from reviewer.exporters.interchange.refi_sources import Notes, Sources, Users
from reviewer.exporters.interchange.refi_xml import (
    PROJECT_NAMESPACE,
    Pile,
    attribute,
    guid,
    made,
    moment,
    text,
)
from reviewer.exporters.project_lines import held_row, link_rows
from reviewer.exporters.tables import Row
from reviewer.exporters.tables.columns import Parts, pages

_HOW_COUNTED = (
    "Positions in texts are Unicode code points, the first is 0; startPosition is the first "
    "character of a selection, endPosition the first one behind it. Texts are UTF-8 without a byte "
    "order mark; a line ends with LF, which counts as one."
)
_ORIGINALS = N_("Files that documents came in, of which only the words go: {count}.")
_ELSEWHERE = N_(
    "Passages whose words do not stand at their place, which go with these words beside: {count}."
)


class RefiProject:
    """Projects of the REFI-QDA standard, version 1.5."""

    key, title, suffix = "refi_project", N_("For QDA programs (REFI-QDA project)"), ".qdpx"

    def write(
        self, project: ProjectSnapshot, about: About, target: IO[bytes], progress: Progress
    ) -> Sent:
        """Write the project; raises ``Cancelled`` when asked to stop."""
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            return _Written(project, about, archive).all(progress)


PROJECT = RefiProject()


@dataclass
class _Written:
    """A project under way into an archive."""

    project: ProjectSnapshot
    about: About
    archive: zipfile.ZipFile

    def __post_init__(self) -> None:
        self._users = Users()
        variables = Variables()
        self._entries = entries_of(list(self.project.tags()))
        self._cases = Cases(variables)
        self._notes = Notes(variables)
        tags = {entry.name: code_guid(entry) for entry in self._entries}
        ends = dict.fromkeys(chain.from_iterable(map(_ends, link_rows(self.project))), "")
        self._sources = Sources(self._users, self._notes, self._cases, tags, ends)
        self._links = Pile()
        self._link_guids: set[str] = set()
        self._left = self._originals = 0

    def all(self, progress: Progress) -> Sent:
        """Write it all."""
        self._put_documents(progress)
        self._cases.others(self.project)
        for row in link_rows(self.project):
            self._put_link(row)
        info = zipfile.ZipInfo("project.qde")
        info.compress_type = zipfile.ZIP_DEFLATED
        with self.archive.open(info, "w", force_zip64=True) as file:
            for piece in self._pieces():
                file.write(piece)
        counted = (
            (_ORIGINALS, self._originals),
            (_ELSEWHERE, self._sources.elsewhere),
            (LEFT_LINKS, self._left),
        )
        losses = (loss(what, count) for what, count in counted if count)
        return Sent(self._sources.passages, tuple(losses))

    def _put_documents(self, progress: Progress) -> None:
        """Write documents in order, those with passages among the others."""
        held = sorted(self.project.held(), key=lambda one: one.document.id)
        self._originals = sum(one.original_sha256 != one.text_sha256 for one in held)
        several = (part for page in pages(self.project, progress) for part in page)
        groups = groupby(several, key=lambda part: part.passage.document.uid)
        group = next(groups, None)
        for one in held:
            if group is not None and group[0] == one.document.uid:
                self._put_document(one, group[1])
                group = next(groups, None)
            else:
                self._put_document(one, ())
        assert group is None  # passages come in the order of their documents

    def _put_document(self, held: ExportedHeld, parts: Iterable[Parts]) -> None:
        document, text = held.document, self.project.text(held.document.uid)
        row = held_row(held)
        key = self._sources.add(document.uid, document.original_name, row, text, parts)
        info = zipfile.ZipInfo(f"sources/{key}.txt")
        info.compress_type = zipfile.ZIP_DEFLATED
        self.archive.writestr(info, text.encode())

    def _put_link(self, row: Row) -> None:
        start, end = (self._sources.ends.get(one, "") for one in (*_ends(row), "")[:2])
        if row.get("to_document"):
            end = source_guid(str(row["to_document"]))
        if not start or not end:
            self._left += 1
            return
        key = guid(str(row["uid"]))
        if key in self._link_guids:
            key = made("link", key, str(self._links.count))
        self._link_guids.add(key)
        who = self._users.did(str(row["analyst"]), str(row["created"]))
        note = ""
        if row["note"] or row["independent"] or who:
            more = {"independent": row["independent"]} if row["independent"] else {}
            told = str(row["note"])
            note = self._notes.add(made("note", key), "Link", told, who, row="link", more=more)
        kind = str(row["type"])
        direction = "Associative" if kind in SYMMETRIC else "OneWay"
        self._links.add(
            f'<Link guid="{key}" name="{kind}" direction="{direction}" originGUID="{start}"'
            f' targetGUID="{end}">{note}</Link>\n'
        )

    def _pieces(self) -> Iterator[bytes]:
        """Give ``project.qde`` in the order of the schema."""
        codes = codes_element(self._entries)
        about = self.about
        yield (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<Project xmlns="{PROJECT_NAMESPACE}" name="{attribute(about.project)}"'
            f' origin="{attribute(f"{ORIGIN} {about.version}")}"'
            f"{moment('creationDateTime', about.written_at)}>\n"
            f"{self._users.element()}"
            f"{f'<CodeBook>{codes}</CodeBook>' if codes else ''}"
            f"{self._cases.variables.element()}"
        ).encode()
        yield from self._cases.pile.pieces("Cases")
        yield from self._sources.pile.pieces("Sources")
        yield from self._notes.pile.pieces("Notes")
        yield from self._links.pieces("Links")
        yield (
            f"{sets_element(self._entries)}"
            f"<Description>{text(f'{STATEMENT} {_HOW_COUNTED}')}</Description>\n</Project>\n"
        ).encode()


def _ends(row: Row) -> tuple[str, ...]:
    """Return the passages that a link joins, by label."""
    return tuple(str(row[end]) for end in ("from", "to") if row.get(end))
