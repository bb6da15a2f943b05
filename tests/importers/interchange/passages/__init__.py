"""Tests of tables and lines of passages."""
