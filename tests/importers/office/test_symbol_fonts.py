"""What the Symbol fonts draw is known by their codes."""

from reviewer.importers.office.symbol_fonts import drawn


def test_letters_and_signs_of_symbol_fonts() -> None:
    codes = (0x61, 0xF061, 0x57, 0xB3, 0xF0B1, 0xE5)
    assert [drawn("Symbol", code) for code in codes] == ["α", "α", "Ω", "≥", "±", "∑"]
    assert drawn("wingdings", 0xF0FC) == "✓"


def test_what_is_not_known_is_not_invented() -> None:
    unknown = (("Symbol", 0xF0F0), ("Symbol", 0x10), ("Wingdings", 0x21), ("Arial", 0x61))
    assert [drawn(font, code) for font, code in unknown] == [None] * 4
