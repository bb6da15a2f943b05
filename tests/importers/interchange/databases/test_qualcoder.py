"""QualCoder's projects, made after its schema: what comes over, and what is said not to."""

from pathlib import Path

import pytest

from reviewer.domain.errors import Unreadable
from reviewer.domain.project_lines import GivenWork
from reviewer.importers.interchange import Parcel, importer_of
from reviewer.importers.interchange.databases import qualcoder
from reviewer.importers.interchange.databases.qualcoder import PROJECT
from tests.importers.interchange.qualcoder_files import OLDEST, Rows, a_folder, parcel_of
from tests.importers.interchange.taken_work import Work, work_of

TEXT = "\ufeffZwölf 😀 died.\r\nنفى المتحدث ذلك\r\nat least 20"
START = TEXT.index("نفى")
BASE: Rows = {
    "project": [{"databaseversion": "v17", "memo": ""}],
    "source": [{"id": 4, "name": "raid.docx", "fulltext": TEXT, "memo": "seen", "owner": "Noor"}],
    "code_cat": [
        {"catid": 1, "name": "Claims", "memo": "What is said", "supercatid": None},
        {"catid": 2, "name": "Denial", "supercatid": 1},
    ],
    "code_name": [
        {"cid": 1, "name": "Denial", "memo": "Says no", "catid": 2, "color": "#7a6b5C"},
        {"cid": 2, "name": "Flat", "catid": None, "supercid": 1, "color": "red"},
        {"cid": 3, "name": "denial"},
    ],
    "code_text": [
        {
            "ctid": 9,
            "cid": 1,
            "fid": 4,
            "seltext": "نفى المتحدث",
            "pos0": START,
            "pos1": START + 11,
            "owner": "Noor",
            "memo": "first",
            "important": 1,
        }
    ],
}


def taken(folder: Path, rows: Rows, schema: str | None = None) -> Work:
    made = a_folder(folder, rows, schema) if schema else a_folder(folder, rows)
    return work_of(PROJECT.take(parcel_of(made)))


def test_a_folder_is_told_by_its_tables(tmp_path: Path) -> None:
    assert importer_of(parcel_of(a_folder(tmp_path / "Raid.qda", BASE))) is PROJECT
    assert not PROJECT.claims(Parcel("data.qda", {"data.qda": b""}))


def test_texts_codes_and_codings_come_over(tmp_path: Path) -> None:
    work = taken(tmp_path / "Raid.qda", BASE)
    (document,) = work.documents.values()
    assert (document.original_name, document.title) == ("raid.docx", "raid")
    assert (document.text, document.media_type) == (
        "Zwölf 😀 died.\nنفى المتحدث ذلك\nat least 20",
        "text/plain",
    )
    (passage,) = work.passages
    assert work.words(passage) == passage.quote == "نفى المتحدث"
    assert (passage.tag, passage.words.note, passage.follow_up) == ("Denial", "first", True)
    assert work.refused == []


def test_categories_stand_above_codes_and_are_not_taken_for_them(tmp_path: Path) -> None:
    work = taken(tmp_path / "Raid.qda", BASE)
    assert [(one.name, one.parent) for one in work.tags.values()] == [
        ("denial (2)", ""),
        ("Claims", ""),
        ("Denial (category)", "Claims"),
        ("Denial", "Denial (category)"),
        ("Flat", "Denial"),
    ]
    assert work.tags["Denial"].colour == "#7a6b5C"
    assert work.tags["Denial"].definition == "Says no"
    assert work.tags["Flat"].colour == ""
    assert (
        "Tags that are called otherwise than in the file, for two had one name: 1." in work.told()
    )


