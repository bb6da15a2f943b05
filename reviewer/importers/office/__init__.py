"""Documents of office programs: DOCX, ODT and RTF, paragraph by paragraph, with lists and notes.

A format takes its file apart in modules of its own name; what all of them end in (blocks with
boxes, numbers of lists, letters of symbol fonts) they share.
"""
