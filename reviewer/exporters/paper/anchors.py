"""What places of a report are called, in whatever it is written."""

import re

_LONGEST = 40  # that a bookmark of a text document may be
_UNFIT = re.compile(r"[^0-9A-Za-z]")


def anchor_of(label: str) -> str:
    """Return the bookmark of a passage or a chapter: letters, digits and ``_`` alone."""
    return f"p_{_UNFIT.sub('_', label)}"[:_LONGEST]
