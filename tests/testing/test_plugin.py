"""The plugin, in runs of pytest of its own."""

from __future__ import annotations

import textwrap
from importlib.metadata import entry_points

import pytest

from engine.core.engine_singleton import Engine

pytest_plugins = ("pytester",)

HEAD = """
import pytest
from engine import Engine, Node, Object, Signal, push_error, push_warning
from engine.testing import HeadlessTree, expect_error, run_until
"""


def run(pytester: pytest.Pytester, tests: str, *arguments: str) -> pytest.RunResult:
    """Runs a file of tests, in this process, with warnings as errors."""
    pytester.makepyfile(HEAD + textwrap.dedent(tests))
    return pytester.runpytest(
        "-W", "error", "-p", "no:cacheprovider", "--strict-markers", *arguments
    )


def test_it_comes_with_the_package() -> None:
    (found,) = entry_points(group="pytest11", name="scenetick")
    assert found.value == "engine.testing.plugin"


# Trees --------------------------------------------------------------------------------------------


def test_a_test_has_a_tree_and_may_have_more(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        def test_one(tree):
            node = tree.add(Node())
            tree.tick(3)
            assert tree.get_frame() == 3 and node.get_tree() is tree
            assert Engine.get_main_loop() is tree

        def test_more(make_tree, tree):
            other = make_tree()
            assert other is not tree
            first, second = tree.add(Node()), other.add(Node())
            assert first.get_tree() is tree and second.get_tree() is other
            run_until(lambda: other.get_frame() == 2, tree, other)
            assert tree.get_frame() == 2

        def test_none():
            assert not isinstance(Engine.get_main_loop(), HeadlessTree)
        """,
    )
    result.assert_outcomes(passed=3)


def test_trees_end_with_their_test_last_first(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        log = []

        class Mortal(Node):
            def __init__(self, mark):
                super().__init__()
                self.mark = mark

            def _exit_tree(self):
                log.append("exit " + self.mark)

            def _notification(self, what):
                if what == Object.NOTIFICATION_PREDELETE:
                    log.append("predelete " + self.mark)

        def test_life(make_tree):
            for mark in "ab":
                make_tree().add(Mortal(mark))
            assert log == []

        def test_death():
            assert log == ["exit b", "predelete b", "exit a", "predelete a"]
        """,
    )
    result.assert_outcomes(passed=2)


def test_settings_of_the_engine_are_restored(pytester: pytest.Pytester) -> None:
    assert Engine.time_scale == 1.0
    result = run(
        pytester,
        """
        def test_changes(tree):
            Engine.time_scale = 0.5
            Engine.physics_ticks_per_second = 30
            Engine.max_fps = 10
            Engine.print_to_stdout = False
            assert False

        def test_sees_none_of_it():
            assert Engine.time_scale == 1.0
            assert (Engine.physics_ticks_per_second, Engine.max_fps) == (60, 0)
            assert Engine.print_to_stdout
        """,
    )
    result.assert_outcomes(failed=1, passed=1)


def test_async_callbacks_run(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        class Late(Node):
            done = Signal(str)

            async def _ready(self):
                await self.get_tree().create_timer(1).timeout
                self.done.emit("late")

            async def twice(self, x):
                await self.get_tree().process_frame
                return 2 * x

        def test_ready(tree):
            assert tree.run_until(tree.add(Late()).done) == "late"
            assert tree.get_frame() == 60

        def test_method(tree):
            assert tree.run_until(tree.add(Late()).twice(4)) == 8

        def test_own(tree):
            late = tree.add(Late())
            async def story():
                return [await late.twice(1), await late.done]
            assert tree.run_until(story()) == [2, "late"]

        def test_never(tree):
            late = tree.add(Late())
            with pytest.raises(TimeoutError):
                tree.run_until(late.done, timeout=0.5)
        """,
    )
    result.assert_outcomes(passed=4)


# Errors -------------------------------------------------------------------------------------------


def test_an_error_fails_the_test(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        def test_own():
            push_error("the bridge is out")

        def test_engines(tree):
            tree.root.get_node("Nobody")
        """,
    )
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(
        [
            "*1 unexpected error(s):",
            "*ERROR: the bridge is out",
            "*at: test_own (*test_an_error_fails_the_test.py:*)",
            "*ERROR: Node not found: *",
        ]
    )


def test_expected_errors_and_warnings_fail_nothing(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        def test_expected(tree):
            with expect_error("Node not found", count=1):
                tree.root.get_node("Nobody")

        def test_warning():
            push_warning("careful")
        """,
    )
    result.assert_outcomes(passed=2)


def test_what_was_expected_has_to_come(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        def test_too_few():
            with expect_error("no", count=2):
                push_error("no")

        def test_none():
            with expect_error("no"):
                push_warning("yes")

        def test_another():
            with expect_error("no"):
                push_error("no")
                push_error("yes")
        """,
    )
    result.assert_outcomes(failed=3)
    result.stdout.fnmatch_lines(
        ["*1 errors with 'no' were reported, not 2", "*no error with 'no' *", "*ERROR: yes"]
    )


