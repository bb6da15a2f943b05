"""Tests of reviewer.ui.assembly."""
