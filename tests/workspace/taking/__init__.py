"""What becomes of lines that come in."""
