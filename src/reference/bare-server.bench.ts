import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

/** What the bare server answers, by method and path: `GET /a/b?c`. */
export type Replies = Readonly<Record<string, { readonly status: number; readonly body: unknown }>>;

/**
 * The yardstick for the reference server, on a thread of its own: the least that `node:http` can do and still take
 * JSON and answer JSON.
 */
const replies = workerData as Replies;
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { status, body } = replies[`${request.method} ${request.url}`] ?? { status: 404, body: {} };
  if (chunks.length > 0) JSON.parse(Buffer.concat(chunks).toString("utf8"));
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  parentPort?.postMessage(`http://127.0.0.1:${port}`);
});
