"""Text documents: the file, its words and their directions."""
