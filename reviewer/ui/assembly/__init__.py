"""What puts a feature together: its views, the desk, its commands and the operations it asks for.

One object a feature, made in ``session.py`` when a project opens. It adds its place or panel to the
desk, connects what the views tell to commands and operations, and offers commands what ``parts.py``
and its neighbours promise. Views stay ignorant of each other because this room is not.

To add a feature: its views, its commands, then one file here. Refused: features in ``window.py``,
``session.py`` or ``views/frame/desk.py``, which would know everything within a month.
"""
