"""Tables as files, beside golden ones."""
