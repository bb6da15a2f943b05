"""Views: the panels, pages and tables a person works in.

A view shows what its model or the workspace says, follows ``bridge.changed``, and emits what the
person wants (``open_here``, ``describe_wanted``); it never changes data and never opens a dialog.
The window connects those signals to commands. What a view may offer to commands is written down
as a protocol in ``desk.py``.

A folder a place or panel, because a hundred files in one room cannot be found in: ``frame`` (what
stands around every place), ``reading``, ``details``, ``documents``, ``passages``, ``codebook``,
``finding``, ``events``, ``overview``, ``history``; and ``pieces``, of which several are made.

To add a view: a file named like the noun, in the folder of its place; every control has an
accessible name and is reached by Tab; words from documents are plain text, isolated
(``wording.isolated``), escaped in tips; an empty place says what to do next. What is filtered away
is said. Look at it in both themes, narrow and wide, at 200 %.

Decided: the document list is one table view in two forms, two-line rows where it is narrow and
columns where it is wide, so that selection, place and keys are the same. Refused: views that know
each other, drops on anything but the window and the panes, lists that hold their own copy of the
data.
"""
