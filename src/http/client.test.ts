import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import type { Limits } from "../model/index.ts";
import { createBudget, createClient, openTransport } from "./index.ts";

const limits: Limits = {
  concurrency: 4,
  timeoutMs: 300,
  maxBodyBytes: 10_000,
  maxWaitMs: 2_000,
  requirementTimeoutMs: 10_000,
  cases: 1,
};

const closing: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

function clientWith(overrides: Partial<Limits> = {}, signal?: AbortSignal) {
  const all = { ...limits, ...overrides };
  const { transport, close } = openTransport({ tls: { insecure: false } });
  closing.push(close);
  return createClient({ transport, budget: createBudget(all, signal), limits: all, signal, graceMs: 200 });
}

async function listening(server: Server | ReturnType<typeof createTcpServer>): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => {
    if ("closeAllConnections" in server) server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function serving(listener: RequestListener): Promise<string> {
  return listening(createServer(listener));
}

function speaking(answer: (socket: Socket) => void): Promise<string> {
  return listening(
    createTcpServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => answer(socket));
    }),
  );
}

function get(url: string) {
  return { method: "GET", url, headers: [] };
}

describe("an exchange that goes well", () => {
  test("keeps path, duplicate headers and body exactly as given", async () => {
    const url = await serving((request, response) => {
      response.end(
        JSON.stringify([request.url, request.rawHeaders.filter((_, i, all) => all[i - 1] === "X-Twice")]),
      );
    });
    const headers = [
      ["X-Twice", "1"],
      ["X-Twice", "2"],
    ] as const;
    const { response } = await clientWith().send({
      method: "GET",
      url: `${url}//a/%2e%2e/%00b?q=%zz`,
      headers,
    });
    expect(JSON.parse(response?.body ?? "")).toEqual(["//a/%2e%2e/%00b?q=%zz", ["1", "2"]]);
  });

  test.each([301, 302, 303, 307, 308])("follows no redirect: %i", async (status) => {
    let strayed = 0;
    const elsewhere = await serving((_, response) => {
      strayed += 1;
      response.end();
    });
    const places = [
      elsewhere,
      `${elsewhere.replace("http", "https")}/x`,
      "file:///etc/passwd",
      "/again",
      "//",
    ];
    const url = await serving((request, response) =>
      response.writeHead(status, { location: places[Number(request.url?.slice(1))] }).end(),
    );
    const headers = [["authorization", "Bearer secret"]] as const;
    const sent = places.map((_, i) => clientWith().send({ method: "POST", url: `${url}/${i}`, headers }));
    for (const { response } of await Promise.all(sent)) expect(response?.status).toBe(status);
    expect(strayed).toBe(0);
  });

  test("minds no interim answers that nobody asked for", async () => {
    const interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
    const url = await speaking((socket) => {
      socket.write(interim);
      socket.write(`${interim}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}`);
    });
    expect((await clientWith().send(get(url))).response).toMatchObject({ status: 200, body: "{}" });
  });

  test("takes HTTP/1.0 and a body that ends with the connection", async () => {
    const url = await speaking((socket) => socket.end("HTTP/1.0 200 OK\r\n\r\n{}"));
    expect((await clientWith().send(get(url))).response).toMatchObject({ status: 200, body: "{}" });
  });

  test("after a connection died, each request gets one of its own", async () => {
    let connections = 0;
    const server = createServer((request, response) => {
      if (request.url === "/die") request.socket.destroy();
      else response.end();
    }).on("connection", () => (connections += 1));
    const url = await listening(server);
    const client = clientWith();
    for (const path of ["/", "/", "/die", "/", "/", "/"]) await client.send(get(`${url}${path}`));
    // One for the first three, and one each for the others.
    expect(connections).toBe(4);
  });

  test("unpacks what a target compresses unasked", async () => {
    const url = await serving((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("hello")),
    );
    expect((await clientWith().send(get(url))).response?.body).toBe("hello");
  });
});

describe("an exchange that dies says of what", () => {
  test("nobody listens", async () => {
    const { failure } = await clientWith().send(get("http://127.0.0.1:9/"));
    expect(failure).toMatchObject({ kind: "refused" });
  });

  test("the name does not resolve", async () => {
    const { failure } = await clientWith().send(get("http://nobody.invalid/"));
    expect(failure?.kind).toBe("unresolved");
  });
});

