import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import type { FailureKind } from "../model/index.ts";

/** A server that answers each request in one way that no client likes. */
export interface Hostile {
  readonly name: string;
  readonly answer: (socket: Socket) => void;
  /** What a client makes of it. */
  readonly kind: FailureKind;
  readonly says: RegExp;
}

export interface OpenHostile {
  readonly url: string;
  /** Requests that came in. */
  readonly requests: () => number;
  close(): void;
}

const ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
const megabyte = Buffer.alloc(1024 * 1024, 0x61);

/** A gigabyte of zeros in a megabyte: what is unpacked counts. Packed before anybody waits for it. */
const layer = gzipSync(Buffer.alloc(64 * 1024 * 1024));
const bomb = Buffer.concat(Array.from({ length: 16 }, () => layer));

export const hostile: readonly Hostile[] = [
  {
    name: "accepts and never answers",
    kind: "timeout",
    says: /no answer within 1 s/,
    answer: () => undefined,
  },
  {
    name: "closes at once",
    kind: "closed",
    says: /closed the connection before/,
    answer: (socket) => socket.destroy(),
  },
  {
    name: "resets the connection",
    kind: "closed",
    says: /reset the connection before/,
    answer: (socket) => socket.resetAndDestroy(),
  },
  {
    name: "answers a byte at a time",
    kind: "timeout",
    says: /status 200 began, but was not complete within 1 s/,

    answer: (socket) => drip(socket, `${ok}Content-Length: 99999\r\n\r\n`),
  },
  {
    name: "never ends its body",
    kind: "too-large",
    says: /longer than 1 MiB/,
    answer: (socket) => flood(socket, `${ok}\r\n`, megabyte),
  },
  {
    name: "announces a gigabyte",
    kind: "too-large",
    says: /longer than 1 MiB/,

    answer: (socket) => flood(socket, `${ok}Content-Length: 1073741824\r\n\r\n`, megabyte),
  },
  {
    name: "sends a gzip bomb",
    kind: "too-large",
    says: /longer than 1 MiB/,

    answer: (socket) => {
      socket.write(`${ok}Content-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`);
      socket.write(bomb);
    },
  },
  {
    name: "claims gzip and sends none",
    kind: "unreadable",
    says: /is no gzip, as its Content-Encoding says/,

    answer: (socket) => socket.write(`${ok}Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}`),
  },
  {
    name: "cuts its body short",
    kind: "closed",
    says: /closed the connection before/,
    answer: (socket) => socket.end(`${ok}Content-Length: 100\r\n\r\n{"a":`),
  },
  {
    name: "resets in the middle of the body",
    kind: "closed",
    says: /reset the connection before/,

    answer: (socket) => {
      socket.write(`${ok}Content-Length: 100\r\n\r\n{"a":`, () =>
        setTimeout(() => socket.resetAndDestroy(), 20),
      );
    },
  },
  {
    name: "breaks its chunks",
    kind: "unreadable",
    says: /Invalid character in chunk size/,

    answer: (socket) => socket.end(`${ok}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`),
  },
  {
    name: "cuts its chunks short",
    kind: "closed",
    says: /closed the connection before/,

    answer: (socket) => socket.end(`${ok}Transfer-Encoding: chunked\r\n\r\nff\r\n{`),
  },
  {
    name: "says two lengths",
    kind: "unreadable",
    says: /length does not match/,

    answer: (socket) => socket.end(`${ok}Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}`),
  },
  {
    name: "says a length below zero",
    kind: "unreadable",
    says: /Content-Length/,
    answer: (socket) => socket.end(`${ok}Content-Length: -1\r\n\r\n{}`),
  },
  {
    name: "sends a megabyte of header",
    kind: "unreadable",
    says: /headers are longer than 64 KiB/,

    answer: (socket) => socket.end(`${ok}X-Long: ${"a".repeat(1024 * 1024)}\r\n\r\n{}`),
  },
  {
    name: "sends thousands of headers",
    kind: "unreadable",
    says: /headers are longer than 64 KiB/,

    answer: (socket) => socket.end(`${ok}${"X-Many: aaaaaaaaaaaaaaaa\r\n".repeat(20_000)}\r\n{}`),
  },
  {
    name: "floods with 103",
    kind: "timeout",
    says: /no answer within 1 s/,

    answer: (socket) => flood(socket, "", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
  },
  {
    name: "switches protocols",
    kind: "closed",
    says: /switched to another protocol/,

    answer: (socket) =>
      socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
  },
  {
    name: "speaks another protocol",
    kind: "unreadable",
    says: /Expected HTTP/,
    answer: (socket) => socket.end("SSH-2.0-OpenSSH_9.9\r\n"),
  },
  {
    name: "says a status of four digits",
    kind: "unreadable",
    says: /Invalid response status/,
    answer: (socket) => socket.end("HTTP/1.1 2000 OK\r\n\r\n"),
  },
];

/** Opens it on loopback; requests on one connection are answered one by one. */
export async function openHostile({ answer }: Pick<Hostile, "answer">): Promise<OpenHostile> {
  let requests = 0;
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
    socket.on("data", () => {
      requests += 1;
      answer(socket);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** The headers at once and the rest byte by byte, slower than anyone waits, until the other side goes. */
function drip(socket: Socket, head: string): void {
  socket.write(head);
  const timer = setInterval(() => socket.write("a"), 10);
  socket.on("close", () => clearInterval(timer));
}

/** As fast as the other side takes it, until it goes. */
function flood(socket: Socket, head: string, body: string | Buffer): void {
  const more = () => {
    while (!socket.destroyed && socket.write(body));
  };
  if (head !== "") socket.write(head);
  socket.on("drain", more);
  more();
}
