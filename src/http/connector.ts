import type { Socket } from "node:net";
import { rootCertificates } from "node:tls";
import { buildConnector } from "undici";
import type { TargetSettings } from "../model/index.ts";

/** How a connection is made: to the target itself, or through a proxy to it. */
export type ConnectOptions = buildConnector.BuildOptions & { readonly timeout: number };

/** The TLS options of the settings. Certificates of the user's are trusted besides the usual ones. */
export function connectOptions(tls: TargetSettings["tls"], ca: string | undefined): ConnectOptions {
  return {
    rejectUnauthorized: !tls.insecure,
    timeout: 10_000,
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
  };
}

/** Connects as undici does, but minds no interim answer that nobody asked for: HTTP allows `100 Continue`, undici hangs up on it. */
export function connectorFor(options: ConnectOptions): buildConnector.connector {
  const connect = buildConnector(options);
  return (target, callback) =>
    connect(target, (...result) => {
      if (result[0] === null) skipInterim(result[1]);
      callback(...result);
    });
}

const interim = /^HTTP\/1\.[01] 10[02-4] [^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n/;

/** Takes interim answers off the front of what is read; within an answer's body none ever starts a chunk. */
function skipInterim(socket: Socket): void {
  const read = socket.read.bind(socket);
  socket.read = (size?: number): unknown => {
    for (;;) {
      const chunk: unknown = read(size);
      if (!(chunk instanceof Buffer) || !chunk.subarray(0, 11).toString("latin1").endsWith(" 10"))
        return chunk;
      const rest = withoutInterim(chunk);
      if (rest.length > 0) return rest;
    }
  };
}

function withoutInterim(chunk: Buffer): Buffer {
  let from = 0;
  for (;;) {
    const head = chunk.subarray(from, from + 4096).toString("latin1");
    const length = interim.exec(head)?.[0].length ?? 0;
    if (length === 0) return chunk.subarray(from);
    from += length;
  }
}
