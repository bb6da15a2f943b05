"""What stands in tables, and what their columns mean."""
