"""`Crypto`, `CryptoKey`, `X509Certificate` and `HMACContext`, with values that real Godot gave."""

from __future__ import annotations

import hashlib
import ssl
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from engine.core import output
from engine.core.crypto import Crypto
from engine.core.crypto_key import CryptoKey
from engine.core.error import (
    ERR_FILE_ALREADY_IN_USE,
    ERR_INVALID_DATA,
    ERR_INVALID_PARAMETER,
    FAILED,
    OK,
)
from engine.core.hashing_context import HashingContext
from engine.core.hmac_context import HMACContext
from engine.core.x509_certificate import X509Certificate
from tests.godot.recorded import VENDORED

KEY = str(VENDORED / "net" / "crypto_keys.d" / "key.pem")
CERTIFICATE = str(VENDORED / "net" / "crypto_keys.d" / "cert.pem")
SHA1, SHA256, MD5 = HashingContext.HASH_SHA1, HashingContext.HASH_SHA256, HashingContext.HASH_MD5


@pytest.fixture
def errors() -> Iterator[list[str]]:
    texts: list[str] = []
    with output.handler(lambda message: texts.append(message.text)):
        yield texts


@cache
def rsa() -> CryptoKey:
    key = CryptoKey()
    assert key.load(KEY) is OK
    return key


@cache
def public() -> CryptoKey:
    key = CryptoKey()
    assert key.load_from_string(rsa().save_to_string(True), True) is OK
    return key


def curve_pem(form: serialization.PrivateFormat) -> str:
    return (
        ec.generate_private_key(ec.SECP256R1())
        .private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
        .decode()
    )


# Keys --------------------------------------------------------------------------------------------


def test_an_empty_key(errors: list[str]) -> None:
    key = CryptoKey()
    assert key.is_public_only()
    assert key.save_to_string() == ""
    assert errors == ["Error saving key '-14720'."]


def test_a_key_goes_in_and_out(tmp_path: Path, errors: list[str]) -> None:
    key = rsa()
    assert not key.is_public_only()
    assert key.save_to_string() == Path(KEY).read_text("utf-8")
    assert len(key.save_to_string(True)) == 451
    assert key.save(str(tmp_path / "k.key")) is OK
    assert key.save(str(tmp_path / "k.pub"), True) is OK
    again = CryptoKey()
    assert again.load(str(tmp_path / "k.key")) is OK
    assert again.save_to_string() == key.save_to_string()
    assert again.load(str(tmp_path / "k.pub"), True) is OK
    assert again.is_public_only()
    assert again.save_to_string() == ""
    assert again.save_to_string(True) == key.save_to_string(True)
    assert key.save(str(tmp_path / "no" / "k.key")) is ERR_INVALID_PARAMETER
    assert CryptoKey().load(str(tmp_path / "none.key")) is ERR_INVALID_PARAMETER


@pytest.mark.parametrize("text", ["rubbish", "", "-----BEGIN RSA PRIVATE KEY-----\nx\n"])
@pytest.mark.parametrize("public_only", [False, True])
def test_what_is_no_key(text: str, public_only: bool, errors: list[str]) -> None:
    key = CryptoKey()
    assert key.load_from_string(text, public_only) is FAILED
    assert key.save_to_string(public_only) == ""
    assert errors[0].startswith("Error parsing key '-")


def test_public_is_not_private(errors: list[str]) -> None:
    assert CryptoKey().load_from_string(rsa().save_to_string(), True) is FAILED
    assert CryptoKey().load_from_string(rsa().save_to_string(True)) is FAILED


def test_a_key_with_a_password_is_refused(errors: list[str]) -> None:
    locked = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.BestAvailableEncryption(b"x"),
    )
    assert CryptoKey().load_from_string(locked.decode()) is FAILED
    assert errors == ["Error parsing key '-15360'."]


@pytest.mark.parametrize(
    "form", [serialization.PrivateFormat.TraditionalOpenSSL, serialization.PrivateFormat.PKCS8]
)
def test_keys_on_curves(form: serialization.PrivateFormat, errors: list[str]) -> None:
    key, crypto, digest = CryptoKey(), Crypto(), hashlib.sha256(b"m").digest()
    assert key.load_from_string(curve_pem(form)) is OK
    assert key.save_to_string().startswith("-----BEGIN EC PRIVATE KEY-----\n")
    assert crypto.verify(SHA256, digest, crypto.sign(SHA256, digest, key), key)
    assert crypto.encrypt(key, b"x") == b"" == crypto.decrypt(key, b"x")
    assert crypto.generate_self_signed_certificate(key) is not None


@pytest.mark.parametrize("size", [-1, 0, 512, 1000, 1023, 1025])
def test_sizes_that_no_key_has(size: int, errors: list[str]) -> None:
    assert Crypto().generate_rsa(size) is None
    assert len(errors) == 1


