"""What QualCoder says of files: fields where it fits, lines of the note where not."""

from reviewer.importers.interchange import Cell
from reviewer.importers.interchange.bringing import Said
from reviewer.importers.interchange.databases.qualcoder_about import Abouts

Row = dict[str, Cell]


def attributes(kind: str, number: int, **values: Cell) -> list[Row]:
    return [
        {"name": name, "attr_type": kind, "value": value, "id": number}
        for name, value in values.items()
    ]


def test_attributes_become_fields_by_what_they_are_called() -> None:
    abouts = Abouts(
        {
            "attribute": [
                *attributes("file", 1, Author="Sana", source="The Daily", Date="2019-06-14"),
                *attributes("file", 1, Language="Urdu", Weather="hot", Empty="", text="no"),
                *attributes("file", 2, Author="Other"),
                *attributes("case", 1, Author="Case"),
            ]
        }
    )
    about = abouts.of({"id": 1, "name": "a.txt", "memo": " seen\ntwice "})
    assert about.said("a.txt") == Said(
        title="a", author="Sana", publisher="The Daily", posted="2019-06-14", language="ur"
    )
    assert about.note == "seen\ntwice\nWeather: hot\ntext: no"
    assert abouts.in_notes == 2


def test_a_reference_comes_before_attributes_and_authors_are_listed() -> None:
    abouts = Abouts(
        {
            "ris": [
                {"risid": 3, "tag": "TI", "value": "On the raid"},
                {"risid": 3, "tag": "AU", "value": "Sana"},
                {"risid": 3, "tag": "AU", "value": "Noor"},
                {"risid": 3, "tag": "DA", "value": "2019/06/14/"},
                {"risid": 3, "tag": "JO", "value": "Journal"},
                {"risid": 3, "tag": "AB", "value": "Abstract\nof it"},
                {"risid": 3, "tag": "KW", "value": None},
                {"risid": 4, "tag": "TI", "value": "Another"},
            ],
            "attribute": attributes(
                "file", 1, Ref_Title="On the raid", Ref_Authors="Sana", Ref_Year=2019, Ref_Type="J"
            ),
        }
    )
    about = abouts.of({"id": 1, "risid": 3})
    assert about.said("x.pdf") == Said(
        title="On the raid", author="Sana; Noor", posted="2019-06-14", publisher="Journal"
    )
    assert about.note == "AB: Abstract of it\nRef_Year: 2019\nRef_Type: J"


def test_cases_are_named_with_what_is_said_of_them_once_each() -> None:
    abouts = Abouts(
        {
            "cases": [{"caseid": 1, "name": "Ana", "memo": "shy"}, {"caseid": 2, "name": "Ben"}],
            "case_text": [
                {"caseid": 1, "fid": 5},
                {"caseid": 1, "fid": 5},
                {"caseid": 2, "fid": 5},
                {"caseid": 9, "fid": 5},
            ],
            "attribute": attributes("case", 1, age=30, sex="f", none=None),
        }
    )
    about = abouts.of({"id": 5})
    assert about.note == "Case: Ana (age: 30; sex: f; shy)\nCase: Ben\nCase: 9"
    assert abouts.in_notes == 3


def test_a_file_is_called_by_its_name_without_the_ending() -> None:
    about = Abouts({}).of({})
    titles = [about.said(name).title for name in ("a.b.docx", ".hidden", "No. 5 of five", "plain")]
    assert titles == ["a.b", ".hidden", "No. 5 of five", "plain"]
    assert about.note == ""
