"""Tests of documents of office programs."""
