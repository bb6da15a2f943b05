"""Tests of annotations of the web."""
