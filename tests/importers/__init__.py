"""Tests of the room that turns bytes into domain values."""
