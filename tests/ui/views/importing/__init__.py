"""Tests of reviewer.ui.views.importing."""
