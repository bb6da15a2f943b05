"""An open project: the one door through which anything changes.

``project.py`` opens and closes it and holds its rooms; ``history.py`` makes every change a step,
and takes steps back; ``operations/`` has the verbs a person would say, one file a noun; ``news.py``
tells whoever listens what a step touched, after it is on disk; ``jobs.py`` is how long work
reports and is stopped. ``taking/`` is how work of other programs becomes ours, ``reporting/`` how a
project is told as a report.

To add a verb: a method in ``operations/`` that checks the rules, opens one step, calls the store,
and returns or raises. Operations never ask, show or translate. Undo comes by itself.

Decided: single-threaded and without Qt. Long work is a plain function that computes in whatever
thread it is run in, and only an operation, on the main thread, writes the result.
"""
