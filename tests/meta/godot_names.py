"""The names of Godot's classes, by the part of it they belong to, of its functions and its enums.

`godot_names.json` is a digest of the `api.json` that lies beside the project with the recordings; a
test holds the two together where it is there. `python -m tests.meta.godot_names` writes it again.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.godot.recorded import whole_set

DIGEST = Path(__file__).with_suffix(".json")


def godot_names() -> dict[str, Any]:
    """The digest: `classes` by scope, `functions` and `enums`."""
    names: dict[str, Any] = json.loads(DIGEST.read_text(encoding="utf-8"))
    return names


def digest() -> dict[str, Any]:
    """The digest, made anew."""
    api = json.loads((whole_set() / "api.json").read_text(encoding="utf-8"))
    constants = api["global"]["constants"].values()
    enums = {constant["enum"].replace(".", "") for constant in constants if constant["enum"]}
    return {
        "classes": {scope: sorted(classes) for scope, classes in api["scopes"].items()},
        "functions": sorted({*api["global"]["functions"], *api["gdscript"]["functions"]}),
        "enums": sorted(enums),
    }


if __name__ == "__main__":
    DIGEST.write_text(json.dumps(digest(), indent=1) + "\n", encoding="utf-8")
