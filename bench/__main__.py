from __future__ import annotations

import sys

from bench.command_line import main

sys.exit(main())
