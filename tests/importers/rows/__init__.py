"""Tests of tables of which each row is a document."""
