"""Pieces of texts that came apart from them: compared as they stand in them."""

from reviewer.importers.interchange.databases.quoted import as_kept, letters


def test_a_piece_is_what_it_is_in_the_middle_of_its_text() -> None:
    assert as_kept("\ufeffone\r\ntwo\u2029") == "\u2060one\ntwo"


def test_space_and_marks_do_not_tell_words_apart() -> None:
    assert letters("\u2060one \n two ") == letters("one two") == ["one", "two"]
