"""The reading pane: the text, its passages, the gutter beside it and the ruler along it.

``reader.py`` is the one door: ``Reader`` shows a text and answers in code points. Behind it, from
plain values to pixels:

- the text: ``segments.py`` (one Qt block each), ``heights.py`` (where it is on the page),
  ``loading.py`` (into Qt's document), ``places.py`` (code points to Qt's positions and back);
- passages: ``marks.py`` (found by place), ``lanes.py`` (which underline each gets);
- furniture: ``furniture.py`` (what is dimmed, what folds);
- setting: ``scripts.py`` and ``look.py`` (directions, faces, distances), ``typesetting.py`` (a
  paragraph into lines), ``lines.py`` (where on a line a stretch stands), ``layout.py`` (the page);
- painting: ``scene.py`` (what is raised, chosen, lit), ``strokes.py`` (tints and bars of a segment,
  kept), ``inks.py`` (colours and pens), ``painting.py`` (all of it, in order);
- the person: ``selection.py`` (words, sentences, what a tag key takes), ``pointing.py`` (mouse),
  ``raising.py`` (the stack at the caret), ``scrolling.py`` (nothing jumps), ``walking.py`` (going
  on by keys), ``handles.py`` and ``grips.py`` (the edges of the raised passage, dragged);
- hits of a search: ``hits.py`` (found by place), ``hit_painting.py`` (framed, and in the ruler);
- widgets: ``surface.py`` (a ``QTextEdit``, tamed), ``view.py`` (a text on it), ``brackets.py``,
  ``labels.py`` and ``gutter.py``, ``ruler.py`` (the overview, and the scroll bar).

UTF-16 is known here and nowhere else: as (segment, column), through ``domain/offsets.py``.

To add something that is drawn: a value in ``Scene``, a method in ``painting.py``. To add something
that is asked: a method of ``Reader`` in code points.

Decided: the Python ``str`` is the truth and the Qt document a display of it; ``toPlainText`` is
never asked. A passage never enters the document: adding one is an index update and a repaint.
Refused: ``setExtraSelections`` (slow, and it crashes), character formats (they hide overlaps), a
widget of our own (a screen reader could not read it), Qt's own layout (a second and 250 MB for the
end of a long text).
"""
