"""What is sent out: golden files, formulas disarmed, exact reading back, streaming."""
