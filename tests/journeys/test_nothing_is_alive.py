"""A project whose every word is hostile goes out in every format there is, and nothing runs.

The formats are asked of the project, so that one that joins is tried by itself; what is alive in a
file is found by other programs' readers (``lively.py``).
"""

import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from reviewer import exporters
from reviewer.domain.progress import Progress, Silent
from reviewer.domain.report import ReportBy
from reviewer.exporters import Exporter, codebooks
from reviewer.exporters.annotated import AnnotatedFormat, all_annotated
from reviewer.exporters.codebooks import CodebookExporter
from reviewer.exporters.interchange import ProjectFormat, all_projects
from reviewer.exporters.reports import ReportFormat, all_reports
from reviewer.exporters.tables import all_tables
from reviewer.workspace.operations.exports import LINES, PASSAGES, PROJECT, WORKBOOK
from reviewer.workspace.papers import paper_of
from reviewer.workspace.project import Workspace
from reviewer.workspace.reporting.reported import ReportWish
from tests.builders import a_document, a_project
from tests.journeys.lively import alive, holds

FORMULA = '=HYPERLINK("http://e.example","x")'
MARKUP = "</script><img src=x onerror=alert(1)><svg/onload=alert(1)>"
SIGNS = "]]><!--&x;%y; {{7*7}} ${7*7} \\input{/etc/passwd} | [[Report]] ![[Report]]"
LINK = "[x](javascript:alert(1)) ![y](http://e.example/p.png) <http://e.example> https://e.example"
TURNED = "exe\u202etxt \u2067ا\u2066 #h `c`"
EVERY = (FORMULA, MARKUP, SIGNS, LINK, TURNED)
WORDS = f"{FORMULA} {MARKUP} {SIGNS} {LINK} {TURNED}"
TEXT = "\n".join(
    f"{sign}\n- {one}. Said {number}.\n# {one}"
    for number, (one, sign) in enumerate(zip(EVERY, "=+-@|", strict=True))
)


