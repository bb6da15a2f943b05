"""The place "Read": panes side by side, what stands at their edges, and the verbs over them.

The text itself is painted in ``ui/text``. Panes do not know each other; ``panes.py`` does, and what
is drawn between two of them (``link_strip.py``) is told where both ends are.
"""
