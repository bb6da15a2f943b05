"""What pages have that Qt does not write: an outline, a language, how a reader shows them.

``update.py`` puts objects behind a PDF that Qt has written, ``about.py`` says which. Decided
against a library for it: a page of code does what is needed, and nothing of a PDF of ours has to be
read but its end. Not there: tags that say what is a heading and what a table (tagged PDF), which
only whoever paints the pages can set.
"""
