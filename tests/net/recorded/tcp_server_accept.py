"""Pending connections: available, order, taken late, left behind by stop()."""

from gd import (
    StreamPeerTCP,
    TCPServer,
    delay_msec,
    environ,
    object_,
    print_,
    ticks_msec,
)


def wait(s):
    t = ticks_msec()
    while not s.is_connection_available() and ticks_msec() - t < 2000:
        delay_msec(1)


def main():
    p = int(environ["PORT"])
    s = TCPServer()
    print_("listen ", s.listen(p, "127.0.0.1"))
    print_("none: ", s.is_connection_available(), " ", object_(s.take_connection()))
    clients = []
    for i in range(3):
        c = StreamPeerTCP()
        print_("connect ", c.connect_to_host("127.0.0.1", p), " status ", c.get_status())
        while c.get_status() == StreamPeerTCP.STATUS_CONNECTING:
            c.poll()
        c.put_u8(i)
        clients.append(c)
    wait(s)
    taken = []
    while s.is_connection_available():
        t = s.take_connection()
        print_(
            "taken ",
            t.get_class(),
            " status ",
            t.get_status(),
            " host ",
            t.get_connected_host(),
            " port is the client's ",
            t.get_connected_port() == clients[len(taken)].get_local_port(),
            " local port is ours ",
            t.get_local_port() == p,
            " ",
            t.get_local_port(),
        )
        taken.append(t)
    print_("count ", len(taken), " more ", object_(s.take_connection()))
    for i in range(3):
        print_("first byte ", taken[i].get_u8())
    # a client that is gone before it is taken
    g = StreamPeerTCP()
    g.connect_to_host("127.0.0.1", p)
    while g.get_status() == StreamPeerTCP.STATUS_CONNECTING:
        g.poll()
    g.put_data(b"bye")
    g.disconnect_from_host()
    wait(s)
    t2 = s.take_connection()
    print_("gone client: taken status ", t2.get_status(), " available ", t2.get_available_bytes())
    t2.poll()
    print_(
        "polled: status ",
        t2.get_status(),
        " available ",
        t2.get_available_bytes(),
        " data ",
        t2.get_utf8_string(3),
    )
    t2.poll()
    print_("polled again: status ", t2.get_status(), " available ", t2.get_available_bytes())
    # stop with one pending, and with one taken
    h = StreamPeerTCP()
    h.connect_to_host("127.0.0.1", p)
    while h.get_status() == StreamPeerTCP.STATUS_CONNECTING:
        h.poll()
    wait(s)
    s.stop()
    print_(
        "stopped: available ", s.is_connection_available(), " take ", object_(s.take_connection())
    )
    delay_msec(50)
    print_("pending client poll ", h.poll(), " status ", h.get_status())
    clients[0].put_u8(99)
    delay_msec(20)
    print_("taken one still works ", taken[0].get_u8())


main()
