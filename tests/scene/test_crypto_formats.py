"""Keys and certificates as files of resources."""

from __future__ import annotations

from pathlib import Path

from engine.core.crypto_key import CryptoKey
from engine.core.resource import Resource
from engine.core.x509_certificate import X509Certificate
from engine.scene._crypto_formats import FORMATS
from tests.godot.recorded import VENDORED

KEYS = VENDORED / "net" / "crypto_keys.d"


def test_they_go_out_and_come_back(tmp_path: Path) -> None:
    keys, certificates = FORMATS
    key, certificate = CryptoKey(), X509Certificate()
    key.load(str(KEYS / "key.pem"))
    certificate.load(str(KEYS / "cert.pem"))
    for form, resource, ending in [
        (keys, key, "key"),
        (keys, key, "pub"),
        (certificates, certificate, "crt"),
    ]:
        path = tmp_path / f"file.{ending}"
        assert ending in form.saved_extensions(resource)
        path.write_text(form.saved(resource, str(path), 0), "utf-8")
        assert form.recognizes(str(path), resource.get_class())
        again = form.load(str(path), 0)
        assert again.save_to_string(*[True] * (ending == "pub")) == path.read_text("utf-8")
    assert keys.saved_extensions(Resource()) == certificates.saved_extensions(key) == ()


def test_a_public_key_has_but_one_kind_of_file() -> None:
    assert FORMATS[0].saved_extensions(CryptoKey()) == ("pub",)
