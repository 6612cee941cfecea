"""Echo servers: `python PROGRAM PORT`."""
