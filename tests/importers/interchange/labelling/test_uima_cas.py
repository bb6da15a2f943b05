"""What programs of UIMA write: XMI, CAS JSON, and the archives of INCEpTION."""

import json
from pathlib import Path

import pytest

from reviewer.domain.errors import Unreadable
from reviewer.domain.project_lines import LinkLine
from reviewer.importers import zipped
from reviewer.importers.interchange import Parcel
from reviewer.importers.interchange.labelling.uima_cas import PROJECT
from tests.importers.interchange.taken_work import Work, work_of
from tests.importers.packing import packed

TYPES = """<?xml version="1.0"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>custom.Claim</name><supertypeName>uima.tcas.Annotation</supertypeName>
<features>
<featureDescription><name>Strength</name><rangeTypeName>custom.Scale</rangeTypeName>
</featureDescription>
<featureDescription><name>number</name><rangeTypeName>uima.cas.Integer</rangeTypeName>
</featureDescription>
<featureDescription><name>about</name><rangeTypeName>custom.Claim</rangeTypeName>
</featureDescription>
</features></typeDescription>
<typeDescription><name>custom.Scale</name><supertypeName>uima.cas.String</supertypeName>
</typeDescription>
<typeDescription><name>custom.Verse</name>
<supertypeName>de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence</supertypeName>
</typeDescription>
<typeDescription><name>custom.Round</name><supertypeName>custom.Round</supertypeName>
</typeDescription>
</types></typeSystemDescription>"""
TEXT = "😀 He ran. She did not."


def xmi(*elements: str, text: str = TEXT) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" '
        'xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" '
        'xmlns:custom="http:///custom.ecore" xmlns:bare="http:///uima/noNamespace.ecore" '
        'xmlns:seg="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" '
        'xmlns:meta="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" '
        'xmi:version="2.0"><cas:NULL xmi:id="0"/>'
        f'{"".join(elements)}<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" '
        f'sofaString="{text}"/><cas:View sofa="1" members=""/></xmi:XMI>'
    ).encode()


def claim(number: int, begin: object, end: object, more: str = "") -> str:
    place = f'xmi:id="{number}" sofa="1" begin="{begin}" end="{end}"'
    return f"<custom:Claim {place} {more}/>"


def parcel(data: bytes, name: str = "a.xmi") -> Parcel:
    return Parcel(name, {name: data})


def archive(files: dict[str, bytes | str]) -> Parcel:
    return parcel(packed(files), "project.zip")


def work(given: Parcel) -> Work:
    assert PROJECT.claims(given)
    return work_of(PROJECT.take(given))


def with_types(*elements: str) -> Work:
    return work(archive({"a.xmi": xmi(*elements), "TypeSystem.xml": TYPES}))


@pytest.mark.parametrize("suffix", ["xmi", "json"])
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("EmojiUnicode", ["🥳", "This", "👳🏻‍♀️", "is", "✆", "a", "🧔🏾‍♂️", "test", "👻"]),
        ("LeftToRight", ["هذا", "اختبار"]),
        ("TraditionalChinese", ["這", "是", "一個", "測試"]),
    ],
)
def test_annotations_of_cassis_own_files_are_their_words(
    samples: Path, name: str, words: list[str], suffix: str
) -> None:
    path = samples / "uima-cas" / f"casWith{name}TextAndAnnotations.{suffix}"
    found = work(Parcel.of(path))
    assert [found.words(one) for one in found.passages] == words
    assert {one.tag for one in found.passages} == {"Annotation"}
    assert (found.refused, found.doubts) == ([], [])


def test_what_says_how_a_text_is_built_is_counted(samples: Path) -> None:
    found = work(Parcel.of(samples / "uima-cas" / "cas_with_smileys.xmi"))
    assert [(found.words(one), one.tag) for one in found.passages] == [
        ("Transformers", "OTH"),
        ("Transformers", "OTH"),
        ("Transformers", "OTH"),
        ("PyTorch", "OTH"),
        ("TensorFlow", "OTH"),
    ]
    (document,) = found.documents.values()
    assert (document.title, document.language) == ("huggingface.txt", "en")
    assert [told[:37] for told in found.told()] == [
        "3 annotations of the kind “Sentence” ",
        "148 annotations of the kind “Token” a",
        "4 annotations of the kind “TagsetDesc",
    ]


def test_a_folder_of_one_text_in_two_formats_has_it_once(samples: Path) -> None:
    found = work(Parcel.of(samples / "uima-cas"))
    assert len(found.documents) == 5
    assert len(found.passages) == 9 + 2 + 4 + 5 + 4
    assert "15 annotations mark what is marked already" in "".join(found.told())


def test_a_file_without_its_text_is_refused(samples: Path) -> None:
    given = Parcel.of(samples / "uima-cas" / "casWithTextAndAnnotations.xmi")
    with pytest.raises(Unreadable, match="holds no text"):
        work(given)


