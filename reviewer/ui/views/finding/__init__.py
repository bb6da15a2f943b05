"""What finds: the bar in a document, the place "Search", the palette, and panels of likely places.

``walked_list.py`` is what panels have in common that are gone through by keys while another pane
shows each place.
"""