# Certificates ------------------------------------------------------------------------------------


def test_a_certificate_goes_in_and_out(tmp_path: Path, errors: list[str]) -> None:
    certificate = X509Certificate()
    assert certificate.save_to_string().splitlines() == [
        "-----BEGIN CERTIFICATE-----",
        "-----END CERTIFICATE-----",
    ]
    assert certificate.load(CERTIFICATE) is OK
    text = certificate.save_to_string()
    assert text == Path(CERTIFICATE).read_text("utf-8")
    assert certificate.load_from_string(text) is OK
    assert certificate.save_to_string().count("BEGIN") == 2
    assert certificate.save(str(tmp_path / "two.crt")) is OK
    again = X509Certificate()
    assert again.load(str(tmp_path / "two.crt")) is OK
    assert again.save_to_string() == certificate.save_to_string()
    assert certificate.save(str(tmp_path / "no" / "c.crt")) is ERR_INVALID_PARAMETER
    assert again.load(str(tmp_path / "none.crt")) is ERR_INVALID_PARAMETER


def test_certificates_among_other_things(errors: list[str]) -> None:
    text, key = Path(CERTIFICATE).read_text("utf-8"), Path(KEY).read_text("utf-8")
    broken = text.replace("A", "B")
    for mixed in (f"aa\n{text}bb", key + text, text.replace("\n", "\r\n"), text + broken):
        certificate = X509Certificate()
        assert certificate.load_from_string(mixed) is OK
        assert certificate.save_to_string() == text
    for bad in ("", "rubbish", broken, text[:300] + "\n-----END CERTIFICATE-----\n", "ä" + key):
        assert X509Certificate().load_from_string(bad) is FAILED
    assert len(errors) == 5


def test_a_certificate_in_der(tmp_path: Path) -> None:
    text = Path(CERTIFICATE).read_text("utf-8")
    (tmp_path / "c.crt").write_bytes(ssl.PEM_cert_to_DER_cert(text))
    certificate = X509Certificate()
    assert certificate.load(str(tmp_path / "c.crt")) is OK
    assert certificate.save_to_string() == text


def test_a_certificate_that_vouches_for_itself() -> None:
    made = Crypto().generate_self_signed_certificate(rsa(), "CN=example.com,O=A Game Company,C=IT")
    assert made is not None
    parsed = x509.load_pem_x509_certificate(made.save_to_string().encode())
    assert parsed.subject == parsed.issuer
    assert parsed.subject.rfc4514_string() == "C=IT,O=A Game Company,CN=example.com"
    assert parsed.not_valid_before_utc.isoformat() == "2014-01-01T00:00:00+00:00"
    assert parsed.not_valid_after_utc.isoformat() == "2034-01-01T00:00:00+00:00"
    parsed.verify_directly_issued_by(parsed)
    constraints = parsed.extensions.get_extension_for_class(x509.BasicConstraints)
    assert constraints.critical
    assert (constraints.value.ca, constraints.value.path_length) == (True, 0)


@pytest.mark.parametrize(
    "name",
    ["CN=a", "CN=a,CN=b", "OU=x,L=y,ST=z,emailAddress=a@b", r"CN=a\,b", "CN=a, O=b", "CN=10.0.0.1"],
)
def test_names(name: str) -> None:
    made = Crypto().generate_self_signed_certificate(rsa(), name)
    assert made is not None
    assert len(made.save_to_string()) > 1000


@pytest.mark.parametrize("name", ["nonsense", "foo=1", "", "CN=", "CN=a,b"])
def test_bad_names(name: str, errors: list[str]) -> None:
    made = Crypto().generate_self_signed_certificate(rsa(), name)
    assert made is not None
    assert made.save_to_string().count("\n") == 2
    assert len(errors) == 1


@pytest.mark.parametrize(("begin", "end"), [("2014", "2034"), ("", ""), ("20141301000000",) * 2])
def test_bad_dates(begin: str, end: str, errors: list[str]) -> None:
    made = Crypto().generate_self_signed_certificate(rsa(), "CN=a", begin, end)
    assert made is not None
    assert made.save_to_string().count("\n") == 2


def test_a_certificate_needs_a_private_key(errors: list[str]) -> None:
    assert Crypto().generate_self_signed_certificate(public()) is None
    assert Crypto().generate_self_signed_certificate(None) is None  # type: ignore[arg-type]
    assert errors == ["Invalid private key argument."] * 2


# Digests, signatures, secrets --------------------------------------------------------------------