describe("patience", () => {
  test("waits out a 429 and a 503 that say how long", async () => {
    const answers = [429, 503, 200];
    const url = await serving((_, response) => {
      response.writeHead(answers.shift() ?? 500, { "retry-after": "0" }).end();
    });
    const waited: (number | undefined)[] = [];
    const last = await clientWith().send(get(url), {}, ({ response }) => waited.push(response?.status));
    expect(last.response?.status).toBe(200);
    expect(waited).toEqual([429, 503]);
  });

  test("reads a date by the target's own clock, a day wrong as it may be", async () => {
    const yesterday = Date.now() - 24 * 3600 * 1000;
    const date = (ms: number) => new Date(ms).toUTCString();
    const answers = [429, 200];
    const url = await serving((_, response) => {
      const headers = { date: date(yesterday), "retry-after": date(yesterday) };
      response.writeHead(answers.shift() ?? 500, headers).end();
    });
    expect((await clientWith().send(get(url))).response?.status).toBe(200);
  });

  test("takes a bare 503 for an answer", async () => {
    const url = await serving((_, response) => response.writeHead(503).end());
    expect((await clientWith().send(get(url))).response?.status).toBe(503);
  });

  test("does not wait longer than it may", async () => {
    const url = await serving((_, response) => response.writeHead(429, { "retry-after": "3600" }).end());
    expect((await clientWith().send(get(url))).response?.status).toBe(429);
  });

  test("repeats a request only where that is safe", async () => {
    let count = 0;
    const url = await speaking((socket) => {
      count += 1;
      socket.destroy();
    });
    await clientWith().send({ method: "POST", url, headers: [] });
    expect(count).toBe(1);
    await clientWith().send(get(url), { repeatable: true });
    expect(count).toBe(4);
  });
});

/** How many of the moments lie within some stretch of so many milliseconds, at most. */
function mostWithin(ms: number, times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));
}

describe("the budget", () => {
  test("keeps the number of requests in flight", async () => {
    let inFlight = 0;
    let most = 0;
    const url = await serving((_, response) => {
      most = Math.max(most, ++inFlight);
      setTimeout(() => {
        inFlight -= 1;
        response.end();
      }, 5);
    });
    const client = clientWith({ concurrency: 3 });
    await Promise.all(Array.from({ length: 20 }, () => client.send(get(url))));
    expect(most).toBe(3);
  });

  test("sends a burst at once, whatever the concurrency", async () => {
    let waiting: (() => void)[] = [];
    const url = await serving((_, response) => {
      waiting.push(() => response.end());
      if (waiting.length === 10) waiting = waiting.filter((release) => release());
    });
    const client = clientWith({ concurrency: 1, timeoutMs: 5_000 });
    const send = () => client.send(get(url), { inBurst: true });
    const answers = await client.burst(10, () => Promise.all(Array.from({ length: 10 }, send)));
    expect(answers.map(({ response }) => response?.status)).toEqual(Array.from({ length: 10 }, () => 200));
  });

  test("spaces requests out to the rate, as the server sees it", async () => {
    const times: number[] = [];
    const url = await serving((_, response) => {
      times.push(performance.now());
      response.end();
    });
    const client = clientWith({ requestsPerSecond: 100 });
    const send = (inBurst = false) => client.send(get(url), { inBurst });
    const burst = client.burst(20, () => Promise.all(Array.from({ length: 20 }, () => send(true))));
    await Promise.all([burst, ...Array.from({ length: 130 }, () => send())]);
    expect(times).toHaveLength(150);
    // 149 turns of 10 ms; timers may fire a little early, never much.
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1_200);
    // The rate and the burst; as many again, because a busy machine stamps late what came in time.
    expect(mostWithin(1_000, times)).toBeLessThan(240);
  });
});

test("an interrupted run sends nothing more, and gives up on what is not answered soon", async () => {
  let count = 0;
  const url = await serving(() => (count += 1));
  const interruption = new AbortController();
  const client = clientWith({ timeoutMs: 60_000 }, interruption.signal);
  const sent = client.send(get(url));
  setTimeout(() => interruption.abort(), 20);
  expect((await sent).failure).toEqual({ kind: "timeout", message: "no answer before the run was stopped" });
  await expect(client.send(get(url))).rejects.toThrow("aborted");
  expect(count).toBe(1);
});

test("an interrupted run sends nothing that still waits for its turn", async () => {
  let count = 0;
  const interruption = new AbortController();
  const url = await serving((_, response) => {
    count += 1;
    interruption.abort();
    setTimeout(() => response.end(), 20);
  });
  const client = clientWith({ concurrency: 1 }, interruption.signal);
  const sent = await Promise.allSettled([1, 2, 3].map(() => client.send(get(url))));
  expect(sent.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(count).toBe(1);
});

test("an interrupted run hears what became of the requests under way", async () => {
  const interruption = new AbortController();
  const url = await serving((_, response) => {
    interruption.abort();
    setTimeout(() => response.end("done"), 20);
  });
  const { response } = await clientWith({ timeoutMs: 60_000 }, interruption.signal).send(get(url));
  expect(response?.body).toBe("done");
});

test("an answer that is lost on purpose is a closed connection", async () => {
  const url = await serving(() => undefined);
  const { failure } = await clientWith().send(get(url), { hangUpAfterMs: 10 });
  expect(failure).toEqual({ kind: "closed", message: "hung up on purpose" });
});
