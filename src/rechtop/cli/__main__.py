"""`python -m rechtop.cli`."""

import sys

from rechtop.cli.main import main

sys.exit(main())