def test_random_bytes(errors: list[str]) -> None:
    crypto = Crypto()
    assert [len(crypto.generate_random_bytes(n)) for n in (0, 16, -1)] == [0, 16, 0]
    assert crypto.generate_random_bytes(16) != crypto.generate_random_bytes(16)


@pytest.mark.parametrize(
    ("kind", "digest"),
    [
        (SHA256, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        (SHA1, "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
    ],
)
def test_hmac(kind: int, digest: str) -> None:
    message = b"what do ya want for nothing?"
    assert Crypto().hmac_digest(kind, b"Jefe", message).hex() == digest
    context = HMACContext()
    assert context.start(kind, b"Jefe") is OK
    for start in range(0, len(message), 5):
        assert context.update(message[start : start + 5]) is OK
    assert context.finish().hex() == digest


def test_hmac_out_of_order(errors: list[str]) -> None:
    context = HMACContext()
    assert context.update(b"x") is ERR_INVALID_DATA
    assert context.finish() == b""
    assert context.start(MD5, b"k") is ERR_INVALID_PARAMETER
    assert context.start(7, b"k") is ERR_INVALID_PARAMETER
    assert context.start(SHA1, b"") is ERR_INVALID_PARAMETER
    assert context.start(SHA1, b"k") is OK
    assert context.start(SHA1, b"k") is ERR_FILE_ALREADY_IN_USE
    assert context.update(b"") is ERR_INVALID_PARAMETER
    assert context.finish().hex() == "3a84a218ee6665209bb70e84525dd837645a1965"
    assert context.finish() == b""
    assert Crypto().hmac_digest(MD5, b"k", b"m") == b""
    assert Crypto().hmac_digest(SHA1, b"k", b"") == b""


def test_constant_time_compare() -> None:
    compare = Crypto().constant_time_compare
    assert compare(b"\1\2", b"\1\2")
    assert compare(b"", b"")
    assert not compare(b"\1\2", b"\1\3")
    assert not compare(b"\1\2", b"\1")
    assert compare([1, 2], b"\1\2")


def test_signatures(errors: list[str]) -> None:
    crypto, digest = Crypto(), hashlib.sha256(b"message").digest()
    signature = crypto.sign(SHA256, digest, rsa())
    assert signature.hex().startswith("08caf651fbca0433")
    assert signature == crypto.sign(SHA256, digest, rsa())
    assert crypto.verify(SHA256, digest, signature, rsa())
    assert crypto.verify(SHA256, digest, signature, public())
    assert not crypto.verify(SHA256, hashlib.sha256(b"other").digest(), signature, public())
    assert not crypto.verify(SHA256, digest, b"", public())
    assert not crypto.verify(SHA256, digest, signature, CryptoKey())
    assert errors == []
    assert crypto.sign(SHA256, digest, public()) == b""
    assert crypto.sign(SHA256, b"\1", rsa()) == b""
    assert crypto.sign(7, digest, rsa()) == b""
    assert errors == [
        "Invalid key provided. Cannot sign with public_only keys.",
        "Invalid hash provided. Size must be 32",
        "Invalid hash type.",
    ]


@pytest.mark.parametrize(("kind", "size"), [(MD5, 16), (SHA1, 20), (SHA256, 32)])
def test_every_kind_of_digest_can_be_signed(kind: int, size: int) -> None:
    signature = Crypto().sign(kind, bytes(size), rsa())
    assert len(signature) == 256
    assert Crypto().verify(kind, bytes(size), signature, public())


def test_secrets(errors: list[str]) -> None:
    crypto = Crypto()
    for size in (0, 1, 245):
        secret = crypto.encrypt(public(), bytes(size))
        assert len(secret) == 256
        assert crypto.decrypt(rsa(), secret) == bytes(size)
    assert errors == []
    assert crypto.encrypt(public(), bytes(246)) == b""
    assert crypto.encrypt(CryptoKey(), b"x") == b""
    assert crypto.decrypt(rsa(), bytes(100)) == b""
    assert crypto.decrypt(public(), bytes(256)) == b""
    assert len(errors) == 4


# Without the package -----------------------------------------------------------------------------


def test_without_the_package_it_says_what_to_install() -> None:
    code = (
        "import sys\n"
        "sys.modules['cryptography'] = None\n"
        "from engine import Crypto, CryptoKey, X509Certificate\n"
        "crypto, certificate = Crypto(), X509Certificate()\n"
        "assert len(crypto.hmac_digest(2, b'k', b'm')) == 32\n"
        f"assert certificate.load({CERTIFICATE!r}) == 0\n"
        "assert certificate.save_to_string().count('BEGIN') == 1\n"
        "try:\n"
        "    crypto.generate_rsa(2048)\n"
        "except ImportError as problem:\n"
        "    print(problem)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    assert "pip install 'scenetick[tls]'" in done.stdout
