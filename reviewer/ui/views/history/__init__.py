"""The panels of what happened: the history of changes, and the journal."""
