"""Listens to a running Reviewer as a screen reader does, over AT-SPI; prints JSON.

Run by the system's Python, which alone has ``pyatspi``, inside a session bus of its own. It knows
nothing of the program but its name, as a screen reader does.
"""

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

SECONDS = 40


def listen(title: str) -> dict[str, Any]:
    """Wait until the program's text has that title; return what can be read of the window."""
    import pyatspi  # type: ignore[import-not-found]

    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        desktop = pyatspi.Registry.getDesktop(0)
        for program in desktop:
            if program is not None and program.name == "Reviewer":
                found = pyatspi.findDescendant(program, lambda one: is_text(one, title))
                if found is not None:
                    return what_is_read(pyatspi, program, found)
        time.sleep(0.2)
    return {}


def is_text(one: Any, title: str) -> bool:
    """Say whether this is the text of the document with that title."""
    return one is not None and one.getRoleName() == "text" and one.name == title


def what_is_read(pyatspi: Any, program: Any, text: Any) -> dict[str, Any]:
    """Return the words, the place of the caret, and what a screen reader says of every control."""
    words = text.queryText()
    seen = {pyatspi.STATE_FOCUSABLE, pyatspi.STATE_SHOWING}
    controls = [one for one in everything_in(program) if seen <= set(one.getState().getStates())]
    return {
        "text": words.getText(0, -1),
        "caret": words.caretOffset,
        "description": text.description,
        "focusable": [f"{one.getRoleName()}: {one.name}" for one in controls],
    }


def everything_in(one: Any) -> Iterator[Any]:
    """Give all that is in a part of a program; what goes while one looks is passed over."""
    for child in one:
        if child is not None:
            yield child
            yield from everything_in(child)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(listen(sys.argv[1])))
