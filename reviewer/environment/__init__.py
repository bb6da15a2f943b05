"""What surrounds the program: folders, resources, settings, the clock, words and logs. No Qt.

``paths.py`` says where things lie (``REVIEWER_HOME`` overrides all), ``places.py`` what kind of
place that is (a network drive, one that can be written), ``resources.py`` finds the files that
travel with the program, ``settings.py`` declares every setting of a person's once, ``clock.py``
is the only clock, ``translation.py`` turns marked words into a person's language,
``logs.py`` writes what happened without a word from any document, ``display.py`` finds out
whether a window can be shown before Qt is imported.

To add a setting: one ``Setting`` in ``settings.py``, with its bounds when it is a number, and
the command that sets it in ``ui/commands``. There is no dialog of settings yet; the group and label
of each record are what one would be made from.
"""
