"""Projects of QDA programs, each with the faults they are known for."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.domain.links import LinkType
from reviewer.domain.project_lines import HeldLine, LinkLine, TagLine
from reviewer.importers.interchange import Parcel
from reviewer.importers.interchange.offset_units import Counting, Unit
from reviewer.importers.interchange.refi.refi_passages import NO_CODE
from reviewer.importers.interchange.refi.refi_project import PROJECT
from tests.exporters.snapshots import unhurried
from tests.importers.interchange.taken_work import Work, work_of

SOURCE, USER = "11111111-0000-4000-8000-000000000001", "11111111-0000-4000-8000-000000000002"
ONE, TWO = "22222222-0000-4000-8000-000000000001", "22222222-0000-4000-8000-000000000002"
NOTE = "33333333-0000-4000-8000-000000000001"
TEXT = "\ufeffAt night 😀 they came.\r\nTwelve people were hurt.\r\n"
CODES = (
    f'<Codes><Code guid="{ONE}" name="Hurt" color="#F08"/><Code guid="{TWO}" name="Night"/></Codes>'
)


def marked(start: int, end: int, inside: str = "", *, number: int = 1, more: str = "") -> str:
    """Return a selection with a code, unless it is told what is in it."""
    guid = f"44444444-0000-4000-8000-{number:012}"
    coded = f'<Coding creatingUser="{USER}"><CodeRef targetGUID="{ONE}"/></Coding>'
    return (
        f'<PlainTextSelection guid="{guid}" startPosition="{start}" endPosition="{end}" {more}>'
        f"{inside or coded}</PlainTextSelection>"
    )


def source(inside: str, *, path: str = "internal://text.txt", more: str = "") -> str:
    return (
        f'<TextSource guid="{SOURCE}" name="A night" plainTextPath="{path}" {more}>{inside}'
        "</TextSource>"
    )


def project(
    sources: str = "",
    more: str = "",
    *,
    origin: str = "",
    codes: str = CODES,
    namespace: str = "urn:QDA-XML:project:1.0",
) -> str:
    return (
        f'<Project xmlns="{namespace}" origin="{origin}" basePath="/home/asma">'
        f'<Users><User guid="{USER}" name="Asma"/></Users><CodeBook>{codes}</CodeBook>'
        f"<Sources>{sources}</Sources>{more}</Project>"
    )


def zipped(qde: str, files: Mapping[str, str | bytes], name: str = "project.qde") -> Parcel:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(name, qde)
        for file, data in files.items():
            archive.writestr(file, data)
    return Parcel("study.qdpx", {"study.qdpx": target.getvalue()})


def taken(
    qde: str,
    text: str | None = TEXT,
    name: str = "project.qde",
    files: Mapping[str, str | bytes] = MappingProxyType({}),
) -> Work:
    held = {} if text is None else {"Sources/TEXT.txt": text}
    parcel = zipped(qde, {**held, **files}, name)
    assert PROJECT.claims(parcel)
    work = work_of(PROJECT.take(parcel))
    assert work.refused == []
    return work


def quotes(work: Work) -> list[str]:
    return [work.words(line) for line in work.passages]


@pytest.mark.parametrize("name", ["project.qde", "Project.qde", "Trial.qde", "study/project.qde"])
def test_the_projects_file_is_found_whatever_it_is_called(name: str) -> None:
    work = taken(project(source(marked(2, 4)), origin="NVivo"), name=name)
    assert len(work.passages) == 1


@pytest.mark.parametrize("version", ["project:1.0", "project:0:10", "project:0.4"])
def test_the_namespace_does_not_matter(version: str) -> None:
    qde = project(source(marked(0, 2)), origin="NVivo", namespace=f"urn:QDA-XML:{version}")
    assert len(taken(qde).passages) == 1


def test_positions_are_read_as_they_fit_and_it_is_said_how_many_do() -> None:
    # NVivo: UTF-16 units, CRLF is two, the byte order mark is not counted.
    several = marked(9, 11) + marked(12, 21, number=2) + marked(24, 47, number=3)
    work = taken(project(source(several), origin="NVivo for Windows 12.6"))
    assert quotes(work) == ["😀", "they came", "Twelve people were hurt"]
    (told,) = work.told()
    assert told.startswith(
        "Places of passages are read as UTF-16, CRLF = 2, U+FEFF = 0, start…end: 3 of 3 fit."
    )
    # The same counted as the standard says, the line end as one, the mark not at all.
    several = marked(9, 10) + marked(11, 20, number=2) + marked(22, 45, number=3)
    work = taken(project(source(several), origin="NVivo for Windows 12.6"))
    assert quotes(work) == ["😀", "they came", "Twelve people were hurt"]
    assert "code points, CRLF = 1, U+FEFF = 0" in work.told()[0]


def test_the_words_in_the_names_of_selections_settle_how_positions_count() -> None:
    more = 'name="Twelve people were hurt"'
    work = taken(project(source(marked(23, 46, more=more))))
    assert quotes(work) == ["Twelve people were hurt"]
    assert work.passages[0].quote is None
    wrong = 'name="Twelve persons were hit"'
    work = taken(project(source(marked(23, 46, more=wrong)), origin="MAXQDA"))
    assert work.passages[0].quote == "Twelve persons were hit"


def test_a_selection_is_a_passage_for_each_of_its_codes() -> None:
    codings = "".join(
        f'<Coding guid="5555{code[4:]}" creatingUser="{USER}" creationDateTime="{when}">'
        f'<CodeRef targetGUID="{{{code}}}"/></Coding>'
        for code, when in ((TWO, "2024-05-06T07:08:09Z"), (ONE, "2024-05-06T07:08:09"), (ONE, "x"))
    )
    work = taken(project(source(marked(0, 8, codings)), origin="NVivo"))
    assert [line.tag for line in work.passages] == ["Night", "Hurt"]
    assert [line.key[:4] for line in work.passages] == ["4444", "5555"]
    made = work.passages[0].made
    assert made is not None
    assert (made.analyst, made.at) == ("Asma", "2024-05-06T07:08:09.000+00:00")
    assert work.tags["Hurt"].colour == "#FF0088"


def test_a_selection_without_a_code_comes_under_a_tag_made_for_it() -> None:
    (bare, unknown) = (
        marked(0, 8, "<Description>Look again</Description>"),
        marked(9, 11, '<Coding><CodeRef targetGUID="x"/></Coding>', number=2),
    )
    work = taken(project(source(bare + unknown), origin="NVivo"))
    assert [(line.tag, line.words.note) for line in work.passages] == [
        (NO_CODE, "Look again"),
        (NO_CODE, ""),
    ]
    assert f"Passages without a code, which come under the tag “{NO_CODE}”: 2." in work.told()


def test_words_coded_with_a_case_come_under_a_tag_of_its_name() -> None:
    case = f'<Cases><Case guid="{NOTE}" name="Asma"/></Cases>'
    coded = f'<Coding><CodeRef targetGUID="{NOTE}"/></Coding>'
    work = taken(project(source(marked(0, 8, coded)), case, origin="NVivo"))
    assert [line.tag for line in work.passages] == ["Asma"]


def test_what_holds_no_words_or_lies_outside_is_counted() -> None:
    several = (
        marked(0, 8)
        + marked(5, 5, number=2)
        + marked(900, 950, number=3)
        + marked(0, 0, number=4, more='name="Quotation 1:4"')
        + marked(0, 8, number=5).replace('startPosition="0"', 'startPosition="0x"')
    )
    work = taken(project(source(several), origin="NVivo"))
    assert len(work.passages) == 1
    assert "Passages that hold no words or lie outside their text, left out: 4." in work.told()


def test_notes_come_from_descriptions_references_and_links() -> None:
    notes = (
        f'<Notes><Note guid="{NOTE}" name="On the night"><PlainTextContent>Ask Noor.'
        f'</PlainTextContent></Note><Note guid="{ONE}" plainTextPath="internal://n.txt"/>'
        f'<Note guid="{TWO}"><PlainTextContent>Of nothing</PlainTextContent></Note></Notes>'
        f'<Links><Link originGUID="{ONE}" targetGUID="44444444-0000-4000-8000-000000000001"/>'
        "</Links>"
    )
    inside = (
        "<Description>Look again</Description>"
        f'<Coding><CodeRef targetGUID="{TWO}"/></Coding><NoteRef targetGUID="{NOTE}"/>'
    )
    named = marked(0, 8, inside, more='name="The first words"')
    described = "<Description>A film</Description>"
    qde = project(source(described + named), notes, origin="NVivo")
    work = taken(qde, files={"sources/n.txt": "In a file."})
    (line,) = work.passages
    assert line.words.note == (
        "The first words\n\nLook again\n\nOn the night\nAsk Noor.\n\nIn a file."
    )
    (held,) = (one for one in work.lines if isinstance(one, HeldLine))
    assert held.described == {"note": "A film"}
    assert "Notes on nothing that comes over, left out: 1." in work.told()


def test_what_qualcoder_notes_on_words_comes_as_a_passage() -> None:
    note = (
        f'<Notes><Note guid="{NOTE}"><PlainTextContent>Why them?</PlainTextContent>'
        f"{marked(11, 20, '<Description/>')}</Note></Notes>"
    )
    work = taken(project(source(f'<NoteRef targetGUID="{NOTE}"/>'), note), TEXT.lstrip("\ufeff"))
    (line,) = work.passages
    assert (work.words(line), line.words.note) == ("they came", "Why them?")


def test_links_are_read_by_what_they_are_called() -> None:
    ends = [f"44444444-0000-4000-8000-{number:012}" for number in (1, 2, 9)]
    names = [("contradicts", 0, 1), ("denied by", 0, 1), ("explains", 0, 1), ("denies", 0, 2)]
    links = "".join(
        f'<Link name="{name}" originGUID="{ends[start]}" targetGUID="{{{ends[end].upper()}}}"/>'
        for name, start, end in names
    )
    several = marked(0, 8) + marked(24, 47, number=2)
    work = taken(project(source(several), f"<Links>{links}</Links>", origin="NVivo"))
    found = [(one.type, one.start, one.end) for one in work.lines if isinstance(one, LinkLine)]
    assert found == [
        (LinkType.CONTRADICTS, ends[0], ends[1]),
        (LinkType.DENIES, ends[1], ends[0]),
    ]
    assert work.passages[0].words.note == "explains → “Twelve people were hurt”"
    assert "Links to something that is no passage here, left out: 1." in work.told()


def test_a_text_that_is_not_there_leaves_the_words_that_are_given() -> None:
    several = (
        marked(24, 47, more='name="Twelve people were hurt"')
        + marked(0, 200, number=2, more='name="At night they came and…"')
        + marked(0, 8, number=3, more='name="My own words for it, longer"')
    )
    work = taken(project(source(several, path="relative:///C:\\films\\night.txt")), None)
    (line,) = work.passages
    assert (line.document, line.quote, line.start) == (
        ("A night",),
        "Twelve people were hurt",
        None,
    )
    first = "Passages in them come where their words are given; import the documents first."
    assert work.told()[:2] == [
        "Passages whose text is not in the file and whose words are not given, left out: 2.",
        f"Documents whose words are not in the file: 1. {first}",
    ]


def test_a_text_without_a_word_is_read_from_its_file_or_said_to_be_empty() -> None:
    rich = 'richTextPath="internal://night.html"'
    page = b"<html><body><p>They came at night.</p></body></html>"
    work = taken(project(source("", more=rich)), "\n", files={"Sources/night.html": page})
    (document,) = work.documents.values()
    assert document.text.strip() == "They came at night."
    assert any("read from the files they were made of: 1." in one for one in work.told())
    work = taken(project(source("", more=rich)), " ")
    assert "Documents without words, which are passed over: 1." in work.told()


def test_a_project_in_which_nothing_is_marked_says_so() -> None:
    assert taken(project(source(""))).told() == [
        "Nothing is marked in “study.qdpx”. Codes in it: 2; documents: 1."
    ]
    empty = taken(f'<Project xmlns="urn:QDA-XML:project:1.0" name="{"x"}"/>', None)
    assert empty.lines == []


def test_text_may_stand_in_the_project_itself_and_be_read_from_pages_and_films() -> None:
    text = "<PlainTextContent>On the page</PlainTextContent>"
    start, end = f"6{ONE[1:]}", f"7{ONE[1:]}"
    media = (
        f'<PDFSource guid="{SOURCE}" name="page.pdf"><PDFSelection guid="{TWO}" page="0"/>'
        f'<PDFSelection guid="9{ONE[1:]}"><Representation guid="a{ONE[1:]}">{text}</Representation>'
        f'</PDFSelection><Representation guid="8{ONE[1:]}">{text}'
        f"{marked(7, 11).replace('44444444-0000-4000-8000-000000000001', TWO)}"
        f'</Representation></PDFSource><PictureSource guid="{ONE}"/>'
        f'<VideoSource guid="b{ONE[1:]}"><Transcript guid="c{ONE[1:]}" name="Film">{text}'
        f'<SyncPoint guid="{start}" position="0"/><SyncPoint guid="{end}" position="2"/>'
        f'<TranscriptSelection fromSyncPoint="{start}" toSyncPoint="{end}"/></Transcript>'
        f'<Coding guid="d{ONE[1:]}"/></VideoSource>'
    )
    work = taken(project(media), None)
    assert quotes(work) == ["page", "On"]
    assert [one.title for one in work.documents.values()] == ["page.pdf", "Film"]
    assert work.told()[1:] == [
        f"Passages without a code, which come under the tag “{NO_CODE}”: 1.",
        "Pictures, left out since only texts are taken over: 1.",
        "Films, left out since only texts are taken over: 1.",
        "Places marked in pictures, pages, recordings and films, left out: 1.",
        "Codes on whole documents, left out since a tag is on words here: 1.",
    ]


def test_a_transcript_in_the_file_of_a_source_is_the_same_document() -> None:
    start, end = f"6{ONE[1:]}", f"7{ONE[1:]}"
    film = (
        f'<VideoSource guid="{ONE}"><Transcript guid="{TWO}" plainTextPath="internal://text.txt">'
        f'<SyncPoint guid="{start}" position="0"/><SyncPoint guid="{end}" position="8"/>'
        f'<TranscriptSelection fromSyncPoint="{start}" toSyncPoint="{end}"/></Transcript>'
        "</VideoSource>"
    )
    work = taken(project(source(marked(9, 11)) + film, origin="NVivo"))
    assert len(work.documents) == 1
    assert quotes(work) == ["😀", "At night"]


def test_what_only_other_programs_understand_is_counted() -> None:
    value = f'<VariableRef targetGUID="{TWO}"/><IntegerValue>31</IntegerValue>'
    value = f"<VariableValue>{value}</VariableValue>"
    more = (
        f'<Variables><Variable guid="{TWO}" name="Age"/></Variables>'
        f'<Sources>{source(value)}</Sources><Cases><Case guid="{ONE}">{value}</Case></Cases>'
        '<Sets><Set name="All"/></Sets><Graphs><Graph/></Graphs>'
    )
    told = taken(project("", more)).told()
    assert "Sets, drawings and cases, left out: 3." in told
    assert "Documents of which variables say something that is left out: 1." in told


def test_codes_have_names_of_their_own() -> None:
    codes = (
        f'<Codes><Code guid="{ONE}" name="Army"><Description>Ours</Description>'
        f'<NoteRef targetGUID="{NOTE}"/><Code guid="{TWO}" name="army"/></Code></Codes>'
    )
    note = f'<Notes><Note guid="{NOTE}"><PlainTextContent>Theirs</PlainTextContent></Note></Notes>'
    work = taken(project("", note, codes=codes))
    tags = [one for one in work.lines if isinstance(one, TagLine)]
    assert [(one.name, one.parent, one.definition) for one in tags] == [
        ("Army", "", "Ours\n\nTheirs"),
        ("army (Army)", "Army", ""),
    ]


def test_guids_that_are_missing_or_stand_twice_tell_things_apart_all_the_same() -> None:
    text = "<PlainTextContent>Words of it</PlainTextContent>"
    sources = "".join(f"<TextSource {guid}>{text}{marked(0, 5)}</TextSource>" for guid in ("", ""))
    same = f'<TextSource guid="{SOURCE}">{text}{marked(0, 5)}</TextSource>'
    work = taken(project(sources + 2 * same), None)
    assert len(work.documents) == 4
    assert [line.document[0] for line in work.passages] == list(work.documents)
    assert len({line.key for line in work.passages}) == 4


def test_what_is_no_colour_and_too_long_a_description_harm_nobody() -> None:
    codes = (
        f'<Codes><Code guid="{ONE}" name="One" color="red"/><Code guid="{TWO}" name="Two">'
        f"<Description>{'w' * 30_000}</Description></Code></Codes>"
    )
    work = taken(project("", codes=codes), None)
    assert (work.tags["One"].colour, len(work.tags["Two"].definition)) == ("", 20_000)
    told = "Codes whose description is too long and is cut off at the end: 1."
    assert told in work.told()


def test_the_vendors_own_project_is_read(samples: Path) -> None:
    work = work_of(PROJECT.take(Parcel.of(samples / "refi-qda" / "skyloom-TestProject.qdpx")))
    assert len(work.tags) == 14
    assert [line.quote for line in work.passages] == [
        "Oh, that was great. See you tomorrow? Eleven thirty. Mm.",
        "I did try the gluten free bread, but it was always so soggy,",
        "granola",
    ]
    assert any(
        one.startswith("Documents whose words are not in the file: 8.") for one in work.told()
    )


@pytest.mark.parametrize(
    ("qde", "words"),
    [
        ("", "damaged"),
        ("<Project><Sources>", "damaged"),
        ("<CodeBook/>", "holds something else"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><Project name="&b;"/>', "document type|no XML"),
    ],
)
def test_what_is_no_project_is_refused(qde: str, words: str) -> None:
    with pytest.raises(Unreadable, match=rf"study\.qdpx.*({words})"):
        list(PROJECT.take(zipped(qde, {})))


def test_a_text_too_long_for_xml_is_not_called_damaged() -> None:
    text = f"<PlainTextContent>{'x' * 10_000_001}</PlainTextContent>"
    with pytest.raises(Unreadable, match=r"study\.qdpx.*more than 10 MB of words in one piece"):
        list(PROJECT.take(zipped(project(source(text)), {})))


def test_other_archives_are_not_claimed() -> None:
    assert not PROJECT.claims(Parcel("a.zip", {"a.zip": b"PK\x03\x04 broken"}))
    other = zipped("<Project/>", {}, "__MACOSX/._project.qde")
    assert not PROJECT.claims(other)
    with pytest.raises(Unreadable, match=r"ends in \.qde"):
        list(PROJECT.take(other))


PIECES = st.sampled_from(
    [
        *("<Users>", "</Users>", "<Codes>", "</Codes>", "<Sources>", "</Sources>", "</TextSource>"),
        *("<Note guid='1'>", "</Note>", "<Case>", "</Case>", "<Link/>", "<Graph/>", "<Set/>"),
        *("<Representation/>", "<PDFSelection/>", "<Transcript>", "</Transcript>", "<SyncPoint/>"),
        *("<Code/>", "<Code name='a' guid='b'/>", "<TextSource>", "<TextSource guid='1'>"),
        *("<PlainTextSelection/>", "<PlainTextContent>abc</PlainTextContent>", "<Coding/>"),
        *("<PlainTextSelection startPosition='0' endPosition='2'/>", "<TranscriptSelection/>"),
        *(
            "<VariableValue/>",
            "<Variable/>",
            "<NoteRef/>",
            "<CodeRef/>",
            "<IntegerValue>9</IntegerValue>",
        ),
    ]
)


@given(st.lists(PIECES, max_size=12))
@unhurried
def test_whatever_elements_come_they_are_read_or_refused(pieces: list[str]) -> None:
    parcel = zipped(f"<Project>{''.join(pieces)}</Project>", {})
    try:
        refused = bool(work_of(PROJECT.take(parcel)).refused)
    except Unreadable as fault:
        refused = "study.qdpx" not in str(fault)
    assert not refused


TOKENS = [
    "Zwölf",
    "😀😀",
    "died 💥",
    "at least",
    "نفى المتحدث",
    "in the raid.",
    "पीड़ित",
    "\r\n",
    "e\u0301te",
]
WAYS = [
    Counting(unit, crlf, mark)
    for unit in (Unit.CODE_POINTS, Unit.UTF16)
    for crlf in (True, False)
    for mark in (True, False)
]


@given(
    st.lists(st.sampled_from(TOKENS), min_size=1, max_size=30),
    st.sampled_from(["", "\ufeff"]),
    st.sampled_from(WAYS),
    st.sampled_from(["", "NVivo 14", "ATLAS.ti 26", "MAXQDA 24", "qc 1.3.2"]),
)
@settings(unhurried, max_examples=40)
def test_every_passage_has_its_words_in_whatever_a_program_counts(
    tokens: list[str], mark: str, way: Counting, origin: str
) -> None:
    at = counted(mark, way)
    pieces = [mark]
    selections = []
    for number, token in enumerate(tokens):
        end = at + counted(token, way)
        if token.strip():
            name = f'name="{token}"'
            selections.append(marked(at, end, number=number + 1, more=name))
        pieces += [token, " "]
        at = end + 1
    if not selections:
        return
    work = taken(project(source("".join(selections)), origin=origin), "".join(pieces))
    assert quotes(work) == [token for token in tokens if token.strip()]


def counted(words: str, way: Counting) -> int:
    """Return how long words are, as a program counts them."""
    words = words if way.mark_counts else words.removeprefix("\ufeff")
    words = words if way.crlf_is_two else words.replace("\r\n", "\n")
    return len(words.encode("utf-16-le")) // 2 if way.unit is Unit.UTF16 else len(words)
