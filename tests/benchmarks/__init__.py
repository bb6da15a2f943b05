"""How fast the program is, beside a floor: ``python -m tests.benchmarks [NAME...] [--quick]``.

Each figure is one line: what was done, the median of five, the same work with nothing around it
(the floor) as measured in the same run, the ratio of the two, the goal, and whether it is met.
Where a goal is about the slow ones, the 95th percentile is given and judged. Nothing here fails a
test: a clock says what it says, and a missed goal is printed as ``no``.

``corpus.py`` makes the documents from a seed; ``measures.py`` has figures, goals and rounds;
``floors.py`` is the work with nothing around it: plain ``sqlite3``, plain file reading, a bare
``QTextEdit``, a bare window, ``csv.writer``; ``driving.py`` opens the real window and waits for its
paint. The other files are the groups, one a file: ``figures(bench)`` yields each figure as soon as
it is known. To add a group, write such a file and name it in ``GROUPS``.

Decided: floor and program take turns within one process, because a shared machine's figures move
by a factor of two between two runs and the ratio does not. Every group runs in a process of its
own, so that a fault in one is one line and memory is its own. Qt paints offscreen: times on a real
screen differ, their order does not. Refused: assertions on times (they fail on a busy day and
prove nothing on a quiet one), and warm-up rounds (the first one counts, the median bears it); the
one exception is the very first start, which compiles the program.
"""

GROUPS = (
    "start",
    "importing",
    "tagging",
    "opening",
    "views",
    "lists",
    "palette",
    "searching",
    "finding",
    "comparing",
    "echoes",
    "exporting",
    "streaming",
    "interchange",
    "memory",
    "sizes",
)
