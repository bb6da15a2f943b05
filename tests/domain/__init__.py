"""What the domain promises, on plain values."""
