"""PDF: letters on pages, which become lines, columns, paragraphs and headings in reading order.

Pages can be drawn too, with where each letter of the text stands on them; pages that are pictures
are told, and recognised where a person wishes so. Every module works on its own step of the way.
"""
