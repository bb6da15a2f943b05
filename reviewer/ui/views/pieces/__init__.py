"""Small widgets that several places are made of, and that know nothing of what they show."""
