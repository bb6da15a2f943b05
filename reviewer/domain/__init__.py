r"""What things are, and the rules they obey. Standard library only, and ``regex`` for ``\X``.

No saving, no widgets, no clock, no translation: a value is frozen, a rule is a plain function.
Offsets are code points, always and everywhere (``spans.py``); ``offsets.py`` is the only
translator to other units. Words a person will read are marked with ``N_`` (``words.py``) and
translated where they are shown. Closed lists are written out here, word by word, as ``StrEnum``;
the store repeats them as CHECK constraints and a test compares the two.

To add a noun: a file named like the noun in every other room, with a frozen dataclass and its
rules, and a mirrored test under ``tests/domain``.
"""
