"""The panel "Details": one passage with its record, notes, badges and links, and its document.

``details.py`` is the panel; what stands in it about the chosen passage is a ``Section``. Fields are
written in place (``in_place.py``) and tell what was written; saving is a command or an operation.
"""
