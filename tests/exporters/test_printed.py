"""Pages of HTML to be printed."""

from reviewer.exporters.printed import page, plain, rows, sheets, table


def test_a_long_table_goes_on_in_the_next_sheet_under_its_head() -> None:
    lines = [[plain(f"D{number}"), "x" * 1000] for number in range(300)]
    parts = [rows([("Title", "Release")]), *table(["Number", "Document"], lines), "<p>end</p>"]
    found = list(sheets(page("Register", parts, language="ur", mirrored=True)))
    assert len(found) == 3
    for sheet in found:
        assert sheet.startswith('<!DOCTYPE html>\n<html lang="ur" dir="rtl">')
        assert sheet.endswith("</body></html>\n")
        assert sheet.count("<table") == sheet.count("</table>")
        assert sheet.count("<b>Number</b>") == 1
    assert [sheet.count("<h1>") for sheet in found] == [1, 0, 0]
    assert [sheet.count("<p>end</p>") for sheet in found] == [0, 0, 1]
    whole = "".join(found)
    assert whole.count("Release") == 1
    assert all(whole.count(f"<td>D{number}</td>") == 1 for number in range(300))


def test_what_is_short_is_one_sheet_as_it_is() -> None:
    parts = list(page("Certificate", table(["What"], [["one"]])))
    assert list(sheets(parts)) == ["".join(parts)]
