"""Documents with their passages, in the formats they are sent out in."""
