"""The reading pane: the text, its passages, the gutter beside it and the ruler along it.

``reader.py`` is the one door: ``Reader`` shows a text and answers in code points. Behind it, from
plain values to pixels: ``segments.py`` (text into Qt blocks), ``heights.py`` (where a block is on
the page), ``marks.py`` and ``lanes.py`` (passages by place, and which underline each gets),
``furniture.py`` (what is dimmed and folded), ``scripts.py`` and ``look.py`` (directions, faces,
distances), ``layout.py`` (lays out what is looked at), ``lines.py`` (where on a line a stretch
stands), ``strokes.py`` (tints and bars of a segment, kept), ``scene.py`` (what is raised, chosen,
flashed), ``painting.py`` and ``inks.py`` (the page), ``scrolling.py`` (nothing jumps), ``view.py``
(the ``QTextEdit``), ``selection.py`` (words, sentences, what a tag key takes), ``gutter.py``,
``labels.py`` and ``ruler.py``.

UTF-16 is known here and nowhere else: as (segment, column), through ``domain/offsets.py``.

To add something that is drawn: a value in ``Scene``, a method in ``painting.py``. To add something
that is asked: a method of ``Reader`` in code points.

Decided: the Python ``str`` is the truth and the Qt document a display of it; ``toPlainText`` is
never asked. A passage never enters the document: adding one is an index update and a repaint.
Refused: ``setExtraSelections`` (slow, and it crashes), character formats (they hide overlaps), a
widget of our own (a screen reader could not read it), Qt's own layout (a second and 250 MB for the
end of a long text).
"""
