"""TCPServer.listen(): errors, addresses, port 0, stop."""

from gd import StreamPeerTCP, TCPServer, delay_msec, environ, object_, print_


def go(port, addr="*"):
    s = TCPServer()
    err = s.listen(port, addr)
    print_(
        "listen(",
        port,
        ", '",
        addr,
        "') ",
        err,
        " listening ",
        s.is_listening(),
        " local port ",
        "some" if s.get_local_port() > 0 else "0",
    )
    s.stop()


def main():
    p = int(environ["PORT"])
    s = TCPServer()
    print_(
        "new: listening ",
        s.is_listening(),
        " available ",
        s.is_connection_available(),
        " local ",
        s.get_local_port(),
        " take ",
        object_(s.take_connection()),
    )
    s.stop()
    for addr in [
        "*",
        "127.0.0.1",
        "::1",
        "0.0.0.0",
        "::",
        "localhost",
        "",
        "256.0.0.1",
        "no..host",
        "192.0.2.77",
    ]:
        go(p, addr)
    go(0)
    for port in [-1, 65536, 70000]:
        o = TCPServer()
        print_(
            "listen(",
            port,
            ") ",
            o.listen(port),
            " local port ",
            o.get_local_port() if port != 65536 else "some",
        )
        o.stop()
    print_("== in use")
    print_("first ", s.listen(p, "127.0.0.1"), " port ", s.get_local_port() == p)
    print_("same object again ", s.listen(p, "127.0.0.1"), " listening ", s.is_listening())
    t = TCPServer()
    print_(
        "another, same address ",
        t.listen(p, "127.0.0.1"),
        " listening ",
        t.is_listening(),
        " local port ",
        t.get_local_port(),
    )
    print_("another, all addresses ", t.listen(p, "*"))
    t.stop()
    print_("another, ::1 ", t.listen(p, "::1"))
    t.stop()
    s.stop()
    print_(
        "stopped: listening ",
        s.is_listening(),
        " local port ",
        s.get_local_port(),
        " take ",
        object_(s.take_connection()),
    )
    print_("again after stop ", s.listen(p, "127.0.0.1"), " listening ", s.is_listening())
    s.stop()
    print_("all, then 127.0.0.1 ", s.listen(p), " ", t.listen(p, "127.0.0.1"))
    print_("connect to all by v4 ", reach("127.0.0.1", p), " by v6 ", reach("::1", p))
    s.stop()
    s.listen(p, "127.0.0.1")
    print_("connect to 127.0.0.1 by v4 ", reach("127.0.0.1", p), " by v6 ", reach("::1", p))
    s.stop()
    s.listen(p, "::")
    print_("connect to :: by v4 ", reach("127.0.0.1", p), " by v6 ", reach("::1", p))
    s.stop()
    s.listen(p, "0.0.0.0")
    print_("connect to 0.0.0.0 by v4 ", reach("127.0.0.1", p), " by v6 ", reach("::1", p))


def reach(host, port):
    c = StreamPeerTCP()
    err = c.connect_to_host(host, port)
    n = 0
    while c.get_status() == StreamPeerTCP.STATUS_CONNECTING and n < 1000:
        c.poll()
        delay_msec(1)
        n += 1
    return [err, c.get_status()]


main()
