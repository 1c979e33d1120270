import { once } from "node:events";
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** One request on its way through the proxy. */
export interface Passing {
  /** From 1, in the order of arrival. */
  readonly number: number;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly socket: Socket;
  /** Lets the server behind answer; `change` may alter its answer. */
  pass(change?: (answer: Passed) => Passed): void;
}

export interface Passed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string | Buffer;
}

export interface Proxy {
  readonly url: string;
  close(): Promise<void>;
}

/** A proxy on loopback in front of a sound server, that lets some trouble happen to each request. */
export async function openProxy(origin: string, trouble: (passing: Passing) => void): Promise<Proxy> {
  let requests = 0;
  const server = createServer((request, response) => {
    const number = (requests += 1);
    const body: Buffer[] = [];
    request.on("data", (chunk: Buffer) => body.push(chunk));
    request.on("end", () => {
      const pass = (change: (answer: Passed) => Passed = (answer) => answer) =>
        passOn(origin, { request, response, body: Buffer.concat(body) }, change);
      trouble({ number, request, response, socket: request.socket, pass });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Inbound {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Buffer;
}

function passOn(origin: string, inbound: Inbound, change: (answer: Passed) => Passed): void {
  const { request, response, body } = inbound;
  const raw = request.rawHeaders;
  const fields = raw.flatMap((name, i) =>
    i % 2 === 0 && !/^(connection|transfer-encoding|content-length)$/i.test(name)
      ? [name, raw[i + 1] ?? ""]
      : [],
  );
  const isBodied = body.length > 0 || request.headers["content-length"] !== undefined;
  const length = isBodied ? ["Content-Length", String(body.length)] : [];
  const { hostname, port } = new URL(origin);
  const options = {
    hostname,
    port,
    method: request.method,
    path: request.url,
    headers: [...fields, ...length],
  };
  const onward = forward(options, (answer) => {
    const chunks: Buffer[] = [];
    answer.on("data", (chunk: Buffer) => chunks.push(chunk));
    answer.on("end", () => {
      const { connection: _, "transfer-encoding": __, "content-length": ___, ...headers } = answer.headers;
      const { statusCode: status = 500 } = answer;
      write(response, change({ status, headers, body: Buffer.concat(chunks).toString() }));
    });
  });
  onward.on("error", () => response.destroy());
  onward.end(body);
}

function write(response: ServerResponse, { status, headers, body }: Passed): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
}

/** Whole numbers below `below` that look random and are the same every time. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
