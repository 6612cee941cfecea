"""What the package `cryptography` does for `Crypto` and `CryptoKey`; nothing else imports it.

Load this module with `lazy`: most programs never make or read a key. The functions take and give
plain bytes and the package's own key objects, and raise ValueError for what makes no sense.
"""

from __future__ import annotations

import datetime
import ipaddress
import re

from engine.core._crypto_missing import MissingCryptographyError

try:
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils
    from cryptography.x509.oid import NameOID
except ImportError as problem:
    raise MissingCryptographyError from problem

PublicKey = rsa.RSAPublicKey | ec.EllipticCurvePublicKey
PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey

_EXPONENT = 65537
_HASHES: dict[str, hashes.HashAlgorithm] = {
    "md5": hashes.MD5(),
    "sha1": hashes.SHA1(),
    "sha256": hashes.SHA256(),
}
_NAME_PARTS = {
    "CN": NameOID.COMMON_NAME,
    "commonName": NameOID.COMMON_NAME,
    "C": NameOID.COUNTRY_NAME,
    "countryName": NameOID.COUNTRY_NAME,
    "O": NameOID.ORGANIZATION_NAME,
    "organizationName": NameOID.ORGANIZATION_NAME,
    "L": NameOID.LOCALITY_NAME,
    "locality": NameOID.LOCALITY_NAME,
    "OU": NameOID.ORGANIZATIONAL_UNIT_NAME,
    "organizationalUnitName": NameOID.ORGANIZATIONAL_UNIT_NAME,
    "ST": NameOID.STATE_OR_PROVINCE_NAME,
    "stateOrProvinceName": NameOID.STATE_OR_PROVINCE_NAME,
    "emailAddress": NameOID.EMAIL_ADDRESS,
    "R": NameOID.EMAIL_ADDRESS,
    "serialNumber": NameOID.SERIAL_NUMBER,
    "postalAddress": NameOID.POSTAL_ADDRESS,
    "postalCode": NameOID.POSTAL_CODE,
    "dnQualifier": NameOID.DN_QUALIFIER,
    "title": NameOID.TITLE,
    "surName": NameOID.SURNAME,
    "SN": NameOID.SURNAME,
    "givenName": NameOID.GIVEN_NAME,
    "GN": NameOID.GIVEN_NAME,
    "pseudonym": NameOID.PSEUDONYM,
    "generationQualifier": NameOID.GENERATION_QUALIFIER,
    "domainComponent": NameOID.DOMAIN_COMPONENT,
    "DC": NameOID.DOMAIN_COMPONENT,
}
_NAME_PART = re.compile(r" *([A-Za-z]+)=((?:\\.|[^,\\])+)(?:,|\Z)", re.DOTALL)
_HOST_NAME = re.compile(r"(\*\.)?[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\Z")

# Keys --------------------------------------------------------------------------------------------


def generate_rsa(size: int) -> PrivateKey:
    """A new key; the size is even, and at least 1024."""
    if size < 1024 or size % 2:
        raise ValueError(f"an RSA key has at least 1024 bits, an even number, not {size}")
    return rsa.generate_private_key(_EXPONENT, size)


def parse_private(data: bytes) -> PrivateKey:
    """The private key in a PEM or DER file."""
    load = serialization.load_pem_private_key if _is_pem(data) else _private_der
    try:
        key = load(data, None)
    except (TypeError, UnsupportedAlgorithm) as problem:  # TypeError: it wants a password
        raise ValueError(str(problem)) from None
    if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise ValueError("neither an RSA key nor one on an elliptic curve")
    return key


def parse_public(data: bytes) -> PublicKey:
    """The public key in a PEM or DER file."""
    try:
        if _is_pem(data):
            key = serialization.load_pem_public_key(data)
        else:
            key = serialization.load_der_public_key(data)
    except UnsupportedAlgorithm as problem:
        raise ValueError(str(problem)) from None
    if not isinstance(key, rsa.RSAPublicKey | ec.EllipticCurvePublicKey):
        raise ValueError("neither an RSA key nor one on an elliptic curve")
    return key


