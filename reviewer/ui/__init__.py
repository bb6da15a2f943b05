"""What a person sees and presses. PySide6 lives here and in ``app``, nowhere else.

``window.py`` assembles, ``bridge.py`` turns the workspace's news into one signal, ``prompts.py``
asks; ``commands`` are records, ``models`` mirror, ``delegates`` and ``views`` paint, ``text`` is
the reading pane, ``dialogs`` are rare, ``theme`` is the look. ``assembly`` puts each feature
together from these, so that the window stays small; ``asking`` is what has to be asked first, by
noun.

Every override of a Qt virtual carries ``@override`` and ``@guard`` (``guard.py``): an exception
that leaves an override can end the process, and what ends the process can lose the reader's
place. Colours come from the palette or from ``theme``; hex values stand in ``theme`` alone.
A widget never changes data: it runs a command, the command calls one operation.

To add a view: its model in ``models``, its widget in ``views``, its verbs in ``commands``, all
named like the noun. Refused: a second signal bus, panes that call each other, ``processEvents``.
"""
