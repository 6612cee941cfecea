"""What was written behind `--` on the command line: `--name value` pairs and `--switches`."""

from engine import OS


def user_options(**defaults: str | int | bool) -> dict[str, str | int | bool]:
    """The options by name, each of its default's kind; names with `_` are written with `-`."""
    options = dict(defaults)
    words = list(OS.get_cmdline_user_args())
    while words:
        word = words.pop(0)
        name = word.removeprefix("--").replace("-", "_")
        if not word.startswith("--") or name not in options:
            raise SystemExit(f"What is {word!r}? There are: {', '.join(map(spelled, defaults))}")
        if options[name] is False:
            options[name] = True
        elif words:
            options[name] = type(defaults[name])(words.pop(0))
        else:
            raise SystemExit(f"{word} needs a value.")
    return options


def spelled(name: str) -> str:
    """An option as it is written."""
    return "--" + name.replace("_", "-")