def test_a_project_of_the_oldest_version_is_read(tmp_path: Path) -> None:
    rows = {
        **BASE,
        "project": [{"databaseversion": "v1"}],
        "code_name": [{"cid": 1, "name": "Denial", "catid": 2}],
        "code_text": [
            {
                "cid": 1,
                "fid": 4,
                "seltext": "at least 20",
                "pos0": len(TEXT) - 11,
                "pos1": len(TEXT),
            }
        ],
    }
    work = taken(tmp_path / "Old.qda", rows, OLDEST)
    assert [work.words(one) for one in work.passages] == ["at least 20"]
    assert not work.passages[0].follow_up


def test_an_annotation_comes_under_a_tag_of_its_own(tmp_path: Path) -> None:
    place = {"fid": 4, "pos0": 1, "pos1": 6, "memo": "who counted?", "owner": "Noor"}
    work = taken(tmp_path / "Raid.qda", {**BASE, "annotation": [place]})
    noted = work.passages[-1]
    assert (noted.tag, work.words(noted)) == ("Annotation", "Zwölf")
    assert noted.words.note == "who counted?"
    assert work.at[-1] == "annotation 1"
    annotation: dict[str, object] = {"cid": 4, "name": "Annotation"}
    called = [*BASE["code_name"], annotation]
    work = taken(tmp_path / "B.qda", {**BASE, "annotation": [place], "code_name": called})
    assert work.passages[-1].tag == "Annotation (2)"


def test_what_several_people_coded_alike_is_one_passage(tmp_path: Path) -> None:
    (first,) = BASE["code_text"]
    second = {**first, "ctid": 10, "owner": "Sana", "memo": "second", "important": None}
    work = taken(tmp_path / "Raid.qda", {**BASE, "code_text": [first, second]})
    (passage,) = work.passages
    assert passage.words.note == "first\n\nsecond"
    assert passage.follow_up
    assert passage.made == GivenWork("Noor")
    assert work.told()[0] == (
        "Codings of the same words with the same code, joined to the first of them: 1."
    )


@pytest.mark.parametrize(
    ("owner", "date", "told"),
    [
        ("Noor", "2026-02-03 04:05:06", 1),
        ("Noor", "2026-02-03T04:05:06+00:00", 0),
        ("Noor", "early", 0),
        ("Noor", None, 0),
        ("default", "2026-02-03 04:05:06", 0),
        (None, "2026-02-03 04:05:06", 0),
    ],
)
def test_who_coded_and_when_comes_along(
    tmp_path: Path, owner: str | None, date: str | None, told: int
) -> None:
    coding = {**BASE["code_text"][0], "owner": owner, "date": date}
    work = taken(tmp_path / "Raid.qda", {**BASE, "code_text": [coding]})
    (made,) = (one.made for one in work.passages)
    if owner != "Noor":
        assert made is None
    else:
        assert made is not None
        assert made.analyst == "Noor"
        assert made.at.endswith("+00:00") == (date is not None and date.startswith("2026"))
    assert sum(one.message == qualcoder.NO_ZONE for one in work.doubts) == told


def test_places_of_an_older_editor_are_found_by_their_words_and_said(tmp_path: Path) -> None:
    coding = {"ctid": 1, "cid": 1, "fid": 4, "seltext": "died", "pos0": 10, "pos1": 14}
    work = taken(tmp_path / "Raid.qda", {**BASE, "code_text": [coding]})
    assert [work.words(one) for one in work.passages] == ["died"]
    assert any("counted in another way than usual (UTF-16" in one for one in work.told())


def test_codings_that_lead_nowhere_are_counted(tmp_path: Path) -> None:
    codings: list[dict[str, object]] = [
        {"cid": 77, "fid": 4, "pos0": 0, "pos1": 3},
        {"cid": 1, "fid": 77, "pos0": 0, "pos1": 3},
        {"cid": 1, "fid": 4, "pos0": None, "pos1": 3},
        {"cid": 1, "fid": 4, "pos0": 900, "pos1": 990},
        {"cid": 1, "fid": 4, "pos0": 900, "pos1": 991, "seltext": "died"},
    ]
    work = taken(tmp_path / "Raid.qda", {**BASE, "code_text": codings})
    assert [(one.start, one.quote) for one in work.passages] == [(None, "died")]
    assert "Codings that lead to no text, code or place in the file, passed over: 4." in work.told()


