"""RFC 7692, sections 5 and 7.1: what is offered, what is accepted, and what is turned down."""

from __future__ import annotations

import pytest
from net_session import ROLES, Case
from net_wire import PING, TEXT, header, request, response

from engine.net._websocket_deflate import Agreement, accept_offer, parse_extensions, read_answer
from engine.net._websocket_handshake import ClientHandshake, ServerHandshake, Verdict
from engine.net._websocket_states import Phase

NAME = "permessage-deflate"

ACCEPTED = [
    (NAME, NAME, Agreement()),
    (f"{NAME};", None, None),
    (
        f"{NAME}; server_no_context_takeover",
        f"{NAME}; server_no_context_takeover",
        Agreement(server_fresh=True),
    ),
    (
        f"{NAME}; client_no_context_takeover",
        f"{NAME}; client_no_context_takeover",
        Agreement(client_fresh=True),
    ),
    (f"{NAME}; client_max_window_bits", NAME, Agreement()),
    (
        f"{NAME}; client_max_window_bits=10",
        f"{NAME}; client_max_window_bits=10",
        Agreement(client_bits=10),
    ),
    (
        f'{NAME};server_max_window_bits="8" ; client_max_window_bits = "15"',
        f"{NAME}; server_max_window_bits=8; client_max_window_bits=15",
        Agreement(server_bits=8),
    ),
    (
        f"{NAME}; server_no_context_takeover; client_max_window_bits; server_max_window_bits=9",
        f"{NAME}; server_no_context_takeover; server_max_window_bits=9",
        Agreement(server_fresh=True, server_bits=9),
    ),
]

BAD_PARAMETERS = [
    "unknown",
    "unknown=1",
    "server_no_context_takeover=1",
    'client_no_context_takeover="true"',
    "server_no_context_takeover; server_no_context_takeover",
    "client_max_window_bits; client_max_window_bits=10",
    "server_max_window_bits",
    "server_max_window_bits=7",
    "server_max_window_bits=16",
    "server_max_window_bits=08",
    "server_max_window_bits=+9",
    "server_max_window_bits=9.0",
    "client_max_window_bits=0",
    "client_max_window_bits=100000000000000000000",
    "client_max_window_bits=x",
    "Server_No_Context_Takeover",
]

MALFORMED = [
    f"{NAME};",
    f"{NAME}; =1",
    f"{NAME}; a=",
    f"{NAME}; a=b=c",
    f'{NAME}; a="b',
    f'{NAME}; a="b c"',
    f"{NAME} extra",
    "; a",
    "=",
    f"{NAME}; a=(b)",
    "exté",
]


def server_handshake(*offers: str, deflate: bool = True) -> ServerHandshake:
    handshake = ServerHandshake([], [], deflate=deflate)
    handshake.receive(request(*(f"Sec-WebSocket-Extensions: {offer}" for offer in offers)))
    return handshake


def client_handshake(*answers: str, deflate: bool = True) -> ClientHandshake:
    handshake = ClientHandshake("h", "/", [], [], deflate=deflate)
    lines = (f"Sec-WebSocket-Extensions: {answer}" for answer in answers)
    handshake.receive(response(handshake.reply, *lines))
    return handshake


def answered(handshake: ServerHandshake) -> str:
    return header(handshake.reply, "sec-websocket-extensions")


# Off by default ----------------------------------------------------------------------------------


def test_a_client_offers_it_only_when_told_to() -> None:
    assert b"xtensions" not in ClientHandshake("h", "/", [], []).reply
    offered = ClientHandshake("h", "/", [], [], deflate=True).reply
    assert header(offered, "sec-websocket-extensions") == f"{NAME}; client_max_window_bits"


@pytest.mark.parametrize("offer", [NAME, f"{NAME}; client_max_window_bits", "rubbish;;"])
def test_a_server_accepts_it_only_when_told_to(offer: str) -> None:
    handshake = server_handshake(offer, deflate=False)
    assert handshake.verdict is Verdict.ACCEPTED
    assert handshake.agreement is None
    assert b"xtensions" not in handshake.reply


@pytest.mark.parametrize("answer", [NAME, "rubbish;;", "x-other"])
def test_a_client_that_offered_nothing_does_not_look_at_an_answer(answer: str) -> None:
    handshake = client_handshake(answer, deflate=False)
    assert handshake.verdict is Verdict.ACCEPTED
    assert handshake.agreement is None


@ROLES
def test_nothing_agreed_nothing_compressed(server: bool) -> None:
    case = Case(server, extensions="", permessage_deflate=True)
    assert case.session.deflater is None
    case.session.receive_data(case.frame(TEXT, b"", rsv=4))
    assert case.told()[:2] == (Phase.CLOSED, 1002)


