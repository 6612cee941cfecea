"""Tools for tests: headless trees stepped by hand, and expected errors.

With the package installed, pytest has the fixtures `tree` and `make_tree`, and fails each test
during which the engine or a script reported an error that was not expected.
"""

from engine.testing.headless import HeadlessTree as HeadlessTree
from engine.testing.headless import run_until as run_until
from engine.testing.messages import UnexpectedError as UnexpectedError
from engine.testing.messages import collect_messages as collect_messages
from engine.testing.messages import expect_error as expect_error
