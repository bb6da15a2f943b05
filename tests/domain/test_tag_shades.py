"""The colours of tags where they are printed: told apart, and words on them can be read."""

from reviewer.domain.tag_shades import SHADES, WHITE, Shade, Stroke, shade_of, stroke_of, tinted
from reviewer.domain.tags import COLOURS


def luminance(shade: Shade) -> float:
    parts = [
        part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in shade
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Shade, other: Shade) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_every_slot_has_a_colour_and_a_line_of_its_own() -> None:
    looks = {(shade_of(str(slot)), stroke_of(str(slot))) for slot in range(1, COLOURS + 1)}
    assert len(looks) == COLOURS
    assert shade_of("9") == shade_of("1") == SHADES[0]
    assert stroke_of("9") is Stroke.DASHED


def test_an_own_colour_is_what_it_says() -> None:
    assert shade_of("#0102ff") == (1, 2, 255)
    assert shade_of("#0102ff").hexadecimal == "0102FF"
    assert stroke_of("#0102ff") is Stroke.SOLID


def test_lines_are_seen_and_black_words_can_be_read_on_every_ground() -> None:
    black = Shade(0, 0, 0)
    for shade in (*SHADES, black):
        assert shade is black or contrast(shade, WHITE) >= 3.0
        for depth in (0, 1, 2, 9):
            assert contrast(black, tinted(shade, depth)) >= 7.0
    assert tinted(black, 1) != tinted(black, 2)
    assert tinted(black, 5) == tinted(black, 9)
