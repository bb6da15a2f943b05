"""The window's parts, offscreen: real widgets, no mocks of our own rooms."""
