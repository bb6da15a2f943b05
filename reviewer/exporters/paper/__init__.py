"""A report as paragraphs, runs and tables, whatever they are written in.

``report.py``, ``accounts.py``, ``questions.py`` and ``sources.py`` say what follows what, in styles
by name; a ``Pen`` (``pen.py``) writes it down: as a text document (``docx``), or as pages to be
printed (``pages.py``). So both always say the same.
"""
