"""Charts and diagrams of Word documents come in with their words, once, or are counted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Incoming, PartKind
from reviewer.importers.office.docx import IMPORTER
from tests.importers.packing import W, only, packed, paragraph, parts, related, told

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
SPACES = (
    f'xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main" xmlns:dgm="{_DRAWING}/diagram" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"'
)


def words(text: str) -> str:
    return f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"


def points(*values: str) -> str:
    inside = "".join(f'<c:pt idx="{at}"><c:v>{one}</c:v></c:pt>' for at, one in enumerate(values))
    return f"<c:strRef><c:f>A1</c:f><c:strCache>{inside}</c:strCache></c:strRef>"


def series(name: str, values: str, categories: str = "") -> str:
    cat = f"<c:cat>{categories}</c:cat>" if categories else ""
    return f"<c:ser><c:tx>{name}</c:tx>{cat}<c:val>{values}</c:val></c:ser>"


def a_chart(*several: str, titles: str = "") -> str:
    return (
        f"<c:chartSpace {SPACES}><c:chart>{titles}<c:plotArea><c:barChart>{''.join(several)}"
        "</c:barChart></c:plotArea></c:chart></c:chartSpace>"
    )


def a_diagram(nodes: str, links: str = "") -> str:
    return (
        f"<dgm:dataModel {SPACES}><dgm:ptLst>{nodes}</dgm:ptLst><dgm:cxnLst>{links}</dgm:cxnLst>"
        "</dgm:dataModel>"
    )


def node(key: str, text: str) -> str:
    return f'<dgm:pt modelId="{key}"><dgm:t>{words(text)}</dgm:t></dgm:pt>'


def link(above: str, below: str, place: int) -> str:
    return f'<dgm:cxn srcId="{above}" destId="{below}" srcOrd="{place}"/>'


def drawn(inside: str) -> str:
    return f"<w:p><w:r><w:drawing {SPACES}>{inside}</w:drawing></w:r></w:p>"


CHART, DIAGRAM = drawn('<c:chart r:id="r0"/>'), drawn('<dgm:relIds r:dm="r1" r:lo="r0"/>')


def drawn_docx(body: str, chart: str = "<x/>", diagram: str = "<x/>") -> bytes:
    """Return a Word document that calls a chart ``r0`` and a diagram ``r1``."""
    return packed(
        {
            "_rels/.rels": related(("officeDocument", "word/document.xml")),
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": related(
                ("chart", "charts/chart1.xml"),
                ("diagramData", "diagrams/data1.xml"),
                ("header", "header1.xml"),
            ),
            "word/charts/chart1.xml": chart,
            "word/diagrams/data1.xml": diagram,
            "word/header1.xml": f"<w:hdr {W}>{CHART if 'HEAD' in body else ''}</w:hdr>",
        }
    )


def read(body: str, chart: str = "<x/>", diagram: str = "<x/>") -> Incoming:
    return only(IMPORTER.take(drawn_docx(body, chart, diagram), "report.docx"))


def test_a_chart_is_read_as_its_titles_and_the_table_it_is_drawn_from() -> None:
    titles = (
        f"<c:title><c:tx><c:rich>{words('Wounded')}{words('by town')}</c:rich></c:tx></c:title>"
    )
    towns = points("Barrow", "Tarn", "Hill")
    chart = a_chart(
        series(points("Police"), points("4", "2.5", "0"), towns),
        series("<c:v>Hospital</c:v>", points("9", "3"), towns),
        titles=titles,
    )
    found = read(paragraph("Before.") + CHART + paragraph("After."), chart)
    table = "\tPolice\tHospital\nBarrow\t4\t9\nTarn\t2.5\t3\nHill\t0"
    assert found.text == f"Before.\n\nWounded\n\nby town\n\n{table}\n\nAfter.\n"
    assert parts(found, PartKind.TEXT_BOX) == [(1, "", f"Wounded\n\nby town\n\n{table}")]
    assert parts(found, PartKind.TABLE) == [(1, "", table)]
    assert told(found) == []


def test_rows_of_other_places_are_tables_of_their_own() -> None:
    chart = a_chart(
        series(points("One"), points("1"), points("a")),
        series(points("Other"), points("2"), points("b")),
        titles=f"<c:title><c:tx>{points('From a cell')}</c:tx></c:title>",
    )
    assert read(CHART, chart).text == "From a cell\n\n\tOne\na\t1\n\n\tOther\nb\t2\n"


def test_a_diagram_is_read_in_the_order_of_its_tree() -> None:
    nodes = (
        node("3", "Second branch")
        + node("2", "First branch")
        + node("9", "On no branch")
        + node("4", "Leaf")
        + '<dgm:pt modelId="0" type="doc"/><dgm:pt modelId="5" type="pres"/>'
    )
    links = link("0", "2", 0) + link("0", "3", 1) + link("2", "4", 0) + link("4", "2", 0)
    found = read(DIAGRAM, diagram=a_diagram(nodes, links))
    assert found.text == "First branch\n\nLeaf\n\nSecond branch\n\nOn no branch\n"


def test_a_drawing_that_is_named_twice_comes_once() -> None:
    chart = a_chart(series(points("One"), points("1"), points("a")))
    assert read(CHART + CHART, chart).text == "\tOne\na\t1\n"


@pytest.mark.parametrize(
    ("drawing", "part"),
    [
        (CHART, "<c:chartSpace"),
        (CHART, '<!DOCTYPE x [<!ENTITY e "e">]><x>&e;</x>'),
        (CHART, a_chart()),
        (DIAGRAM, a_diagram("")),
        (drawn('<c:chart r:id="r9"/>'), "<x/>"),
        (drawn('<c:chart r:id="r1"/>'), a_chart()),
        (drawn('<cx:chart r:id="r0"/>'), "<x/>"),
        ("<w:p><w:t>HEAD</w:t></w:p>", a_chart(series(points("One"), points("1")))),
    ],
)
def test_what_cannot_be_read_is_counted_and_the_rest_comes(drawing: str, part: str) -> None:
    found = read(paragraph("Words.") + drawing, part, part)
    assert found.text == "Words.\n"
    assert told(found) == ["Charts and diagrams in the file, whose words were not read: 1."]


def test_a_chart_of_endless_empty_cells_is_not_read() -> None:
    several = "".join(
        f'<c:ser><c:val><c:pt idx="{at}"><c:v>1</c:v></c:pt></c:val></c:ser>' for at in range(500)
    )
    found = read(paragraph("Words.") + CHART, a_chart(several))
    assert found.text == "Words.\n"
    assert len(told(found)) == 1


GOOD = a_chart(series(points("One"), points("1"), points("a")))


@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, len(GOOD)),
    st.sampled_from(["", "<c:ser>", '<c:pt idx="²"/>', "9" * 30, '"', "<c:lvl/>", "&#1;", "-1"]),
)
def test_mutated_charts_are_read_or_counted(place: int, more: str) -> None:
    try:
        read(paragraph("Words.") + CHART, GOOD[:place] + more + GOOD[place:])
    except Unreadable:
        return
