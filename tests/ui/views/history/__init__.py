"""Tests of reviewer.ui.views.history."""