def test_the_label_of_an_annotation_is_its_tag_and_the_rest_its_note() -> None:
    marked = claim(2, 3, 5, 'Strength="firm" Label="Motive" comment="Look" number="0"')
    plain = claim(3, 6, 9, f'label="{"x" * 201}" number="4"')
    first, second = with_types(marked, plain).passages
    assert (first.tag, first.words.note) == ("Motive", "Look\nStrength: firm")
    assert (second.tag, second.words.note) == ("Claim", f"label: {'x' * 201}\nnumber: 4")


def test_relations_are_links_where_they_are_called_so() -> None:
    found = with_types(
        claim(2, 3, 5),
        claim(3, 11, 14),
        '<custom:Rel xmi:id="4" sofa="1" begin="0" end="1" Governor="2" Dependent="3" '
        'value="denies"/>',
        '<custom:Rel xmi:id="5" sofa="1" begin="0" end="1" Governor="2" Dependent="3"/>',
        '<custom:Rel xmi:id="6" sofa="1" begin="0" end="1" Governor="2" Dependent="9"/>',
    )
    first, second = found.passages
    links = [one for one in found.lines if isinstance(one, LinkLine)]
    assert [(one.type, one.start, one.end) for one in links] == [("denies", first.key, second.key)]
    assert first.words.note == "Rel → “She”"
    assert [told[:31] for told in found.told()] == [
        "1 relation “Rel”: no kind of li",
        "1 relation of the kind “Rel” le",
    ]


def test_what_cannot_be_a_passage_is_counted_by_its_type() -> None:
    found = with_types(
        claim(2, 3, 5, 'about="2"'),
        claim(3, 3, 3),
        claim(4, 3, 99),
        claim(5, 5, 3),
        claim(6, "x", 3),
        '<custom:Verse xmi:id="7" sofa="1" begin="0" end="9"/>',
        '<custom:Round xmi:id="8" sofa="1" begin="3" end="5"/>',
        '<custom:Base xmi:id="9"/>',
        '<bare:Thing xmi:id="10" sofa="1" begin="3" end="5"><list>one</list><list>two</list>'
        "</bare:Thing>",
    )
    assert [(one.tag, one.words.note) for one in found.passages] == [
        ("Claim", "about → “He”"),
        ("Round", ""),
        ("Thing", "list: one, two"),
    ]
    assert [told[:45] for told in found.told()] == [
        "1 structure of the kind “Claim” has no place ",
        "1 annotation of the kind “Verse” is passed ov",
        "3 annotations of the kind “Claim” lie outside",
        "1 structure of the kind “Base” has no place i",
        "1 relation “about”: no kind of link is called",
    ]


def test_without_a_type_system_an_id_is_taken_for_a_reference() -> None:
    found = work(parcel(xmi(claim(2, 3, 5, 'about="3" size="7"'), claim(3, 6, 9))))
    assert [one.words.note for one in found.passages] == ["size: 7\nabout → “ran”", ""]


def test_links_in_a_feature_of_an_annotation_have_their_roles() -> None:
    found = work(
        parcel(
            xmi(
                claim(2, 3, 5, 'args="12 13 5" next="3"'),
                claim(3, 6, 9),
                '<cas:FSArray xmi:id="5" elements="14"/>',
                '<custom:Arg xmi:id="12" role="denies" target="3"/>',
                '<custom:Arg xmi:id="13" target="3"/>',
                '<custom:Arg xmi:id="14" role="who" target="12"/>',
            )
        )
    )
    first, second = found.passages
    (link,) = [one for one in found.lines if isinstance(one, LinkLine)]
    assert (link.type, link.start, link.end) == ("denies", first.key, second.key)
    assert first.words.note == "args → “ran”\nnext → “ran”"
    assert "1 reference from “Claim” leads to no annotation that is taken over." in found.told()


def test_each_text_of_several_views_is_a_document() -> None:
    other = '<cas:Sofa xmi:id="20" sofaID="other" sofaString="Another one."/>'
    empty = '<cas:Sofa xmi:id="21" sofaID="pdf" sofaURI="file:a.pdf"/>'
    mark = '<custom:Claim xmi:id="3" sofa="20" begin="0" end="7"/>'
    found = work(parcel(xmi(other, empty, claim(2, 3, 5), mark)))
    assert sorted(found.words(one) for one in found.passages) == ["Another", "He"]
    assert found.told() == ["There is no text in it, so it is left out."]


def test_a_project_of_inception_has_each_text_once_and_says_whose_work_it_is() -> None:
    def file(*elements: str) -> bytes:
        named = '<meta:DocumentMetaData xmi:id="9" sofa="1" documentTitle="a.txt"/>'
        return packed({"a.xmi": xmi(named, *elements), "TypeSystem.xml": TYPES})

    noor, basit = claim(2, 3, 5, 'comment="mine"'), claim(2, 3, 5, 'comment="yours"')
    found = work(
        archive(
            {
                "exportedproject123.json": json.dumps({"name": "Project"}),
                "source/a.txt": TEXT,
                "annotation/a.txt/INITIAL_CAS.zip": file(),
                "annotation/a.txt/noor.zip": file(noor),
                "annotation/a.txt/basit.zip": file(basit, claim(3, 11, 14)),
                "curation/a.txt/CURATION_USER.zip": file(claim(2, 15, 18)),
            }
        )
    )
    assert [one.title for one in found.documents.values()] == ["a.txt"]
    assert [
        (found.words(one), one.words.note, one.made and one.made.analyst) for one in found.passages
    ] == [("He", "yours\nmine", "basit"), ("She", "", "basit"), ("did", "", None)]