def test_a_scripts_exception_fails_the_test_with_its_traceback(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        class Clumsy(Node):
            def _process(self, delta):
                self.stumble({})

            def stumble(self, stones):
                return stones["missing stone"]

        def test_it_goes_on(tree):
            tree.add(Clumsy())
            other = tree.add(Node())
            tree.tick(2)
            assert other.is_inside_tree()
        """,
    )
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "*2 unexpected error(s):",
            "*SCRIPT ERROR: KeyError: 'missing stone'",
            "*in _process",
            "*self.stumble({})",
            "*in stumble",
            '*return stones["missing stone"*',
        ]
    )
    assert "in pytest_runtest_call" not in result.stdout.str()


def test_a_coroutines_exception_fails_the_test_or_is_raised(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        class Late(Node):
            async def fail(self):
                await self.get_tree().process_frame
                raise ValueError("too late")

        def test_nobody_waits(tree):
            tree.add(Late()).fail()
            tree.tick(2)

        def test_somebody_waits(tree):
            with pytest.raises(ValueError, match="too late"):
                tree.run_until(tree.add(Late()).fail())
        """,
    )
    result.assert_outcomes(failed=1, passed=1)
    result.stdout.fnmatch_lines(["*SCRIPT ERROR: ValueError: too late"])


def test_a_marked_test_may_report_what_it_likes(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        @pytest.mark.allow_errors
        def test_noise(capsys):
            push_error("on purpose")
            assert "on purpose" in capsys.readouterr().err

        def test_unmarked():
            push_error("by accident")
        """,
    )
    result.assert_outcomes(passed=1, failed=1)


def test_a_failure_of_its_own_comes_first(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        def test_both():
            push_error("a consequence")
            assert 1 == 2

        def test_skips():
            push_error("whatever")
            pytest.skip("not today")

        @pytest.mark.xfail(strict=True)
        def test_known():
            push_error("known")
        """,
    )
    result.assert_outcomes(failed=1, skipped=1, xfailed=1)
    result.stdout.fnmatch_lines(["*assert 1 == 2", "*ERROR: a consequence"])
    assert "unexpected error" not in result.stdout.str()


# Fixtures -----------------------------------------------------------------------------------------


def test_errors_of_fixtures_fail_the_test_that_uses_them(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        @pytest.fixture
        def noisy():
            push_error("at set-up")

        @pytest.fixture
        def noisy_end():
            yield
            push_error("at the end")

        @pytest.fixture
        def broken():
            push_error("before it broke")
            raise LookupError("broken")

        def test_before(noisy): pass
        def test_after(noisy_end): pass
        def test_broken(broken): pass
        def test_other(): pass
        """,
    )
    result.assert_outcomes(failed=1, passed=2, errors=2)
    result.stdout.fnmatch_lines_random(
        ["*ERROR at teardown of test_after*", "*ERROR at setup of test_broken*", "*LookupError*"]
    )
    shown = result.stdout.str()
    told = [line for line in shown.splitlines() if line.startswith("E  ")]
    assert sum("unexpected error(s)" in line for line in told) == 2
    assert "ERROR at teardown of test_broken" not in shown


def test_a_fixtures_expected_errors_fail_nothing(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        @pytest.fixture
        def careful():
            with expect_error("before"):
                push_error("before")
            yield
            with expect_error("after"):
                push_error("after")

        def test_nothing(careful): pass
        """,
    )
    result.assert_outcomes(passed=1)


def test_a_script_that_fails_when_its_tree_ends_is_told(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        class Sore(Node):
            def _exit_tree(self):
                raise ValueError("no goodbye")

        def test_sore(tree):
            tree.add(Sore())

        @pytest.mark.allow_errors
        def test_allowed(tree):
            tree.add(Sore())
        """,
    )
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*SCRIPT ERROR: ValueError: no goodbye"])


def test_errors_of_one_test_are_not_those_of_the_next(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        @pytest.mark.parametrize("bad", [True, False, True, False])
        def test_each(bad, tree):
            if bad:
                push_error("bad")
        """,
    )
    result.assert_outcomes(passed=2, failed=2)


def test_without_the_plugin_there_is_no_tree(pytester: pytest.Pytester) -> None:
    result = run(pytester, "def test_one(tree): pass", "-p", "no:scenetick")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*fixture 'tree' not found*"])


def test_a_tree_left_over_does_not_get_in_the_way(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        from engine import SceneTree

        left_over = SceneTree()

        def test_own_tree_is_the_main_loop(tree):
            assert Engine.get_main_loop() is tree

        def test_the_other_is_there_again():
            assert Engine.get_main_loop() is not None
            left_over.finalize()
        """,
    )
    result.assert_outcomes(passed=2)
