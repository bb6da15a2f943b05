"""Tests of programs that label texts."""
