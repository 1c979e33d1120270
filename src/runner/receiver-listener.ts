import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { ReceiverSettings } from "../model/index.ts";
import type { Delivery, Reply } from "../suite/index.ts";
import { certificateFor } from "./receiver-certificate.ts";

/** Where one webhook's deliveries are kept. */
export interface Box {
  readonly id: string;
  readonly deliveries: Delivery[];
  readonly replies: readonly Reply[];
  readonly onDelivery: Set<() => void>;
}

export interface Listener {
  /** Origin that is listened on: `https://127.0.0.1:8443`. */
  readonly origin: string;
  readonly port: number;
  /** What a target must trust, if the certificate was made for the run. */
  readonly certificate: string | undefined;
  readonly troubles: readonly string[];
  box(replies: readonly Reply[]): Box;
  close(): Promise<void>;
}

/** Bounds on memory: bytes of a delivery, deliveries of an inbox, bytes of all. */
const most = { body: 256 * 1024, deliveries: 100, all: 64 * 1024 * 1024 };

/** Opens a listener of its own. */
export async function listen(settings: Omit<ReceiverSettings, "patienceMs">): Promise<Listener> {
  const { scheme, host, port } = addressOf(settings.listen);
  const { server, certificate } = await serverFor(scheme, host, settings);
  const boxes = new Map<string, Box>();
  const troubles: string[] = [];
  let kept = 0;
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    receive(request, response).catch(() => response.destroy());
  });
  server.on("tlsClientError", (error: Error) => {
    if (troubles.length < 5)
      troubles.push(`a TLS handshake failed: does the target trust the certificate? ${error.message}`);
  });
  server.listen(port, host);
  await once(server, "listening");
  const { port: actual } = server.address() as AddressInfo;
  return {
    origin: `${scheme}://${host.includes(":") ? `[${host}]` : host}:${actual}`,
    port: actual,
    certificate,
    troubles,
    box(replies) {
      const id = randomBytes(16).toString("hex");
      const box: Box = { id, deliveries: [], replies, onDelivery: new Set() };
      boxes.set(id, box);
      return box;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = (request.url ?? "").split("?")[0]?.split("/") ?? [];
    const box = at.map((part) => boxes.get(part)).find((found) => found !== undefined);
    const body = await bodyOf(request);
    if (box === undefined || body === undefined || kept + body.length > most.all)
      return void response.writeHead(box === undefined ? 404 : 413).end();
    const reply = box.replies[Math.min(box.deliveries.length, box.replies.length - 1)] ?? {};
    if (box.deliveries.length < most.deliveries) {
      kept += body.length;
      box.deliveries.push(deliveryOf(request, body, reply));
    }
    for (const tell of box.onDelivery) tell();
    answer(response, reply, tokenOf(box));
  }
}

/** Text that only one box answers with. */
export function tokenOf({ id }: Pick<Box, "id">): string {
  return `received by kadosei-conformance ${id}`;
}

/** The same for every spelling of an address. */
export function listenerKey(address: string): string {
  return Object.values(addressOf(address)).join(" ");
}

function addressOf(address: string): { scheme: "http" | "https"; host: string; port: number } {
  const [, scheme = "https", host = "", port = "0"] = /^(?:(https?):\/\/)?(.+):(\d+)$/.exec(address) ?? [];
  return { scheme: scheme === "http" ? "http" : "https", host: bare(host), port: Number(port) };
}

function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, "$1");
}

/** Whoever is led to this machine by some spelling shall not be stopped by the certificate: that would hide it. */
const thisMachine = ["localhost", "127.0.0.1", "::1", "0.0.0.0", "::ffff:7f00:1"];

async function serverFor(
  scheme: "http" | "https",
  host: string,
  { publicUrl, certificate, key }: Omit<ReceiverSettings, "patienceMs">,
): Promise<{ server: Server; certificate: string | undefined }> {
  if (scheme === "http") return { server: createServer(), certificate: undefined };
  if (certificate !== undefined && key !== undefined) {
    const server = createSecureServer({ cert: readFileSync(certificate), key: readFileSync(key) });
    return { server, certificate: undefined };
  }
  const named = publicUrl === undefined ? [] : [bare(new URL(publicUrl).hostname)];
  const made = await certificateFor([...new Set([...named, host, ...thisMachine])]);
  return {
    server: createSecureServer({ cert: made.certificate, key: made.key }),
    certificate: made.certificate,
  };
}

/** Undefined for a body that is too long to keep. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most.body) chunks.push(chunk);
  }
  return size > most.body ? undefined : Buffer.concat(chunks);
}

function deliveryOf(request: IncomingMessage, body: Buffer, reply: Reply): Delivery {
  const { method = "", url = "", rawHeaders } = request;
  const headers = rawHeaders.flatMap((name, i) =>
    i % 2 === 0 ? [[name, rawHeaders[i + 1] ?? ""] as const] : [],
  );
  const host = headers.find(([name]) => name.toLowerCase() === "host")?.[1] ?? "";
  const scheme = "encrypted" in request.socket ? "https" : "http";
  const answered = reply.drop === true ? 0 : (reply.status ?? 200);
  return { at: Date.now(), method, url: `${scheme}://${host}${url}`, headers, body, answered };
}

function answer(response: ServerResponse, reply: Reply, token: string): void {
  const { status = 200, headers = {}, body = token, delayMs = 0, drop = false } = reply;
  const write = () => {
    if (drop) return void response.destroy();
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8", ...headers });
    response.end(status === 204 ? undefined : body);
  };
  if (delayMs === 0) write();
  else setTimeout(write, delayMs).unref();
}
