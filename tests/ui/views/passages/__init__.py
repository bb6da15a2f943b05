"""Tests of reviewer.ui.views.passages."""
