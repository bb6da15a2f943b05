"""What stands behind pages that were printed."""
