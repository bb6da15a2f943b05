"""Text documents (DOCX), written by hand, piece by piece, into their ZIP.

``package.py`` is the file and its fixed parts, ``looks.py`` its styles and letters, ``words.py``
paragraphs and runs, ``comments.py`` what stands in the margin. Formats are modules beside this
folder (``report_docx.py``, ``annotated_docx.py``).

Decided: by hand, because a library that holds the whole document takes minutes and gigabytes for a
hundred thousand passages. Looks are styles, so that a person changes one in one place; only what
belongs to the words themselves (which way they run, their language) stands with them. Nothing is
linked or loaded from elsewhere, and there are no macros, no fields but the page number.
"""