def test_what_has_no_room_here_is_counted(tmp_path: Path) -> None:
    work = taken(
        tmp_path / "Raid.qda",
        {
            **BASE,
            "project": [{"databaseversion": "v17", "memo": "Plan"}],
            "source": [*BASE["source"], {"id": 5, "name": "a.mp3", "mediapath": "/audio/a.mp3"}],
            "journal": [{"jid": 1, "name": "Day 1", "jentry": "Began"}, {"jid": 2, "jentry": " "}],
            "code_av": [{"id": 5, "cid": 1}],
            "code_image": [{"id": 5, "cid": 1}, {"id": 6, "cid": 1}],
        },
    )
    assert len(work.documents) == 1
    assert {one.values["count"] for one in work.doubts if one.message == qualcoder.NO_WORDS} == {1}
    assert {one.values["count"] for one in work.doubts if one.message == qualcoder.JOURNALS} == {2}
    assert [
        one.values["count"] for one in work.doubts if one.message == qualcoder.OTHER_CODINGS
    ] == [3]


def test_the_file_itself_is_kept_where_it_lies_in_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_folder(tmp_path / "Raid.qda", BASE)
    (folder / "documents" / "raid.docx").write_bytes(b"PK the very file")
    (document,) = work_of(PROJECT.take(parcel_of(folder))).documents.values()
    assert document.original.size == len(b"PK the very file")
    assert document.media_type.endswith("wordprocessingml.document")
    monkeypatch.setattr(qualcoder, "MOST_ORIGINALS", 5)
    work = work_of(PROJECT.take(parcel_of(folder)))
    assert next(iter(work.documents.values())).media_type == "text/plain"
    assert "Files that were too large to be kept beside their words: 1." in work.told()


def test_a_project_of_pictures_alone_is_refused(tmp_path: Path) -> None:
    rows = {**BASE, "source": [{"id": 1, "name": "a.png", "mediapath": "/images/a.png"}]}
    with pytest.raises(Unreadable, match=r"Raid\.qda"):
        taken(tmp_path / "Raid.qda", rows)


def test_odd_names_and_cells_of_other_kinds_harm_nothing(tmp_path: Path) -> None:
    work = taken(
        tmp_path / "Odd.qda",
        {
            "source": [
                {"id": 1, "name": "../../documents/=cmd|' ]]>", "fulltext": "a\0b </script>"},
                {"id": 2, "name": b"x", "fulltext": b"bytes"},
                {"id": 3, "name": None, "fulltext": 12},
            ],
            "code_cat": [{"catid": 1, "name": "A", "supercatid": 1}, {"catid": 2, "name": b"z"}],
            "code_name": [
                {"cid": 1, "name": "\u202e=1\n", "catid": 1, "memo": b"m", "supercid": 2},
                {"cid": 2, "name": "B", "supercid": 1, "color": 7},
                {"cid": 3, "name": " "},
                {"cid": 4, "name": "x" * 3_000, "memo": "y" * 30_000},
            ],
            "code_text": [
                {"cid": 1, "fid": 1, "seltext": b"a", "pos0": "0", "pos1": 3, "memo": 5},
                {"cid": 4, "fid": 3, "seltext": "12", "pos0": 0, "pos1": 2, "owner": b"o"},
                {"cid": 3, "fid": 1, "pos0": 0, "pos1": 2},
            ],
        },
    )
    assert [one.text for one in work.documents.values()] == ["a\ufffdb </script>", "12"]
    assert [work.words(one) for one in work.passages] == ["a\ufffdb", "12"]
    assert work.refused == []
    assert {one.parent for one in work.tags.values()} == {"", "\u202e=1"}
