"""Tests of the commands: what a person runs, on a window with an open project."""
