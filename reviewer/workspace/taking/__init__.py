"""What becomes of lines that come in: names found, places found, passages and all else made.

Nothing here opens a step: that is for ``operations``, which say when, and on which terms.
"""
