"""Sending passages out, from one moment."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.errors import Damaged, NotAllowed, NotFound
from reviewer.domain.events import NewEvent
from reviewer.domain.progress import Silent
from reviewer.domain.reading.conventions import Convention
from reviewer.domain.snapshot import PassageFilter
from reviewer.store.snapshot import StoredSnapshot
from reviewer.workspace.operations.exports import PROJECT, WORKBOOK
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, a_document, a_passage, a_project, a_tag


def exported(workspace: Workspace, chosen: PassageFilter | None = None) -> list[dict[str, object]]:
    target = BytesIO()
    count = workspace.exports.write("jsonl", target, Silent(), chosen)
    rows = [json.loads(line) for line in target.getvalue().decode().splitlines()]
    assert len(rows) == count
    return rows


def test_a_row_says_everything_that_leads_back_to_the_words(tmp_path: Path) -> None:
    with a_project(tmp_path, "winter") as workspace:
        document = a_document(
            workspace,
            "A page\n\nTwelve people 👍 were hurt. Nobody came.\n",
            title="A page",
            author="Asma",
            publisher="The Courier",
            url="https://x.y",
            posted=WrittenDate("8 October", "2015-10-08", DateBasis.ENTERED),
        )
        passage = a_passage(workspace, document, "people 👍", note="Look again")
        workspace.details.set_statement(passage, "They say so.")
        workspace.details.set_translation(passage, "لوگ", "Urdu", "Asma")
        workspace.details.check_translation(passage)
        workspace.sign_in(BASIT)
        workspace.details.check([passage])
        details = workspace.details.of(passage)
        (row,) = exported(workspace)
        found = workspace.documents.get(document)
        facts = workspace.documents.facts(document)
        assert facts is not None
        assert row == {
            "format": 1,
            "project": "winter",
            "passage": "D1·1",
            "uid": workspace.passages.get(passage).uid,
            "tag": "Allegation",
            "start": 15,
            "end": 23,
            "paragraph": 2,
            "quote": "people 👍",
            "sentence": "Twelve people 👍 were hurt.",
            "note": "Look again",
            "statement": "They say so.",
            "translation": "لوگ",
            "translation_language": "ur",
            "translator": "Asma",
            "translation_checked_by": "Noor",
            "translation_checked_at": details.translation_checked_at,
            "checked_by": "Basit",
            "checked_at": details.checked_at,
            "anchor": "sure",
            "analyst": "Noor",
            "created": workspace.passages.get(passage).created_at,
            "modified": workspace.passages.get(passage).modified_at,
            "document": "A page",
            "document_uid": found.uid,
            "original_name": found.original_name,
            "author": "Asma",
            "publisher": "The Courier",
            "url": "https://x.y",
            "posted": "8 October",
            "posted_edtf": "2015-10-08",
            "posted_basis": "entered",
            "captured": "",
            "captured_edtf": "",
            "captured_basis": "",
            "text_sha256": facts.sha256,
            "original_sha256": workspace.documents.original_sha256(document),
        }


def test_rows_come_in_order_of_document_and_place_whatever_their_number(
    workspace: Workspace,
) -> None:
    documents = [a_document(workspace, f"{number} one two three four.") for number in range(260)]
    for word in ("two", "one"):
        for document in reversed(documents):
            a_passage(workspace, document, word)
    rows = exported(workspace)
    assert [(row["document_uid"], row["quote"]) for row in rows] == [
        (workspace.documents.get(document).uid, word)
        for document in documents
        for word in ("one", "two")
    ]
    chosen = PassageFilter(documents=(documents[1],), tags=(a_tag(workspace, "Allegation"),))
    assert [row["passage"] for row in exported(workspace, chosen)] == ["D2·2", "D2·1"]
    workspace.documents.remove(documents[1:])
    assert len(exported(workspace)) == 2


def test_an_export_is_of_one_moment(workspace: Workspace) -> None:
    document = a_document(workspace, "one two three")
    a_passage(workspace, document, "one")
    with Workspace.open(workspace.path, only_read=True) as other:
        connection = other._project.connection
        with connection.reading():
            snapshot = StoredSnapshot(connection, "winter", PassageFilter())
            a_passage(workspace, document, "two")
            (found,) = snapshot.passages()
            assert (found.project, found.quote) == ("winter", "one")
            assert snapshot.count() == 1


def test_a_passage_that_went_away_between_is_damage_and_not_left_out(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace, "one two three"), "one")
    snapshot = StoredSnapshot(workspace._project.connection, "winter", PassageFilter())
    workspace.passages.remove([passage])
    with pytest.raises(Damaged, match=f"passage {passage}"):
        list(snapshot.passages())


def test_the_formats_are_known_by_name(workspace: Workspace) -> None:
    keys = [exporter.key for exporter in workspace.exports.formats()]
    assert keys == ["csv", "json", "jsonl", "ods", "tsv", "xlsx"]
    assert [one.key for one in workspace.exports.formats(WORKBOOK)] == ["ods", "xlsx"]
    assert [one.key for one in workspace.exports.formats(PROJECT)] == ["jsonl"]
    with pytest.raises(NotFound, match="csv, json, jsonl"):
        workspace.exports.write("doc", BytesIO(), Silent())


def test_what_a_convention_makes_of_words_goes_out_under_its_name(tmp_path: Path) -> None:
    with a_project(tmp_path) as workspace:
        document = a_document(workspace, "Dozens of people were hurt at the gate.")
        passage = a_passage(workspace, document, "Dozens of people were hurt", "Casualty figure")
        workspace.records.confirm([passage])
        workspace.events.make_from([passage], NewEvent("The gate"))
        table = workspace.records.numbers()
        workspace.records.set_numbers(replace(table, convention=Convention.ACLED))
        (row,) = exported(workspace)
        assert (row["low_by_convention"], row["convention"]) == (12, "acled")
        assert "low" not in cast("dict[str, object]", row["record"])
        target = BytesIO()
        workspace.exports.write("jsonl", target, Silent(), what="figures")
        (figure,) = map(json.loads, target.getvalue().decode().splitlines())
        assert (figure["low_by_convention"], figure["convention"]) == (12, "acled")
        assert (figure.get("low"), figure["in_range"]) == (None, False)


def test_the_first_rows_are_seen_before_anything_is_written(workspace: Workspace) -> None:
    document = a_document(workspace, "one two three four five six seven")
    for word in ("one", "two", "three", "four", "five", "six", "seven"):
        a_passage(workspace, document, word)
    exports = workspace.exports
    assert exports.preview(columns=("quote",), most=2) == [("one",), ("two",)]
    assert len(exports.preview(what=WORKBOOK)) == 5
    assert exports.preview(what="documents", columns=("passages",)) == [(7,)]
    assert exports.preview(what=PROJECT) == []


def test_columns_are_known_with_what_they_mean(workspace: Workspace) -> None:
    exports = workspace.exports
    assert list(exports.meanings()) == list(exports.columns(WORKBOOK))
    assert exports.meanings("links")["from_url"].label.sentence == (
        "Where the link begins: Web address"
    )
    assert exports.meanings(PROJECT) == {}


def test_a_whole_project_has_no_columns_to_choose(workspace: Workspace) -> None:
    with pytest.raises(NotAllowed, match="no columns"):
        workspace.exports.write("jsonl", BytesIO(), Silent(), what=PROJECT, columns=("quote",))
    with pytest.raises(NotAllowed, match="as ods, xlsx only"):
        workspace.exports.write("csv", BytesIO(), Silent(), what=WORKBOOK)


def test_passages_chosen_one_by_one_are_written_alone(workspace: Workspace) -> None:
    document = a_document(workspace, "one two three")
    one, _two, three = (a_passage(workspace, document, word) for word in ("one", "two", "three"))
    rows = exported(workspace, PassageFilter(passages=(three, one)))
    assert [row["quote"] for row in rows] == ["one", "three"]


def test_it_is_told_how_many_names_would_be_protected(workspace: Workspace) -> None:
    assert workspace.exports.protected_names() == 0
    actor = workspace.actors.add("Shireen Kol", names=("S. Kol",))
    workspace.actors.change(actor, protected=True)
    workspace.actors.add("The Army")
    assert workspace.exports.protected_names() == 2


def test_what_was_chosen_is_said_without_protected_names(workspace: Workspace) -> None:
    actor = workspace.actors.add("Shireen Kol")
    workspace.actors.change(actor, protected=True)
    document = a_document(workspace, "Shireen Kol came.")
    a_passage(workspace, document, "Shireen Kol came")
    target = BytesIO()
    chosen = PassageFilter(words="Shireen Kol", documents=(document,))
    workspace.exports.write("json", target, Silent(), chosen, protect=True)
    assert b"Kol" not in target.getvalue()
    header = json.loads(target.getvalue())["header"]
    assert header["protected"] is True
    assert f"With the words: [A{actor}]" in header["chosen"]
