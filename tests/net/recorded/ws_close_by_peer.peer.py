from wire import *

lis = listener()
ready()
bodies = [
    b"",
    close_payload(1000),
    close_payload(1000, b"bye"),
    close_payload(1001, b"going away"),
    close_payload(1002),
    close_payload(1003),
    close_payload(1007),
    close_payload(1008, b"policy"),
    close_payload(1009),
    close_payload(1010),
    close_payload(1011, b"internal"),
    close_payload(3000),
    close_payload(3999, "gr\u00fc\u00df".encode()),
    close_payload(4000, b"app"),
    close_payload(4999),
    close_payload(1000, b"x" * 123),
]
for i, body in enumerate(bodies):
    c = server(lis)
    c.frame_in()
    log("%d: close frame %s" % (i, show(body)))
    c.send(CLOSE, body)
    c.drain(3)
    c.shut()
