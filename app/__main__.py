"""``python -m app``: the command line, which opens the window when given nothing else."""

import sys

from app.cli import main

if __name__ == "__main__":
    sys.exit(main())
