"""Makes the download: one folder with the program, Python, and Qt, and what belongs beside it."""
