"""New uids: what a row is called in every project it may ever come to."""

import os
from uuid import UUID

_BYTES = 16


def new_uids(count: int) -> list[str]:
    """Return so many new uids (UUID4).

    The chance for all of them is asked for at once: each question gives way to other threads, and
    while files are being read, waiting for one's turn again costs more than the answer.
    """
    chance = os.urandom(_BYTES * count)
    return [
        str(UUID(bytes=chance[start : start + _BYTES], version=4))
        for start in range(0, len(chance), _BYTES)
    ]
