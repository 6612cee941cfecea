"""put_partial_data when the other end does not read: how it tells, that put_data would block, and
that nothing is lost.
"""

from gd import (
    OK,
    PackedByteArray,
    StreamPeerTCP,
    delay_msec,
    environ,
    print_,
)


def main():
    c = StreamPeerTCP()
    c.connect_to_host("127.0.0.1", int(environ["PORT"]))
    while c.get_status() == StreamPeerTCP.STATUS_CONNECTING:
        c.poll()
        delay_msec(1)
    block = PackedByteArray()
    block.resize(100000)
    block.fill(120)
    total = 0
    r = [OK, 1]
    full = 0
    while r[0] == OK and total < 200000000:
        r = c.put_partial_data(block)
        total += r[1]
        if r[1] == 0:
            full += 1
            if full == 3:
                break
    print_("full ", full, " error ", r, " status ", c.get_status())
    c.put_data(PackedByteArray([121]))
    total += 1
    print_("put_data came back: error ", r[0], " status ", c.get_status())
    print_("peer has all ", c.get_u64() == total)


main()
