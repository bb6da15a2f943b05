"""The look: contrast, fonts, icons and the style sheet."""