_private_der = serialization.load_der_private_key


def _is_pem(data: bytes) -> bool:
    return b"-----BEGIN " in data


def private_pem(key: PrivateKey) -> bytes:
    """As `RSA PRIVATE KEY` or `EC PRIVATE KEY`."""
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )


def public_pem(key: PrivateKey | PublicKey) -> bytes:
    """As `PUBLIC KEY`."""
    return public_part(key).public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def public_part(key: PrivateKey | PublicKey) -> PublicKey:
    """The public half of a key, or the key itself where that is all there is."""
    if isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        return key.public_key()
    return key


# What keys do ------------------------------------------------------------------------------------


def sign(key: PrivateKey, kind: str, digest: bytes) -> bytes:
    """A signature: PKCS#1 v1.5 for RSA, ECDSA for curves."""
    hashed = utils.Prehashed(_HASHES[kind])
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(digest, padding.PKCS1v15(), hashed)
    return key.sign(digest, ec.ECDSA(hashed))


def verify(key: PublicKey, kind: str, digest: bytes, signature: bytes) -> bool:
    """Whether that key signed the digest."""
    hashed = utils.Prehashed(_HASHES[kind])
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, digest, padding.PKCS1v15(), hashed)
        else:
            key.verify(signature, digest, ec.ECDSA(hashed))
    except InvalidSignature:
        return False
    return True


def encrypt(key: PublicKey, data: bytes) -> bytes:
    """Encrypts a few bytes; the key has to be RSA."""
    if not isinstance(key, rsa.RSAPublicKey):
        raise ValueError("only RSA keys encrypt")
    return key.encrypt(data, padding.PKCS1v15())


def decrypt(key: PrivateKey, data: bytes) -> bytes:
    """What `encrypt` was given."""
    if not isinstance(key, rsa.RSAPrivateKey):
        raise ValueError("only RSA keys decrypt")
    return key.decrypt(data, padding.PKCS1v15())


# Certificates ------------------------------------------------------------------------------------


def self_signed(key: PrivateKey, name: str, not_before: str, not_after: str) -> bytes:
    """A certificate (DER) that its own key has signed.

    Args:
        key: the key.
        name: `CN=...,O=...,C=...`.
        not_before: `YYYYMMDDHHMMSS`.
        not_after: the same.
    """
    subject = _parse_name(name)
    constraints = x509.BasicConstraints(ca=True, path_length=0)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_parse_time(not_before))
        .not_valid_after(_parse_time(not_after))
        .add_extension(constraints, critical=True)
    )
    # Godot's have the name in the subject alone, which not everybody reads these days.
    names = [alternative for one in subject if (alternative := _alternative_name(one))]
    if names:
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def _parse_name(text: str) -> x509.Name:
    parts = []
    place = 0
    while place < len(text):
        match = _NAME_PART.match(text, place)
        if match is None or match[1] not in _NAME_PARTS:
            raise ValueError(f"no name of a certificate: {text!r}")
        value = re.sub(r"\\(.)", r"\1", match[2])
        parts.append(x509.NameAttribute(_NAME_PARTS[match[1]], value))
        place = match.end()
    if not parts:
        raise ValueError("a certificate needs a name")
    return x509.Name(parts)


def _parse_time(text: str) -> datetime.datetime:
    if not re.fullmatch(r"[0-9]{14}", text):
        raise ValueError(f"no date in the form YYYYMMDDHHMMSS: {text!r}")
    return datetime.datetime.strptime(text + "Z", "%Y%m%d%H%M%S%z")


def _alternative_name(part: x509.NameAttribute[str | bytes]) -> x509.GeneralName | None:
    text = part.value
    if part.oid != NameOID.COMMON_NAME or not isinstance(text, str):
        return None
    try:
        return x509.IPAddress(ipaddress.ip_address(text))
    except ValueError:
        return x509.DNSName(text) if _HOST_NAME.match(text) else None
