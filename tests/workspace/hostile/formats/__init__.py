"""Looked through for formats, and nothing else."""
