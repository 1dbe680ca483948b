"""Point of No Restore: you are the IT provider while a client's server dies."""

__version__ = "0.1.0"
