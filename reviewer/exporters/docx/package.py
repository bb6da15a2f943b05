"""The file: a ZIP of parts. All but the document are small; it is written as it comes."""

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from reviewer.exporters.docx import looks
from reviewer.exporters.docx.words import escaped, paragraph, run

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = f'xmlns:w="{_W}" xmlns:r="{_R}"'
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same bytes whenever it is written
_MODE = 0o600 << 16
_LEVEL = 5
_AT_ONCE = 200  # pieces
_PARTS = ("styles", "settings", "numbering", "fontTable", "footer")


@dataclass(frozen=True, slots=True)
class AboutFile:
    """What the file says of itself: UTC, ISO 8601; ``foot`` stands below every page.

    ``further_styles`` are those that this one document needs, as elements.
    """

    title: str
    made_at: str
    version: str
    language: str
    foot: str
    leftward: bool = False
    further_styles: str = ""


class Written:
    """A document that is being written."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target
        self._pieces: list[str] = []

    def put(self, pieces: Iterable[str]) -> None:
        """Write what comes next."""
        for piece in pieces:
            self._pieces.append(piece)
            if len(self._pieces) >= _AT_ONCE:
                self.flush()

    def flush(self) -> None:
        """Write what waits."""
        self._target.write("".join(self._pieces).encode())
        self._pieces.clear()


@contextmanager
def document(
    target: IO[bytes], about: AboutFile, comments: Iterable[str] | None = None
) -> Iterator[Written]:
    """Give what the document's words are written to; the file is whole when the context ends.

    ``comments`` are those that the words have, each as an element.
    """
    parts = (*_PARTS, "comments") if comments is not None else _PARTS
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as book:
        styles = looks.styles(about.language, about.further_styles)
        fixed = {
            "[Content_Types].xml": _content_types(parts),
            "_rels/.rels": _RELATIONS,
            "docProps/core.xml": _core(about),
            "word/_rels/document.xml.rels": _relations(parts),
            "word/styles.xml": f"{_XML}<w:styles {_NAMES}>{styles}</w:styles>",
            "word/settings.xml": f"{_XML}<w:settings {_NAMES}>{looks.SETTINGS}</w:settings>",
            "word/numbering.xml": f"{_XML}<w:numbering {_NAMES}>{looks.BULLETS}</w:numbering>",
            "word/fontTable.xml": f"{_XML}<w:fonts {_NAMES}>{looks.FONTS}</w:fonts>",
            "word/theme/theme1.xml": f"{_XML}{looks.THEME}",
            "word/footer.xml": f"{_XML}<w:ftr {_NAMES}>{_foot(about)}</w:ftr>",
        }
        for name, words in fixed.items():
            book.writestr(_entry(name), words)
        if comments is not None:
            with book.open(_entry("word/comments.xml"), "w", force_zip64=True) as part:
                _fill(part, f"<w:comments {_NAMES}>", comments, "</w:comments>")
        with book.open(_entry("word/document.xml"), "w", force_zip64=True) as part:
            written = Written(part)
            written.put([f"{_XML}<w:document {_NAMES}><w:body>\n"])
            yield written
            written.put([_section(about), "</w:body></w:document>"])
            written.flush()


def _fill(part: IO[bytes], head: str, pieces: Iterable[str], foot: str) -> None:
    written = Written(part)
    written.put([_XML + head])
    written.put(pieces)
    written.put([foot])
    written.flush()


def _entry(name: str) -> zipfile.ZipInfo:
    found = zipfile.ZipInfo(name, _LONG_AGO)
    found.compress_type = zipfile.ZIP_DEFLATED
    found.external_attr = _MODE
    return found


def _content_types(parts: Iterable[str]) -> str:
    kinds = {f"/word/{part}.xml": f"{_TYPES}.{part}+xml" for part in parts}
    kinds["/word/document.xml"] = f"{_TYPES}.document.main+xml"
    kinds["/word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)


def _relations(parts: Iterable[str]) -> str:
    several = [*((part, f"{part}.xml") for part in parts), ("theme", "theme/theme1.xml")]
    lines = "".join(
        f'<Relationship Id="{part}" Type="{_R}/{part}" Target="{place}"/>'
        for part, place in several
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}">{lines}</Relationships>'


def _core(about: AboutFile) -> str:
    made = f'xsi:type="dcterms:W3CDTF">{escaped(about.made_at[:19])}Z'
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_CORE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(about.title)}</dc:title>"
        f"<dc:language>{escaped(about.language)}</dc:language>"
        f"<dc:description>Reviewer {escaped(about.version)}</dc:description>"
        f"<dcterms:created {made}</dcterms:created></cp:coreProperties>"
    )


def _foot(about: AboutFile) -> str:
    left = about.leftward
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    of = '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    inside = f"{run(about.foot, leftward=left)}<w:r><w:tab/></w:r>{number}{run(' / ')}{of}"
    return paragraph("Footer", inside, leftward=left)


def _section(about: AboutFile) -> str:
    turned = "<w:bidi/>" if about.leftward else ""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="footer"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1191" w:right="1247" w:bottom="1191" w:left="1247" w:header="567" '
        f'w:footer="567" w:gutter="0"/>{turned}</w:sectPr>'
    )
