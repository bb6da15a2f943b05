"""Reports to read, in every format."""
