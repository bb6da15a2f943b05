"""Tests of reviewer.ui.views.documents."""
