"""A play in progress: choose, undo, save, replay, and what a screen may show of it."""
