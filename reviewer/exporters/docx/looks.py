"""How a document looks: its styles, its letters by theme, and what programs ask of it.

Letters are chosen by script: Latin, Arabic and Hebrew, and those of East Asia each have a face
of the theme, so that whoever has other faces changes them in one place.
"""

from typing import NamedTuple

from reviewer.domain.tag_shades import Shade, Stroke, tinted

ARABIC = "Noto Naskh Arabic"
"""A face with all letters of Urdu, which Arial has in Windows and lacks elsewhere."""

MOST_DEEP = 4
"""Passages over one word beyond which the ground grows no darker."""

_PALE, _LINE, _GROUND, _LINK = "595959", "BFBFBF", "FFF6C8", "1F3A93"
MOST = 9_412
"""The width between the margins, in twentieths of a point."""


class _Look(NamedTuple):
    """A style of paragraphs: what is set in its paragraph, then in its letters."""

    key: str
    name: str
    paragraph: str = ""
    letters: str = ""
    after: str = "Normal"


def _space(before: int, after: int, line: int = 0) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _size(points: float) -> str:
    half = round(2 * points)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


_BOLD = "<w:b/><w:bCs/>"
_GREY = f'<w:color w:val="{_PALE}"/>'
_WITH_NEXT = "<w:keepNext/><w:keepLines/>"
_HEAD_LETTERS = (
    '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" '
    'w:eastAsiaTheme="majorEastAsia" w:cstheme="majorBidi"/>'
)


def _heading(level: int, size: float, before: int, *, new_page: bool = False) -> _Look:
    page = "<w:pageBreakBefore/>" if new_page else ""
    return _Look(
        f"Heading{level}",
        f"heading {level}",
        f'{_WITH_NEXT}{page}{_space(before, 80)}<w:outlineLvl w:val="{level - 1}"/>',
        f"{_HEAD_LETTERS}{_BOLD}{_size(size)}",
    )


def _edge(side: str, size: int, space: int, colour: str = _LINE) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


_BOX = "".join(_edge(side, 6, 8, "808080") for side in ("top", "left", "bottom", "right"))
_TABS = f'<w:tabs><w:tab w:val="right" w:pos="{MOST}"/></w:tabs>'

