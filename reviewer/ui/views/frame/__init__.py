"""What stands around the work: the desk, its places and side panels, top row, status, welcome.

``desk.py`` puts the parts of an open project together and holds no feature; ``places.py`` shows one
place at a time, ``sides.py`` one panel beside them. Notices, progress, tour and the line of where
one was lie over or beside every place.
"""
