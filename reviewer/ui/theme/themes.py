"""The two themes: every colour of the program, named by what it is for."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, eq=False)
class Theme:
    """One set of colours.

    Surfaces: ``window`` behind everything, ``panel`` for lists and side panels, ``page`` for the
    reading column and for fields, ``gutter`` beside the page, ``hover`` under the pointer,
    ``badge`` behind a count. Words: ``text``, ``muted_text`` for what comes second,
    ``furniture_text`` for page furniture. Edges: ``line`` between things, ``line_strong`` around
    things one can change. ``accent`` is the one colour of emphasis, with ``accent_text`` on it;
    ``focus`` rings what has the keys; ``selection`` lies behind chosen rows and words.
    ``warning``, ``danger`` and ``success`` are for words and icons.
    """

    name: str
    dark: bool
    window: QColor
    panel: QColor
    page: QColor
    text: QColor
    muted_text: QColor
    furniture_text: QColor
    line: QColor
    line_strong: QColor
    accent: QColor
    accent_text: QColor
    focus: QColor
    selection: QColor
    selection_text: QColor
    gutter: QColor
    hover: QColor
    warning: QColor
    danger: QColor
    success: QColor
    badge: QColor

    def palette(self) -> QPalette:
        """Return the palette for the Fusion style."""
        role = QPalette.ColorRole
        palette = QPalette()
        for each, colour in {
            role.Window: self.window,
            role.WindowText: self.text,
            role.Base: self.page,
            role.AlternateBase: self.panel,
            role.Text: self.text,
            role.PlaceholderText: self.muted_text,
            role.Button: self.panel,
            role.ButtonText: self.text,
            role.BrightText: self.danger,
            role.ToolTipBase: self.panel,
            role.ToolTipText: self.text,
            role.Highlight: self.selection,
            role.HighlightedText: self.selection_text,
            role.Accent: self.accent,
            role.Link: self.accent,
            role.LinkVisited: self.muted_text,
            role.Light: self.line,
            role.Midlight: self.line,
            role.Mid: self.line_strong,
            role.Dark: self.line_strong,
            role.Shadow: self.line_strong,
        }.items():
            palette.setColor(each, colour)
        disabled = QPalette.ColorGroup.Disabled
        for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
            palette.setColor(disabled, each, self.disabled_text())
        palette.setColor(disabled, role.Highlight, self.hover)
        return palette

    def disabled_text(self) -> QColor:
        """Return the colour of words and icons that cannot be used just now."""
        return between(self.muted_text, self.window, 0.45)

    def edge(self) -> QColor:
        """Return the edge of what one writes into or ticks: it is told from every ground by 3:1."""
        return between(self.line_strong, self.muted_text, 0.65)

    def chosen(self) -> QColor:
        """Return the ground of a button that is switched on; ``accent`` is written on it."""
        return between(self.window, self.accent, 0.11)


def between(a: QColor, b: QColor, share: float) -> QColor:
    """Return the colour ``share`` of the way from ``a`` to ``b``."""
    parts = zip((a.red(), a.green(), a.blue()), (b.red(), b.green(), b.blue()), strict=True)
    return QColor(*(round(one + (other - one) * share) for one, other in parts))


LIGHT = Theme(
    name="light",
    dark=False,
    window=QColor("#F3F4F6"),
    panel=QColor("#FAFAFB"),
    page=QColor("#FFFFFF"),
    text=QColor("#1C2128"),
    muted_text=QColor("#59626E"),
    furniture_text=QColor("#6A7380"),
    line=QColor("#E2E5E9"),
    line_strong=QColor("#C2C8D0"),
    accent=QColor("#2260C4"),
    accent_text=QColor("#FFFFFF"),
    focus=QColor("#2F74E0"),
    selection=QColor("#C4DAF9"),
    selection_text=QColor("#14181F"),
    gutter=QColor("#F7F8F9"),
    hover=QColor("#E9ECF0"),
    warning=QColor("#8A5300"),
    danger=QColor("#B3261E"),
    success=QColor("#1B6E3C"),
    badge=QColor("#E4E7EC"),
)

DARK = Theme(
    name="dark",
    dark=True,
    window=QColor("#232529"),
    panel=QColor("#282A2F"),
    page=QColor("#1C1D20"),
    text=QColor("#E4E6EA"),
    muted_text=QColor("#A4ABB6"),
    furniture_text=QColor("#8E96A2"),
    line=QColor("#34373D"),
    line_strong=QColor("#4A4E56"),
    accent=QColor("#7FB0FF"),
    accent_text=QColor("#0D1B33"),
    focus=QColor("#6AA3FF"),
    selection=QColor("#2F4A75"),
    selection_text=QColor("#F4F7FC"),
    gutter=QColor("#202225"),
    hover=QColor("#31343A"),
    warning=QColor("#F0B95A"),
    danger=QColor("#FF8F85"),
    success=QColor("#74CF93"),
    badge=QColor("#3A3D44"),
)