def hostile(folder: Path) -> Workspace:
    """Make a project in which whatever an analyst or a source can word is hostile."""
    made = a_project(folder, "=1+1 ]]><script>x")
    title = f"{WORDS} ../../x"
    for number, text in enumerate((TEXT, "@SUM(1) " + WORDS)):
        a_document(
            made,
            text,
            title=f"{title} {number}",
            publisher=WORDS,
            author=FORMULA,
            url="javascript:alert(1)" if number else "http://e.example/</script>",
        )
    made.links.add_source(WORDS, MARKUP, FORMULA, url="javascript:alert(1)")
    rows: list[dict[str, object]] = [
        {"row": "tag", "name": f"{one} {kind}"[:190], "record": kind, "definition": WORDS}
        for one, kind in zip(EVERY, ("allegation", "response", "figure", "", ""), strict=True)
    ]
    tags = [str(row["name"]) for row in rows]
    rows.append({"row": "field", "tag": tags[0], "name": FORMULA, "kind": "text", "help": WORDS})
    rows += [
        {"row": "actor", "name": f"{one} {number}"[:190], "names": [one], "note": WORDS}
        for number, one in enumerate(EVERY)
    ]
    rows.append({"row": "event", "name": MARKUP, "place": FORMULA, "description": WORDS})
    working = {"low": 1, "high": 2, "reason": WORDS}
    question = {"row": "question", "event": MARKUP, "wording": LINK, "group": FORMULA}
    rows.append({**question, "harm": "killed", "working": working})
    rows.append({"row": "rating", "document": f"{title} 0", "value": "B", "reason": WORDS})
    details: tuple[dict[str, object], ...] = (
        {"act": WORDS, "venue": FORMULA, "grounds": MARKUP, "place": LINK},
        {"what_is_denied": WORDS, "strength_cue": MARKUP, "response_kind": "deny_act"},
        {
            "number_text": "{{7*7}}",
            "low": 1,
            "high": 2,
            "victim_label": MARKUP,
            "victim_group": LINK,
        },
        {},
        {},
    )
    for number, (one, tag, record) in enumerate(zip(EVERY, tags, details, strict=True)):
        start = TEXT.index(f"- {one}. Said") + 2
        row = {
            "row": "passage",
            "key": f"k{number}",
            "document": f"{title} 0",
            "tag": tag,
            "start": start,
            "end": start + len(one),
            "quote": one,
            "note": WORDS,
            "statement": WORDS,
            "translation": WORDS,
            "translation_language": MARKUP[:40],
            "translator": FORMULA,
            "events": [{"event": MARKUP, "question": LINK}],
        }
        if record:
            chain = [{"printed": MARKUP}, {"printed": FORMULA, "hedge": LINK}]
            row |= {"record": record, "chain": chain}
        if number == 0:
            row |= {"accused": [{"printed": TURNED}], "fields": {FORMULA: WORDS}}
        rows.append(row)
    rows.append({"row": "link", "type": "denies", "from": "k1", "to": "k0", "note": WORDS})
    rows.append({"row": "link", "type": "repeats", "from": "k0", "to_document": WORDS})
    taken = made.taking_in.take([json.dumps(row).encode() + b"\n" for row in rows], make_tags=True)
    assert [(one.number, str(one.problem)) for one in taken.refused] == []
    assert len(taken.passages) == len(EVERY)
    return made


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give the hostile project; nothing here changes it."""
    with hostile(tmp_path_factory.mktemp("hostile")) as made:
        yield made


def kept(pages: Iterable[str], progress: Progress) -> bytes:
    """Stand in for the printer, which needs a screen: give the pages that it would be given."""
    del progress
    return "".join(pages).encode()


def told(form: ReportFormat, by: ReportBy, made: Workspace, target: io.BytesIO) -> None:
    wish = ReportWish(by)
    report = made.reports.reporter(wish).report("2026-03-14T09:26:53.589+00:00")
    form.write(replace(report, print_pages=kept), target, Silent(), wish.voice)


def tabled(form: Exporter, what: str, made: Workspace, target: io.BytesIO) -> None:
    made.exports.write(form.key, target, Silent(), what=what)


def sent(form: ProjectFormat, made: Workspace, target: io.BytesIO) -> None:
    made.exports.send(form.key, target, Silent())


def annotated(form: AnnotatedFormat, made: Workspace, target: io.BytesIO) -> None:
    made.annotated.write_all(made.documents.ids(), form.key, target, Silent())


def coded(form: CodebookExporter, made: Workspace, target: io.BytesIO) -> None:
    made.codebooks.write(form.key, target)


def printed(document: int | None, made: Workspace, target: io.BytesIO) -> None:
    target.write("".join(paper_of(made, document, Silent())).encode())


Way = Callable[[Workspace, io.BytesIO], None]


def tables() -> Iterator[tuple[str, Way]]:
    """Give every table in every format, and all of them in one file where a format can."""
    single = (PASSAGES, *(one.what for one in all_tables()))
    for form in exporters.all_formats():
        for what in (WORKBOOK,) if form.several else single:
            yield f"{what}{form.suffix}", partial(tabled, form, what)
        if form.key == LINES:
            yield f"{PROJECT}{form.suffix}", partial(tabled, form, PROJECT)


def ways() -> Iterator[tuple[str, Way]]:
    """Give every way out of a project that the finders find, by what its file is called."""
    yield from tables()
    for report in all_reports():
        for by in ReportBy:
            ending = ".pages" if report.suffix == ".pdf" else report.suffix  # as it is given them
            yield f"report-{by}.{report.key}{ending}", partial(told, report, by)
    for project in all_projects():
        yield f"{project.key}{project.suffix}", partial(sent, project)
    for over in all_annotated():
        if not over.on_pages:  # of a file that came in as pages, and no document here did
            yield f"annotated.{over.key}.zip", partial(annotated, over)
    for codebook in codebooks.all_formats():
        yield f"codebook{codebook.suffix}", partial(coded, codebook)
    yield "register.html", partial(printed, None)
    yield "certificate.html", partial(printed, 1)


WAYS = dict(ways())


@pytest.mark.parametrize("name", sorted(WAYS))
def test_nothing_that_somebody_wrote_is_alive_in_a_file(project: Workspace, name: str) -> None:
    target = io.BytesIO()
    WAYS[name](project, target)
    assert holds(target.getvalue(), b"onerror")
    assert alive(name, target.getvalue()) == []


ALIVE = {
    "a.html": b"<!DOCTYPE html><html><head></head><body><p onclick='x'><a href='http://e'>",
    "b.md": b"<b onclick=x>[a](javascript:x) ![b](http://e)",
    "c.csv": b'a,"=1+1"\r\n',
    "d.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a xmlns:x='urn:x' x:href='http://e'><script/></a>",
    "e.bin": b"\x7fELF",
}


@pytest.mark.parametrize("name", sorted(ALIVE))
def test_what_is_alive_is_found(name: str) -> None:
    assert alive(name, ALIVE[name])
    several = io.BytesIO()
    with zipfile.ZipFile(several, "w") as parts:
        parts.writestr(f"../{name}", ALIVE[name])
    assert len(alive("a.zip", several.getvalue())) > len(alive(name, ALIVE[name]))
