"""Tests of projects of the REFI-QDA standard."""
