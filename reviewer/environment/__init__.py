"""What surrounds the program: folders, resources, settings, words, logs. No Qt, no documents.

``resources.py`` is the one finder of files that travel with the program; a wheel and a checkout
keep them in different places and both are tested.
"""
