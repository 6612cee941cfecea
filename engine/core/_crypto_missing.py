"""Said where keys are needed and the package that knows them is not installed."""

from __future__ import annotations


class MissingCryptographyError(ImportError):
    """The package `cryptography` is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Keys need the package cryptography: pip install 'scenetick[tls]' (a wss:// client "
            "with the system's certificates does without)"
        )
