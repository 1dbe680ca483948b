"""Hosting a workshop: the set-up page, the cockpit, and the projector's window."""
