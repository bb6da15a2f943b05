"""Letters of the Symbol fonts, which say with a Latin letter's place what they draw.

The Symbol font is Greek and mathematics; of Wingdings only what is common in documents is known:
boxes, check marks, arrows and dots. What is not known stays what it was in the file.
"""

_SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_HIGH = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉"
    "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
_WINGDINGS = {
    0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖",
    0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


def drawn(font: str, code: int) -> str | None:
    """Return what a font draws for a code (or its place from U+F000 on); ``None``: not known."""
    place = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if font.casefold() == "symbol":
        if 0x20 <= place < 0x20 + len(_SYMBOL):
            return _SYMBOL[place - 0x20]
        if 0xA0 <= place < 0xA0 + len(_SYMBOL_HIGH):
            return _SYMBOL_HIGH[place - 0xA0].strip() or None
    elif font.casefold() == "wingdings":
        return _WINGDINGS.get(place)
    return None
