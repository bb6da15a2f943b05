"""Tables of which each row is a document: CSV, workbooks, JSON Lines."""
