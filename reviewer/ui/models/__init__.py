"""Models: what lists and tables show, mirrored from the open project.

A model owns nothing. It keeps the ids in order, in memory, and reads rows by the page when they
are shown (``pages.py``); the order and the choice are made in SQL by the workspace's ``ids``. It
listens to ``bridge.changed`` and does the least that is right: rows touched are read again, ids
are asked for again when rows came, went or may stand elsewhere now, and what was chosen and the
place scrolled to are kept by id.

To add a model: a file named like the noun; raw values under ``RAW_ROLE``, words under the display
role, and a test that runs under ``QAbstractItemModelTester``. ``data`` is asked some 1,200 times a
page: return at once for roles that are not served.

Refused: proxy models (sorting 100,000 rows through one took 23 seconds), all rows in memory (five
times the room), ``canFetchMore`` (the End key and the scroll bar are wrong until all is fetched).
"""

from PySide6.QtCore import Qt

RAW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The value as it is compared: a number, a date as EDTF, a status; the words are for reading."""

ROW_ROLE = Qt.ItemDataRole.UserRole + 2
"""The whole row, for delegates that paint more than one cell's words."""

ID_ROLE = Qt.ItemDataRole.UserRole + 3
"""The id of what the row shows."""

ONLY_READ_ROLE = Qt.ItemDataRole.UserRole + 4
"""Whether a cell shows what only a rule read, and nobody confirmed."""
