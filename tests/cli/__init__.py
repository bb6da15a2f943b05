"""The command line: the real program in a real process, and the same calls in this one."""
