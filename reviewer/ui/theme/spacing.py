"""The one scale of distances and sizes, in device-independent pixels."""

TINY = 4
SMALL = 8
MEDIUM = 12
LARGE = 16
WIDE = 24
HUGE = 32
SCALE = (TINY, SMALL, MEDIUM, LARGE, WIDE, HUGE)

CORNER = 6
"""Radius of buttons, fields and cards."""

ROW = 28
"""Height of a row in lists and tables."""

HEADER = 28
"""Height of a table's header."""

PANE_HEADER = 40
"""Height of the bar over a pane: title, source, date."""

TOP_BAR = 44
"""Height of the row with the places, the search box and Export."""

STATUS_BAR = 26
FIELD = 30
"""Height of a field or a button."""

ICON_SMALL = 16
"""Icons in rows, menus and labels."""

ICON = 20
"""Icons on tool buttons."""

ICON_LARGE = 32
"""Icons of empty places."""

READING_COLUMN = 78
"""Greatest width of the reading column, in average characters of the reading face."""

DOCUMENTS_WIDTH = 260
DETAILS_WIDTH = 300
GUTTER_WIDTH = 112
RULER_WIDTH = 16
