"""``reviewer formats``."""

import json

from tests.cli.running import Run


def test_what_can_be_read_and_written_is_listed(run: Run) -> None:
    ended = run("formats")
    assert ended.code == 0
    assert ["xlsx", ".xlsx", "Workbook", "(XLSX)", "tables"] in map(
        str.split, ended.out.splitlines()
    )
    assert ".docx" in ended.out


def test_the_same_as_one_object(run: Run) -> None:
    ended = run("formats", "--json")
    found = json.loads(ended.out)
    assert (ended.code, found["format"]) == (0, 1)
    tables = {one["key"]: one for one in found["write"] if one["of"] == "tables"}
    assert sorted(tables) == ["csv", "json", "jsonl", "ods", "tsv", "xlsx"]
    assert [key for key, one in tables.items() if one["several"]] == ["ods", "xlsx"]
    assert {one["key"] for one in found["write"] if one["of"] == "codebook"} == {
        "csv",
        "json",
        "qdc",
    }
    for of, keys in (
        ("report", ["html", "docx", "md", "obsidian", "pdf"]),
        ("annotated", ["html", "docx", "pdf"]),
    ):
        assert [one["key"] for one in found["write"] if one["of"] == of] == keys
    suffixes = {suffix for one in found["read"] for suffix in one["suffixes"]}
    assert {".txt", ".pdf", ".docx", ".csv"} <= suffixes
