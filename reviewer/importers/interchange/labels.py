"""The numbers of our own passages (``D4·12``), so that those that come back have them again."""

import re

_LABEL = re.compile(r"D([0-9]{1,9})·([0-9]{1,9})")


def order_of(key: object) -> tuple[int, ...]:
    """Return what puts passages in the order of their numbers; what is no number comes first.

    Numbers are given in the order in which passages are taken in, while most files have them in
    the order of the text.
    """
    found = _LABEL.fullmatch(key) if isinstance(key, str) else None
    return tuple(map(int, found.groups())) if found else (0,)
