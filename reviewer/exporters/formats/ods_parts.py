"""The parts of an ODS file around its rows: what it is, how cells look, where its header stands."""

import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from reviewer.domain.exporting import About
from reviewer.exporters.formats.cell_limits import without_controls
from reviewer.exporters.formats.widths import MOST_LINES
from reviewer.exporters.sheets import Sheet

MIME = "application/vnd.oasis.opendocument.spreadsheet"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same bytes whenever it is written
_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("meta", "meta"),
        ("config", "config"),
    )
)
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_VERSION = 'office:version="1.3"'

MANIFEST = (
    f"{_XML}<manifest:manifest "
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in ("content.xml", "styles.xml", "meta.xml", "settings.xml")
    )
    + "</manifest:manifest>"
)
STYLES = (
    f"{_XML}<office:document-styles {_NAMES} {_VERSION}><office:styles>"
    '<style:default-style style:family="table-cell">'
    '<style:text-properties fo:font-size="10pt"/></style:default-style>'
    '<style:style style:name="Default" style:family="table-cell"/>'
    "</office:styles><office:automatic-styles>"
    '<style:page-layout style:name="wide"><style:page-layout-properties fo:page-width="29.7cm" '
    'fo:page-height="21cm" style:print-orientation="landscape"/></style:page-layout>'
    "</office:automatic-styles><office:master-styles>"
    '<style:master-page style:name="Default" style:page-layout-name="wide"/>'
    "</office:master-styles></office:document-styles>"
)


def entry(name: str, *, stored: bool = False) -> zipfile.ZipInfo:
    """Return what a part is called in the file; the first must not be compressed."""
    found = zipfile.ZipInfo(name, _LONG_AGO)
    found.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    found.external_attr = 0o600 << 16
    return found


def meta(about: About) -> str:
    """Return what programs ask of a file."""
    title = escape(without_controls(about.project))
    return (
        f"{_XML}<office:document-meta {_NAMES} "
        f'xmlns:dc="http://purl.org/dc/elements/1.1/" {_VERSION}><office:meta>'
        f"<meta:generator>Reviewer {escape(about.version)}</meta:generator><dc:title>{title}"
        f"</dc:title><meta:creation-date>{escape(about.written_at)}</meta:creation-date>"
        "</office:meta></office:document-meta>"
    )


def settings(sheets: Sequence[str]) -> str:
    """Return how the sheets are shown: their first row stays where it is."""
    return (
        f"{_XML}<office:document-settings {_NAMES} {_VERSION}><office:settings>"
        '<config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        '<config:config-item config:name="ViewId" config:type="string">view1</config:config-item>'
        '<config:config-item-map-named config:name="Tables">'
        + "".join(map(_frozen, sheets))
        + "</config:config-item-map-named></config:config-item-map-entry>"
        "</config:config-item-map-indexed></config:config-item-set></office:settings>"
        "</office:document-settings>"
    )


def _frozen(sheet: str) -> str:
    items = (
        ("HorizontalSplitMode", "short", 0),
        ("VerticalSplitMode", "short", 2),
        ("HorizontalSplitPosition", "int", 0),
        ("VerticalSplitPosition", "int", 1),
        ("ActiveSplitRange", "short", 2),
        ("PositionLeft", "int", 0),
        ("PositionRight", "int", 0),
        ("PositionTop", "int", 0),
        ("PositionBottom", "int", 1),
    )
    return (
        f"<config:config-item-map-entry config:name={quoteattr(sheet)}>"
        + "".join(
            f'<config:config-item config:name="{name}" config:type="{kind}">{value}'
            "</config:config-item>"
            for name, kind, value in items
        )
        + "</config:config-item-map-entry>"
    )


def head(widths: Sequence[int]) -> str:
    """Return what stands before the sheets; ``widths`` are those of columns, in characters."""
    columns = "".join(
        f'<style:style style:name="wide{wide}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{wide * 0.19:.2f}cm"/></style:style>'
        for wide in widths
    )
    rows = "".join(
        f'<style:style style:name="high{lines}" style:family="table-row"><style:'
        f'table-row-properties style:row-height="{lines * 0.46 + 0.06:.2f}cm" '
        'style:use-optimal-row-height="false"/></style:style>'
        for lines in range(1, MOST_LINES + 1)
    )
    cells = "".join(
        _cell_style(name, wraps=wraps, runs_left=runs_left)
        for name, wraps, runs_left in (
            ("short", False, False),
            ("words", True, False),
            ("left-short", False, True),
            ("left-words", True, True),
        )
    )
    cells += (
        '<style:style style:name="number" style:family="table-cell"><style:table-cell-properties '
        'style:vertical-align="top" fo:padding-right="0.2cm"/></style:style>'
    )
    heading = (
        '<style:style style:name="heading" style:family="table-cell">'
        '<style:table-cell-properties style:vertical-align="top"/>'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
    )
    return (
        f"{_XML}<office:document-content {_NAMES} {_VERSION}><office:automatic-styles>"
        f"{columns}{rows}{cells}{heading}</office:automatic-styles>"
        "<office:body><office:spreadsheet>"
    )


def _cell_style(name: str, *, wraps: bool, runs_left: bool) -> str:
    wrap = ' fo:wrap-option="wrap"' if wraps else ""
    paragraph = (
        '<style:paragraph-properties fo:text-align="end" style:writing-mode="rl-tb"/>'
        if runs_left
        else ""
    )
    source = ' style:text-align-source="fix"' if runs_left else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell">'
        f'<style:table-cell-properties style:vertical-align="top"{wrap}{source}/>'
        f"{paragraph}</style:style>"
    )


def foot(sheets: Sequence[Sheet], rows: Mapping[str, int]) -> str:
    """Return what stands behind the sheets: which cells of each can be filtered."""
    ranges = "".join(
        f'<table:database-range table:name="{sheet.what}_rows" '
        f"table:target-range-address={quoteattr(_range(sheet, rows[sheet.what]))} "
        'table:display-filter-buttons="true"/>'
        for sheet in sheets
    )
    return (
        f"<table:database-ranges>{ranges}</table:database-ranges>"
        "</office:spreadsheet></office:body></office:document-content>"
    )


def _range(sheet: Sheet, rows: int) -> str:
    return f"{sheet.what}.A1:{sheet.what}.{_letters(len(sheet.columns))}{rows + 1}"


def _letters(number: int) -> str:
    """Return what a column is called: 1 is A, 27 is AA."""
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
