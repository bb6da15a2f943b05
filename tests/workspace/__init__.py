"""Tests of the open project: its verbs, its history, its jobs."""
