"""`python -m engine`: runs a script."""

import sys

from engine.main.command_line import main

if __name__ == "__main__":
    sys.exit(main())
