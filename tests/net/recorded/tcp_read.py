"""get_partial_data / get_data / get_available_bytes as bytes arrive, and how the other side's end
shows.
"""

from gd import (
    PackedByteArray,
    StreamPeerTCP,
    delay_msec,
    environ,
    print_,
    ticks_msec,
)


def tell(c, what):
    print_(what, ": status ", c.get_status(), " available ", c.get_available_bytes())


def open():
    c = StreamPeerTCP()
    c.connect_to_host("127.0.0.1", int(environ["PORT"]))
    while c.get_status() == StreamPeerTCP.STATUS_CONNECTING:
        c.poll()
        delay_msec(1)
    return c


def main():
    c = open()
    tell(c, "nothing yet")
    print_("get_partial_data ", c.get_partial_data(10), " (0) ", c.get_partial_data(0))
    c.put_u8(1)
    delay_msec(250)
    tell(c, "five bytes, not polled")
    print_("get_partial_data(2) ", c.get_partial_data(2))
    print_("get_partial_data(10) ", c.get_partial_data(10))
    print_("get_partial_data(10) ", c.get_partial_data(10))
    c.put_u8(2)
    t = ticks_msec()
    print_("get_data(6) ", c.get_data(6), " blocked for the second half ", ticks_msec() - t > 100)
    c.put_u8(3)
    delay_msec(250)
    tell(c, "bytes and the end, not polled")
    print_("poll ", c.poll())
    tell(c, "polled")
    print_("get_partial_data ", c.get_partial_data(10))
    tell(c, "read")
    print_("get_partial_data ", c.get_partial_data(10))
    tell(c, "read at the end")
    print_("put_data ", c.put_data(PackedByteArray([1])), " get_data ", c.get_partial_data(1))

    c = open()
    c.put_u8(4)
    delay_msec(250)
    print_("end only: poll ", c.poll())
    tell(c, "  polled")
    print_("  host '", c.get_connected_host(), "'")

    c = open()
    c.put_u8(5)
    delay_msec(250)
    r = c.get_data(10)
    print_(
        "bytes and the end, get_data for more: ", r[0], " size ", r[1].size(), " ", r[1].slice(0, 4)
    )
    tell(c, "  after")

    c = open()
    c.put_u8(6)
    delay_msec(250)
    tell(c, "reset, not polled")
    print_("  poll ", c.poll())
    tell(c, "  polled")
    print_("  poll ", c.poll())

    c = open()
    c.put_u8(7)
    delay_msec(250)
    print_("reset, read: ", c.get_partial_data(5)[0])
    tell(c, "  after")

    c = open()
    c.put_u8(8)
    delay_msec(250)
    print_(
        "end, not polled: put_data ", c.put_data(PackedByteArray([1])), " status ", c.get_status()
    )
    delay_msec(100)
    print_("  put_data ", c.put_data(PackedByteArray([1])), " status ", c.get_status())
    delay_msec(100)
    print_(
        "  put_data ",
        c.put_data(PackedByteArray([1])),
        " status ",
        c.get_status(),
        " put_partial ",
        c.put_partial_data(PackedByteArray([1])),
    )

    c = open()
    c.put_u8(9)
    c.disconnect_from_host()
    tell(c, "disconnect_from_host")
    c.disconnect_from_host()
    print_("  twice: status ", c.get_status())


main()
