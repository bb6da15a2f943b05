"""The look: palettes, tag colours, spacing, fonts, icons and the one style sheet.

``themes.py`` names the colours by what they are for; ``tag_colours.py`` has the eight colours a
tag may have; ``spacing.py`` the one scale of distances; ``fonts.py`` the shipped faces and which
script gets which; ``icons.py`` draws the SVGs of ``resources/icons`` in the palette's colours;
``style.py`` puts it all on an application.

To add a colour: a role in ``Theme`` with a value in both themes; the contrast test takes it up.
To add an icon: an SVG in ``resources/icons`` on the 20 px grid, strokes in ``currentColor``.

Decided: Fusion with our own palettes, because a plain X11 session has no colour scheme to follow;
one style sheet and no style class in Python, because every stroke a style paints would pass
through the interpreter; tag colours searched by computer for the greatest difference under the
common kinds of colour blindness, never picked by eye. Refused: hex values anywhere else, icon
fonts, the desktop's own theme, gradients and shadows.
"""
