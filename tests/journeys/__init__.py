"""Whole ways through the program: a real window, a real process, a real file."""
