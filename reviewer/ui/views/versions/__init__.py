"""Passages that moved with a newer version, walked through; and older versions, to be read."""
