// A client (`node node.js client URL`) or an echo server (`node node.js server`) made with `ws`.
// What to do is in the file that the environment variable TASK names, as JSON; what was seen goes out as JSON.
"use strict";
const fs = require("fs");
const https = require("https");
const http = require("http");
const { WebSocket, WebSocketServer } = require("ws");

const task = JSON.parse(fs.readFileSync(process.env.TASK, "utf8"));
const messages = task.messages.map((one) => (one.text === undefined ? Buffer.from(one.data, "base64") : one.text));
const fragments = task.fragments.map((one) => Buffer.from(one, "base64"));

function sendFragments(socket) {
  fragments.forEach((part, number) => socket.send(part, { binary: true, fin: number === fragments.length - 1 }));
}

function said(socket) {
  return new Promise((resolve) => socket.once("message", (data, binary) => resolve(binary ? data : data.toString())));
}

function same(one, other) {
  return typeof one === "string" || typeof other === "string" ? one === other : Buffer.compare(one, other) === 0;
}

function connect(url) {
  const options = { perMessageDeflate: task.deflate, maxPayload: 4 << 20 };
  if (task.certificate) options.ca = fs.readFileSync(task.certificate);
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, ["other", "chat"], options);
    socket.on("open", () => resolve(socket));
    socket.on("error", reject);
  });
}

async function client(url) {
  const socket = await connect(url);
  const seen = { protocol: socket.protocol, echoes: [], compressed: socket.extensions !== "" };
  for (const message of messages) {
    const answer = said(socket);
    socket.send(message);
    seen.echoes.push(same(await answer, message));
  }
  let answer = said(socket);
  sendFragments(socket);
  seen.fragments = same(await answer, Buffer.concat(fragments));
  const pong = new Promise((resolve) => socket.once("pong", resolve));
  socket.ping("payload");
  seen.pong = (await pong).toString() === "payload";
  const closed = new Promise((resolve) => socket.once("close", (code, reason) => resolve([code, reason.toString()])));
  socket.send(task.close);
  seen.closed = await closed;
  const again = await connect(url);
  const over = new Promise((resolve) => again.once("close", resolve));
  again.close(...task.their_close);
  await over;
  console.log(JSON.stringify(seen));
}

function server() {
  const secrets = task.certificate
    ? { cert: fs.readFileSync(task.certificate), key: fs.readFileSync(task.key) }
    : undefined;
  const web = secrets ? https.createServer(secrets) : http.createServer();
  const sockets = new WebSocketServer({ server: web, perMessageDeflate: task.deflate, maxPayload: 4 << 20,
    handleProtocols: (asked) => (asked.has("chat") ? "chat" : false) });
  sockets.on("connection", (socket) => {
    socket.on("message", (data, binary) => {
      const text = binary ? "" : data.toString();
      if (text.startsWith("close ")) {
        const [, code, ...reason] = text.split(" ");
        socket.close(Number(code), reason.join(" "));
      } else if (text === "fragments") sendFragments(socket);
      else socket.send(data, { binary });
    });
  });
  web.listen(0, "127.0.0.1", () => console.log(web.address().port));
}

if (process.argv[2] === "client") client(process.argv[3]).then(() => process.exit(0));
else server();
