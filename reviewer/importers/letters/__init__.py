"""Mail: EML and Outlook's MSG, with headers, bodies and what was attached to them."""
