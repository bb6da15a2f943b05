"""Reviewer: who alleges what, who denies it, and how many were harmed.

The floor plan. Look down, never up; neighbours on one line do not see each other::

    app                                            puts the rooms together
    ui            |  cli                           Qt lives in ui and app, nowhere else
    workspace                                      the one door through which anything changes
    store | importers | exporters | suggesters     SQL lives in store, nowhere else
    domain        |  environment                   what things are; paths, settings, words, logs

Three sentences hold it: Qt only in ``ui`` and ``app``. SQL only in ``store``. Every change goes
through ``workspace``. The import contracts in ``pyproject.toml`` check them. A room is made with
its first file, and every room's docstring says what lives there and how to add to it. The same
noun has the same file name in every room: ``passages.py``, ``documents.py``, ``tags.py``.
"""

__version__ = "0.1.0"
