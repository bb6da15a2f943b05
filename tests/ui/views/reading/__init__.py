"""Tests of reviewer.ui.views.reading."""
