"""A real browser's WebSocket at our server."""

from __future__ import annotations

import json
from pathlib import Path

from tests.demos.chromium import Page, browser
from tests.interop.ours import OUR_CLOSE, THEIR_CLOSE, Mode, our_server

SCRIPT = """
window.seen = {echoes: []};
window.go = async function (url, asked, theirs) {
  function connect() {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url, ["other", "chat"]);
      socket.binaryType = "arraybuffer";
      socket.onopen = () => resolve(socket);
      socket.onerror = () => { seen.failed = true; };
    });
  }
  function answer(socket, message) {
    return new Promise((resolve) => {
      socket.onmessage = (event) => resolve(event.data);
      socket.send(message);
    });
  }
  function closed(socket) {
    return new Promise((resolve) => { socket.onclose = (event) =>
      resolve([event.code, event.reason, event.wasClean]); });
  }
  const socket = await connect();
  seen.protocol = socket.protocol;
  seen.extensions = socket.extensions;
  for (const text of ["text", "", "gr\\u00fc\\u00df \\u20ac \\ud83d\\ude00", "y".repeat(126),
                      "again and again ".repeat(5000)])
    seen.echoes.push(await answer(socket, text) === text);
  for (const size of [0, 1, 125, 126, 65535, 65536, 1 << 20]) {
    const bytes = new Uint8Array(size).map((_, i) => i * 7);
    const found = new Uint8Array(await answer(socket, bytes));
    seen.echoes.push(found.length === size && found.every((one, i) => one === bytes[i]));
  }
  let end = closed(socket);
  socket.send(asked);
  seen.ours = await end;
  const again = await connect();
  end = closed(again);
  again.close(...theirs);
  seen.theirs = await end;
  const plain = await connect();
  end = closed(plain);
  plain.close();
  seen.plain = await end;
  const gone = await connect();
  gone.send("end");
  seen.gone = await closed(gone);
  seen.done = true;
};
"""


def go(page: Page, url: str) -> dict[str, object]:
    asked, theirs = json.dumps("close {} {}".format(*OUR_CLOSE)), json.dumps(THEIR_CLOSE)
    page.run(SCRIPT)
    page.run(f"void go({json.dumps(url)}, {asked}, {theirs})")
    page.wait_for("seen.done || seen.failed")
    found: dict[str, object] = page.run("seen")
    return found


def check(mode: Mode, folder: Path) -> None:
    (folder / "page.html").write_text("<!doctype html><title>page</title>", "utf-8")
    with our_server(mode) as server:
        # The certificate vouches for itself, which a browser does not take on its own.
        with browser((folder / "page.html").as_uri(), "--ignore-certificate-errors") as page:
            seen = go(page, server.url)
        assert seen["echoes"] == [True] * 12
        assert seen["protocol"] == "chat"
        extensions = "permessage-deflate" if mode.deflate else ""
        assert str(seen["extensions"]).partition(";")[0] == extensions
        assert seen["ours"] == [*OUR_CLOSE, True]
        assert seen["theirs"] == [*THEIR_CLOSE, True]
        assert seen["plain"] == [1005, "", True]
        assert seen["gone"] == [1006, "", False]  # the server's process has ended
        assert server.ended() == (*OUR_CLOSE, "chat")
        assert server.ended() == (*THEIR_CLOSE, "chat")
        assert server.ended() == (0, "", "chat")


def test_plain_and_compressed(tmp_path: Path) -> None:
    check(Mode(deflate=True), tmp_path)


def test_encrypted(tmp_path: Path, tls_folder: Path) -> None:
    check(Mode(tls_folder), tmp_path)
