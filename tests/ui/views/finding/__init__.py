"""Tests of reviewer.ui.views.finding."""
