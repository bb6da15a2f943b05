"""Pages of the web: HTML, pages saved whole (MHTML), books made of pages (EPUB).

What every reader of markup needs stands here too (``markup….py``): blocks and tables become lines,
furniture is told from the main text, and what a page says about itself is read. Nothing a page
names is ever loaded, and no script in it is run.
"""
