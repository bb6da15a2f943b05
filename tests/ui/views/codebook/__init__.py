"""Tests of reviewer.ui.views.codebook."""