def test_json_by_ids_with_its_own_types_is_read() -> None:
    data = {
        "%TYPES": {
            "custom.Claim": {"%NAME": "custom.Claim", "%SUPER_TYPE": "uima.tcas.Annotation",
                             "certain": {"%RANGE": "uima.cas.Boolean"}},
            "bad": 7,
        },
        "%FEATURE_STRUCTURES": {
            "1": {"%TYPE": "uima.cas.Sofa", "sofaID": "x", "sofaString": TEXT},
            "2": {"%TYPE": "custom.Claim", "@sofa": 1, "begin": 3, "end": 5, "value": "Who",
                  "certain": False, "@next": 3, "size": 1.5},
            "3": {"%TYPE": "custom.Claim", "@sofa": 1, "begin": 3.0, "end": [], "value": {}},
            "4": 7,
        },
    }  # fmt: skip
    found = work(parcel(json.dumps(data).encode(), "a.json"))
    (line,) = found.passages
    assert (found.words(line), line.tag, line.words.note) == ("He", "Who", "size: 1.5")
    assert len(found.doubts) == 3


@pytest.mark.parametrize(
    "data",
    [
        b"<?xml version='1.0'?><xmi:XMI xmlns:xmi='http://www.omg.org/XMI' uima='1'>",
        b"<!DOCTYPE x [<!ENTITY a 'b'>]><xmi:XMI xmlns:xmi='http://www.omg.org/XMI' uima=''/>",
        b"<a xmlns:xmi='http://www.omg.org/XMI' uima='1'/>",
    ],
)
def test_broken_and_hostile_xml_is_refused_with_the_name(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"a\.xmi"):
        work(parcel(data))


@pytest.mark.parametrize("structures", [7, [7, {}], [{"%TYPE": [], "%ID": {}}], {"1": []}])
def test_json_may_be_anything(structures: object) -> None:
    data = json.dumps({"%TYPES": [], "%FEATURE_STRUCTURES": structures}).encode()
    with pytest.raises(Unreadable, match=r"a\.json"):
        work(parcel(data, "a.json"))


def test_one_broken_file_of_an_archive_is_left_out_alone() -> None:
    found = work(archive({"a.xmi": xmi(claim(2, 3, 5)), "b.xmi": b"<x", "TypeSystem.xml": "<y"}))
    assert len(found.passages) == 1
    assert [one.at for one in found.doubts] == ["b.xmi"]


def test_a_text_too_long_for_xml_is_left_out_and_said_to_be_long() -> None:
    files = {"a.xmi": xmi(claim(2, 3, 5)), "b.xmi": xmi(text="x" * 10_000_001)}
    found = work(Parcel("folder", files))
    assert len(found.documents) == 1
    (told,) = found.told()
    assert "“b.xmi” in it holds more than 10 MB of words in one piece." in told


def test_a_text_of_blanks_is_left_out() -> None:
    found = work(archive({"a.xmi": xmi(claim(2, 3, 5)), "b.xmi": xmi(text="&#xfeff;")}))
    assert len(found.documents) == 1
    assert [one.at for one in found.doubts] == ["b.xmi"]


def test_archives_in_an_archive_are_bounded_together(monkeypatch: pytest.MonkeyPatch) -> None:
    given = archive(
        {
            f"annotation/a{number}/noor.zip": packed({"a.xmi": xmi(text="x" * 400)})
            for number in range(3)
        }
        | {"exportedproject.json": "{}"}
    )
    assert len(work(given).documents) == 1
    monkeypatch.setattr("reviewer.importers.interchange.labelling.uima_files.LARGEST_WHOLE", 2_500)
    with pytest.raises(Unreadable, match=r"project\.zip"):
        work(given)
    assert zipped.LARGEST_WHOLE > 2_500


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", b'{"data": {"text": "x"}, "annotations": []}'),
        ("a.json", b"[]"),
        ("a.xmi", b"<uml xmlns:xmi='http://www.omg.org/XMI'/>"),
        ("a.zip", packed({"a.txt": "x", "b.json": "{}"})),
        ("a.zip", b"PK nonsense"),
        ("gone.zip", Path("gone.zip")),
    ],
)
def test_other_files_are_not_claimed(name: str, data: bytes | Path) -> None:
    assert not PROJECT.claims(Parcel(name, {name: data}))


def test_an_archive_of_json_alone_is_claimed() -> None:
    data = json.dumps({"%TYPES": {}, "%FEATURE_STRUCTURES": []})
    assert PROJECT.claims(archive({"a.json": data}))
