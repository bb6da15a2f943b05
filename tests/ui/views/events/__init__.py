"""Tests of reviewer.ui.views.events."""
