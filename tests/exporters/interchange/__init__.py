"""Tests of writing projects for other programs."""