# A server ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("offer", "answer", "agreement"), ACCEPTED[:1] + ACCEPTED[2:])
def test_7_1_offers_that_are_accepted(offer: str, answer: str, agreement: Agreement) -> None:
    handshake = server_handshake(offer)
    assert handshake.verdict is Verdict.ACCEPTED
    assert answered(handshake) == answer
    assert handshake.agreement == agreement


@pytest.mark.parametrize("bits", range(8, 16))
def test_7_1_2_every_window(bits: int) -> None:
    for side in ("server", "client"):
        handshake = server_handshake(f"{NAME}; {side}_max_window_bits={bits}")
        assert answered(handshake) == f"{NAME}; {side}_max_window_bits={bits}"


@pytest.mark.parametrize("parameters", BAD_PARAMETERS)
def test_7_1_offers_that_are_passed_over(parameters: str) -> None:
    """The connection goes on without compression, or with the next offer."""
    handshake = server_handshake(f"{NAME}; {parameters}")
    assert handshake.verdict is Verdict.ACCEPTED
    assert handshake.agreement is None
    assert b"xtensions" not in handshake.reply
    handshake = server_handshake(f"{NAME}; {parameters}, {NAME}; server_max_window_bits=12")
    assert answered(handshake) == f"{NAME}; server_max_window_bits=12"
    assert handshake.agreement == Agreement(server_bits=12)


@pytest.mark.parametrize(
    "offers",
    [
        (f"{NAME}; server_no_context_takeover, {NAME}; client_no_context_takeover",),
        (f"{NAME}; server_no_context_takeover", NAME),
        ("x-other; a=1; b", f"{NAME}; server_no_context_takeover", "bbf-usp-protocol"),
        (f", ,x-webkit-deflate-frame , {NAME} ;server_no_context_takeover,, {NAME},",),
    ],
)
def test_5_1_the_first_offer_that_will_do(offers: tuple[str, ...]) -> None:
    """Its parameters alone, in one line or several."""
    handshake = server_handshake(*offers)
    assert answered(handshake) == f"{NAME}; server_no_context_takeover"
    assert handshake.agreement == Agreement(server_fresh=True)


def test_other_extensions_are_declined() -> None:
    handshake = server_handshake("x-other, permessage-bzip2; level=9")
    assert handshake.verdict is Verdict.ACCEPTED
    assert b"xtensions" not in handshake.reply


@pytest.mark.parametrize("value", MALFORMED)
def test_9_1_a_malformed_header_is_refused(value: str) -> None:
    assert parse_extensions(value) is None
    assert accept_offer(value) is None
    assert server_handshake(value).verdict is Verdict.REFUSED


# A client ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "agreement"),
    [
        (NAME, Agreement()),
        (f"{NAME}; server_no_context_takeover", Agreement(server_fresh=True)),
        (f"{NAME}; client_no_context_takeover", Agreement(client_fresh=True)),
        (f"{NAME}; server_max_window_bits=8", Agreement(server_bits=8)),
        (f"{NAME}; client_max_window_bits=9", Agreement(client_bits=9)),
        (f'{NAME};client_max_window_bits="8"', Agreement(client_bits=8)),
        (
            f"{NAME}; client_max_window_bits=9; server_max_window_bits=10; "
            "client_no_context_takeover; server_no_context_takeover",
            Agreement(True, True, 10, 9),
        ),
    ],
)
def test_7_1_answers_that_are_accepted(answer: str, agreement: Agreement) -> None:
    handshake = client_handshake(answer)
    assert handshake.verdict is Verdict.ACCEPTED
    assert handshake.agreement == agreement


def test_a_server_may_decline() -> None:
    for answers in ((), ("",)):
        handshake = client_handshake(*answers)
        assert handshake.verdict is Verdict.ACCEPTED
        assert handshake.agreement is None


@pytest.mark.parametrize(
    "answer",
    [f"{NAME}; {parameters}" for parameters in BAD_PARAMETERS]
    + MALFORMED
    + [
        f"{NAME}; client_max_window_bits",
        f"{NAME}, {NAME}",
        f"{NAME}, x-other",
        "x-other",
        "Permessage-Deflate2",
    ],
)
def test_7_1_answers_that_fail_the_connection(answer: str) -> None:
    assert isinstance(read_answer(answer), str)
    handshake = client_handshake(answer)
    assert handshake.verdict is Verdict.REFUSED
    assert handshake.agreement is None
    assert handshake.complaints


def test_two_answers_in_two_lines_fail_it_too() -> None:
    assert client_handshake(NAME, NAME).verdict is Verdict.REFUSED


# Both --------------------------------------------------------------------------------------------


@ROLES
def test_frames_behind_the_handshake_may_be_compressed(server: bool) -> None:
    case = Case(server, permessage_deflate=True)
    case.session.receive_data(case.frame(TEXT, b"\xf2\x48\xcd\xc9\xc9\x07\x00", rsv=4))
    case.session.receive_data(case.frame(PING))
    assert case.packets() == [(b"Hello", True)]
