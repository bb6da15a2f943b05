"""Tests of reading projects of other programs."""
