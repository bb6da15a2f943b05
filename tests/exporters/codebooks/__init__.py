"""Codebooks as files."""
