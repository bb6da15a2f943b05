"""Tests of reviewer.ui.views.pieces."""