_PARAGRAPHS = (
    _Look("Title", "Title", f"{_WITH_NEXT}{_space(0, 80)}", f"{_HEAD_LETTERS}{_BOLD}{_size(20)}"),
    _Look("Kind", "Kind of document", f"{_WITH_NEXT}{_space(0, 40)}", _GREY),
    _heading(1, 17, 320),
    _heading(2, 13, 260),
    _heading(3, 11, 200),
    _Look("Chapter", "Chapter", "<w:pageBreakBefore/>", "", "Normal"),
    _Look("Facts", "Facts", _space(0, 20), f"{_GREY}{_size(9.5)}"),
    _Look("Pale", "Pale", _space(60, 60), _GREY),
    _Look("Warning", "Still to settle", _space(0, 20), _BOLD),
    _Look(
        "Statement",
        "Opening statement",
        f'<w:keepLines/><w:pBdr>{_BOX}</w:pBdr>{_space(160, 160)}<w:ind w:left="200" '
        'w:right="200"/>',
    ),
    _Look("Entry", "Entry of the contents", _space(0, 30)),
    _Look(
        "Passage",
        "Number and tag of a passage",
        f"{_WITH_NEXT}<w:pBdr>{_edge('top', 4, 6)}</w:pBdr>{_space(200, 0)}",
        f"{_GREY}{_size(9)}",
    ),
    _Look("Says", "Who says so", f"{_WITH_NEXT}{_space(20, 40)}"),
    _Look("Quote", "Words of a document", f'{_space(40, 60)}<w:ind w:left="340" w:right="340"/>'),
    _Look("Reference", "Where the words stand", _space(0, 60), f"{_GREY}{_size(9)}"),
    _Look("Analysts", "Words of the analysts", f'{_space(40, 40)}<w:ind w:left="340"/>', _size(10)),
    _Look(
        "Detail",
        "Detail",
        '<w:tabs><w:tab w:val="left" w:pos="3300"/></w:tabs>'
        f'{_space(0, 10)}<w:ind w:left="3300" w:hanging="3300"/>',
        _size(9.5),
    ),
    _Look("Badges", "Badges", _space(60, 40), _size(9)),
    _Look(
        "Link",
        "Link to another passage",
        f'<w:numPr><w:numId w:val="1"/></w:numPr>{_space(0, 20)}'
        '<w:ind w:left="340" w:hanging="227"/>',
        _size(9.5),
    ),
    _Look("Range", "Range", f"<w:keepNext/>{_space(60, 40)}", _BOLD),
    _Look("TableHead", "Head of a table", f"<w:keepNext/>{_space(20, 20)}", f"{_BOLD}{_size(9)}"),
    _Look("Cell", "Cell of a table", _space(20, 20), _size(9)),
    _Look("Footer", "footer", _TABS, f"{_GREY}{_size(8.5)}"),
    _Look(
        "Words",
        "Paragraph of the document",
        f'<w:numPr><w:numId w:val="2"/></w:numPr>{_space(0, 80, 300)}'
        '<w:ind w:left="567" w:hanging="567"/>',
    ),
    _Look("Line", "Line without a number", f'{_space(0, 80, 300)}<w:ind w:left="567"/>'),
    _Look(
        "Page",
        "Page of the document",
        f"<w:keepNext/><w:pBdr>{_edge('top', 4, 4)}</w:pBdr>{_space(120, 40)}",
        f"{_GREY}{_size(8.5)}",
    ),
    _Look("CommentText", "annotation text", _space(0, 20), _size(9.5)),
)
_LETTERS = (
    ("Tagged", "Tagged words", f'<w:shd w:val="clear" w:color="auto" w:fill="{_GROUND}"/>'),
    ("TagName", "Name of a tag", f'{_BOLD}<w:color w:val="auto"/>'),
    ("NotConfirmed", "Not confirmed", '<w:u w:val="dotted"/>'),
    ("Label", "Label of a detail", _GREY),
    ("Badge", "Badge", '<w:bdr w:val="single" w:sz="4" w:space="0" w:color="808080"/>'),
    ("Hyperlink", "Hyperlink", f'<w:color w:val="{_LINK}"/><w:u w:val="single"/>'),
    ("TitleOfSource", "Title of a source", "<w:i/><w:iCs/>"),
    (
        "Fingerprint",
        "Fingerprint",
        '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>' + _size(7),
    ),
    ("Furniture", "Page furniture", f"{_GREY}{_size(9)}"),
    ("CommentReference", "annotation reference", _size(8)),
)
_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" '
    'w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>'
    '<w:sz w:val="21"/><w:szCs w:val="22"/>'
    '<w:lang w:val="{language}" w:eastAsia="zh-CN" w:bidi="{bidi}"/>'
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="269" '
    'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
    '</w:tblPr></w:style><w:style w:type="table" w:customStyle="1" w:styleId="Lines">'
    '<w:name w:val="Lines between rows"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    f"{_edge('top', 8, 0, '404040')}{_edge('bottom', 4, 0)}{_edge('insideH', 4, 0)}"
    "</w:tblBorders></w:tblPr></w:style>"
)
_BUILT_IN = frozenset({"Title", "Footer", "CommentText", "Hyperlink", "CommentReference"})
_OF_ARABIC_LETTERS = frozenset({"ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def tag_look(shade: Shade, stroke: Stroke, depth: int) -> tuple[str, str]:
    """Return the key of the look of tagged words over which so many passages lie, and the look."""
    depth = min(depth, MOST_DEEP)
    key = f"Tag{shade.hexadecimal}{stroke.title()}{depth}"
    line = {Stroke.SOLID: "single", Stroke.DASHED: "dash", Stroke.DOTTED: "dotted"}[stroke]
    return key, (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{key}">'
        f'<w:name w:val="{key}"/><w:rPr><w:u w:val="{line}" w:color="{shade.hexadecimal}"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{tinted(shade, depth).hexadecimal}"/>'
        "</w:rPr></w:style>"
    )


def styles(language: str, further: str = "") -> str:
    """Return all styles, and ``further`` ones; ``language`` is that of the words that are ours."""
    bidi = language if language.partition("-")[0] in _OF_ARABIC_LETTERS else "ar-SA"
    plain = "en-GB" if language in (bidi, "en") else language
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
    )
    letters = "".join(
        f'<w:style w:type="character"{_own(key)} w:styleId="{key}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{look}</w:rPr></w:style>"
        for key, name, look in _LETTERS
    )
    defaults = _DEFAULTS.format(language=plain, bidi=bidi)
    return f"{defaults}{normal}{''.join(map(_style, _PARAGRAPHS))}{letters}{further}{_TABLE}"


def _own(key: str) -> str:
    return "" if key in _BUILT_IN or key.startswith("Heading") else ' w:customStyle="1"'


def _style(look: _Look) -> str:
    based = "Heading1" if look.key == "Chapter" else "Normal"
    letters = f"<w:rPr>{look.letters}</w:rPr>" if look.letters else ""
    return (
        f'<w:style w:type="paragraph"{_own(look.key)} w:styleId="{look.key}">'
        f'<w:name w:val="{look.name}"/><w:basedOn w:val="{based}"/><w:next w:val="{look.after}"/>'
        f"<w:qFormat/><w:pPr>{look.paragraph}</w:pPr>{letters}</w:style>"
    )


SETTINGS = (
    '<w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
)
FONTS = (
    '<w:font w:name="Arial"><w:altName w:val="Liberation Sans"/><w:family w:val="swiss"/></w:font>'
    f'<w:font w:name="{ARABIC}"><w:altName w:val="Arial"/><w:charset w:val="B2"/></w:font>'
)
BULLETS = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="340" w:hanging="227"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr>'
    f"<w:rPr>{_GREY}{_size(7.5)}</w:rPr></w:lvl></w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
_SCRIPTS = {
    "Arab": ARABIC,
    "Hebr": "Arial",
    "Jpan": "Yu Gothic",
    "Hang": "Malgun Gothic",
    "Hans": "Microsoft YaHei",
    "Hant": "Microsoft JhengHei",
    "Deva": "Mangal",
    "Thai": "Cordia New",
}
_FACES = f'<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface="{ARABIC}"/>' + "".join(
    f'<a:font script="{script}" typeface="{face}"/>' for script, face in _SCRIPTS.items()
)
_COLOURS = "".join(
    f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
    for name, value in (
        *(("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "404040"), ("lt2", "F2F2F2")),
        *((f"accent{number}", _LINK) for number in range(1, 7)),
        *(("hlink", _LINK), ("folHlink", _LINK)),
    )
)
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_STROKE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Report">'
    f'<a:themeElements><a:clrScheme name="Report">{_COLOURS}</a:clrScheme>'
    f'<a:fontScheme name="Report"><a:majorFont>{_FACES}</a:majorFont>'
    f"<a:minorFont>{_FACES}</a:minorFont></a:fontScheme>"
    f'<a:fmtScheme name="Report"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{_STROKE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}"
    f"</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
    "</a:themeElements></a:theme>"
)
