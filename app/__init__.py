"""Point of No Restore: you are the IT provider while a client's server dies."""

__version__ = "0.1.0"

APP_ID = "io.github.norestore.norestore"
"""How desktops and macOS call the program; to be changed when the project gets a home."""
