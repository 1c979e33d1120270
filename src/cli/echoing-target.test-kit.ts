import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  request as forward,
  type Server,
  type ServerResponse,
} from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { buffer } from "node:stream/consumers";

/** Secrets that the target gives away. */
export interface Issued {
  readonly token: string;
  readonly secondToken: string;
  readonly apiKey: string;
  readonly signingSecret: string;
}

export interface Listening {
  readonly url: string;
  readonly requests: string[];
  close(): void;
}

/** Accepts everything, and answers with all that it was sent, in every spelling; `x-digest` tells requests apart. */
export function echoingTarget(issued: Issued, secondEmail: string): Promise<Listening> {
  return listening(async (request, response) => {
    const body = await buffer(request);
    const told = JSON.stringify({ url: request.url, headers: request.rawHeaders, body: body.toString() });
    const echo = [
      told,
      encodeURIComponent(told),
      Buffer.from(told).toString("base64"),
      body.toString("base64url"),
    ];
    const token = body.includes(secondEmail) ? issued.secondToken : issued.token;
    const answer = {
      id: "5f0e3b0a-3b9b-4c39-9d5c-0a8f7f1f3f10",
      sessionId: "6f0e3b0a-3b9b-4c39-9d5c-0a8f7f1f3f10",
      expiresIn: 3600,
      provider: "stripe",
      isActive: true,
      status: "PENDING",
      checkoutUrl: "https://checkout.example/6f0e3b0a",
      fullKey: issued.apiKey,
      signingSecret: issued.signingSecret,
      ...(request.url?.endsWith("/auth/login") === true ? { accessToken: token } : {}),
      ...(request.url === "/invites" ? { token: "canary-issued-invite" } : {}),
      echo,
    };
    const headers = { "content-type": "application/json", "x-digest": digestOf(request, body) };
    response.writeHead(200, { ...headers, "x-echo": encodeURIComponent(body.toString()).slice(0, 2000) });
    response.end(JSON.stringify(answer));
  });
}

/** The same for the same request, whatever connection it came over. */
function digestOf({ method, url, rawHeaders }: IncomingMessage, body: Buffer): string {
  const fields = rawHeaders.flatMap((name, i) =>
    i % 2 === 0 ? [`${name.toLowerCase()}:${rawHeaders[i + 1]}`] : [],
  );
  const own = fields.filter(
    (field) => !/^(connection|proxy-connection|host|content-length|transfer-encoding):/.test(field),
  );
  return createHash("sha256")
    .update(JSON.stringify([method, url, own.toSorted(), body.toString("hex")]))
    .digest("hex");
}

/** Forwards, by tunnel and by absolute URL, for whoever knows its credentials. */
export async function proxyWith(credentials: string): Promise<Listening> {
  const right = `Basic ${Buffer.from(credentials).toString("base64")}`;
  const proxy = await listening((request, response) => {
    if (request.headers["proxy-authorization"] !== right) return void response.writeHead(407).end();
    const { "proxy-authorization": _, ...headers } = request.headers;
    const onwards = forward(request.url ?? "", { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.rawHeaders);
      answer.pipe(response);
    });
    request.pipe(onwards);
  }, tunnel);
  return proxy;

  function tunnel(request: IncomingMessage, socket: Socket): void {
    if (request.headers["proxy-authorization"] !== right) return void socket.end("HTTP/1.1 407 No\r\n\r\n");
    const [host = "", port = ""] = request.url?.split(":") ?? [];
    const onwards = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      onwards.pipe(socket).pipe(onwards);
    });
    for (const end of [socket, onwards])
      end.on("error", () => [socket, onwards].forEach((one) => one.destroy()));
  }
}

/** A server on a port of its own that keeps what it was asked for. */
export async function listening(
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
  tunnel?: (request: IncomingMessage, socket: Socket) => void,
): Promise<Listening> {
  const requests: string[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    void answer(request, response);
  });
  if (tunnel !== undefined) server.on("connect", tunnel);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, close };
}
