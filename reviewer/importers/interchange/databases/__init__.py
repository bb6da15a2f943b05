"""Projects that programs keep in a database of their own: QualCoder and Taguette."""
