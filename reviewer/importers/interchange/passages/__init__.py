"""Tables and lines of passages alone, whose documents are held already."""
