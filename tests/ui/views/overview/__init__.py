"""Tests of reviewer.ui.views.overview."""
