"""Tests of what surrounds the program: folders, settings, logs."""
