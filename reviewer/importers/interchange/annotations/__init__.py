"""Annotations of the web (W3C), in the shapes that programs really write."""
