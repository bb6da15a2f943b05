"""Tests of pages of the web."""
