import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { SecureContextOptions } from "node:tls";
import type { Incoming, RequestHeaders } from "./call.ts";

export interface Listener {
  /** `http://host:port`, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

export type Respond = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const readHeaders = (request: IncomingMessage): RequestHeaders => ({
  get: (name) => request.headersDistinct[name]?.[0],
  all: (name) => request.headersDistinct[name] ?? [],
});

export const toIncoming = (request: IncomingMessage, rawBody: Buffer | undefined): Incoming => ({
  method: request.method ?? "GET",
  target: request.url ?? "/",
  headers: readHeaders(request),
  rawBody,
});

const statusByCode: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large"],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout"],
};

/** What is not even HTTP never becomes a request, but still gets an envelope. */
const refuseConnection = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
  const [statusCode, reason] = statusByCode[error.code ?? ""] ?? [400, "Bad Request"];
  const body = JSON.stringify({ statusCode, message: "The request is not readable", error: reason });
  const head = [
    `HTTP/1.1 ${statusCode} ${reason}`,
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
};

const settings = {
  keepAliveTimeout: 65_000,
  maxHeaderSize: 32 * 1024,
  requireHostHeader: false,
};

const start = (server: Server, port: number, host: string): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("The server has no port"));
      else resolve(address);
    });
  });

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Who listens on every address can be reached on loopback. */
const nameOf = ({ address, family }: AddressInfo): string => {
  if (address === "0.0.0.0" || address === "::") return "127.0.0.1";
  return family === "IPv6" ? `[${address}]` : address;
};

/** With `tls`, a key and a certificate among it, HTTPS is spoken. */
export const listen = async (
  respond: Respond,
  port: number,
  host: string,
  tls?: SecureContextOptions,
): Promise<Listener> => {
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    // A client that hangs up leaves nobody to answer.
    respond(request, response).catch(() => response.destroy());
  };
  const server =
    tls === undefined ? createServer(settings, serve) : createSecureServer({ ...settings, ...tls }, serve);
  // Node would answer an unknown expectation itself, without an envelope.
  server.on("checkExpectation", serve);
  server.on("clientError", refuseConnection);
  server.on("connect", (_request, socket) => refuseConnection(new Error("CONNECT is not possible"), socket));
  const address = await start(server, port, host);
  const name = nameOf(address);
  const scheme = tls === undefined ? "http" : "https";
  return { origin: `${scheme}://${name}:${address.port}`, close: () => stop(server) };
};
