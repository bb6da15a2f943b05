"""Tables of facts are read row by row; tables that lay a page out are read box by box."""

from tests.importers.pages import page, taken, text_of

ROWS = "<tr><th>Day<th>Held</tr><tr><td>Monday<td>3</tr>"


def test_a_row_is_a_line_with_tabs_between_its_cells() -> None:
    body = f"<table><caption>Who was held</caption>{ROWS}<tr><td><td>5<td></tr></table><p>End.</p>"
    assert text_of(body) == "Who was held\nDay\tHeld\nMonday\t3\n\t5\n\nEnd.\n"


def test_empty_rows_and_hidden_ones_are_left_out() -> None:
    empty, hidden = "<tr><td><td></tr>", "<tr hidden><td>no<td>no</tr>"
    body = f"<table>{ROWS}{empty}{hidden}<tr><td hidden>no<td>1</table>"
    assert text_of(body) == "Day\tHeld\nMonday\t3\n1\n"


def test_a_cell_is_one_line() -> None:
    cells = "<tr><td>One<br>two<td><p>three</p><p>four</p>"
    body = f"<table>{cells}<tr><td>a<span hidden>x</span>b<td>c</table>"
    assert text_of(body) == "One two\tthree four\nab\tc\n"


def test_a_table_that_lays_a_page_out_is_read_box_by_box() -> None:
    inner = f"<table>{ROWS}</table>"
    body = f"<table><tr><td><h2>The raid</h2><td>{inner}</tr><tr><td>Left<td>Right</tr></table>"
    assert text_of(body) == "The raid\n\nDay\tHeld\nMonday\t3\n\nLeft\nRight\n"


def test_a_table_for_layout_says_so_itself() -> None:
    assert text_of(f"<table role=presentation>{ROWS}</table>") == "Day\nHeld\nMonday\n3\n"


def test_long_cells_are_told_and_not_listed() -> None:
    words = "Three men were held. " * 40
    body = f"<table><tr><td>{words}<td>{words}</tr><tr><td>a<td>b</tr></table>"
    assert "\t" not in text_of(body)


def test_words_outside_of_any_row_are_not_lost() -> None:
    text = text_of(f"<table><tbody>Stray words{ROWS}</tbody></table>")
    assert "Stray words" in text
    assert "Monday" in text


def test_a_table_with_fifty_thousand_rows_is_read() -> None:
    found = taken(page("<table>" + "<tr><td>row<td>1" * 50_000 + "</table>"))
    assert found.text.count("row\t1\n") == 50_000
