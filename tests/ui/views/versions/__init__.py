"""Tests of reviewer.ui.views.versions."""
