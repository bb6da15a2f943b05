"""The project file: the only SQL in the program.

One SQLite file, ``name.review``, holds everything. ``project_file.py`` opens and closes it
(write-ahead log while open, one file when closed), ``connection.py`` runs statements and turns
SQLite's faults into sentences, ``lock.py`` lets one window write, ``migrations/`` make the tables,
``journal.py`` makes the triggers that record every change, ``steps.py`` keeps them. The other files
are named like the noun they keep.

To add a noun: a migration that makes its table; its name in ``JOURNALED`` or ``UNJOURNALED``
(``journal.py``); a file with the noun's name, whose class takes a ``Connection`` and has plain
methods that take and return domain values.

One file is about no project: ``other_programs.py`` reads tables of another program's database.

Decided:

- Nothing but SQLite touches the file once it is open: closing any other descriptor of it drops
  this process's POSIX locks, and a second process then truncates the log (measured: 1 of 101 rows
  was left). Kind and version are sniffed before opening; copies are made by ``VACUUM INTO``.
- Hot paths are plain ``execute``; ``sqlite_utils`` serves migrations and introspection, imported
  when they run, because it costs 110 ms at start.
- Texts, originals and metadata are write-once and refuse updates by trigger. They stay when an
  import is undone, so that redo finds them; lists and search only see what a document points at.
"""
