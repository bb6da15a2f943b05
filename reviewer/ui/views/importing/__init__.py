"""What is looked at before it comes in: the place "Import".

``importing.py`` is the page: ``files.py`` lists what was found, ``file_card.py`` shows one of them
(``first_lines.py`` its words, ``file_fields.py`` what is known of it), ``work_line.py`` says how
far the work is. It shows an ``Import`` (``ui/importing.py``), which does the work. ``work.py`` is
the page for work of another program: it shows a ``TakingWork`` (``ui/taking_work.py``).
"""
