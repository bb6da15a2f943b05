"""Where passages stand and in what, for rows of an export that speak of passages here and there."""

from collections import OrderedDict
from dataclasses import dataclass

from reviewer.domain.documents import Document
from reviewer.domain.exported import ExportedPlace
from reviewer.domain.incoming import PartKind
from reviewer.domain.pages import Pages
from reviewer.domain.paragraphs import Paragraphs
from reviewer.store.parts import PartStore
from reviewer.store.project_file import ProjectFile

_TEXTS = 8
"""How many texts are kept at hand: rows of one event name few documents, again and again."""


@dataclass(frozen=True, slots=True)
class _Source:
    document: Document
    text_sha256: str
    original_sha256: str
    paragraphs: Paragraphs
    pages: Pages


class Places:
    """Gives the place of one passage after another; made anew for each export."""

    def __init__(self, project: ProjectFile) -> None:
        self._project = project
        self._sources: OrderedDict[tuple[int, int], _Source] = OrderedDict()

    def of(self, passage: int) -> ExportedPlace:
        """Return where a passage stands; raises ``NotFound`` or ``Damaged``."""
        found = self._project.passages.get(passage)
        source = self._source(found.document, found.text)
        document = source.document
        return ExportedPlace(
            found.span.start,
            found.span.end,
            source.paragraphs.number_at(found.span.start),
            source.pages.name_at(found.span.start),
            document.uid,
            document.original_name,
            document.publisher,
            document.url,
            document.posted,
            document.captured,
            source.text_sha256,
            source.original_sha256,
        )

    def _source(self, document: int, text: int) -> _Source:
        known = self._sources.get((document, text))
        if known is not None:
            self._sources.move_to_end((document, text))
            return known
        project = self._project
        facts = project.texts.facts(text)
        source = _Source(
            project.documents.get(document),
            facts.sha256,
            project.texts.original_sha256(facts.original),
            Paragraphs(project.texts.text(text)),
            Pages(PartStore(project.connection).of(text, PartKind.PAGE)),
        )
        self._sources[document, text] = source
        if len(self._sources) > _TEXTS:
            self._sources.popitem(last=False)
        return source
