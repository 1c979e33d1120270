import type { LookupAddress } from "node:dns";
import { Resolver } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { Agent, request } from "undici";
import type { Dispatcher } from "undici";
import type { Use } from "./parts.ts";

export interface Posted {
  readonly status: number;
  /** The beginning of the body: as many characters as anybody may want. */
  readonly text: string;
}

/** HTTP to the outside world. Follows no redirect; throws on every network failure. */
export interface Outbound {
  post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<Posted>;
  close(): Promise<void>;
}

// Not the system's lookup: it works in the thread pool, where slow names would hold up every password and token.
const resolver = new Resolver({ timeout: 1000, tries: 2 });

const resolve = async (hostname: string): Promise<LookupAddress[]> => {
  if (hostname === "localhost") return [{ address: "127.0.0.1", family: 4 }];
  const found = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
  const [ipv4 = [], ipv6 = []] = found.map((each) => (each.status === "fulfilled" ? each.value : []));
  return [
    ...ipv4.map((address) => ({ address, family: 4 })),
    ...ipv6.map((address) => ({ address, family: 6 })),
  ];
};

/** Refuses addresses at the moment of connecting: checking any earlier would let the name change its mind. */
const guardedLookup =
  (use: Use): LookupFunction =>
  async (hostname, options, callback) => {
    const addresses = await resolve(hostname).catch(() => []);
    const permitted = addresses.filter(({ address }) => use().urlGuard.permitsAddress(address));
    const [first] = permitted;
    if (first === undefined) callback(new Error("The name leads nowhere, or to an internal address"), "");
    else if (options.all === true) callback(null, permitted);
    else callback(null, first.address, first.family);
  };

const readText = async (body: AsyncIterable<Buffer>, most: number): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    // Four bytes are the longest character.
    if (size >= most * 4) break;
  }
  return Buffer.concat(chunks).toString("utf8");
};

export const createOutbound = (use: Use, ca: string | undefined): Outbound => {
  const trust = ca === undefined ? {} : { ca };
  const guarded = new Agent({ connect: { ...trust, lookup: guardedLookup(use) }, connections: 16 });
  const unguarded = new Agent({ connect: trust, connections: 16 });
  const dispatcherFor = (url: URL): Dispatcher => (use().urlGuard.isTrusted(url) ? unguarded : guarded);
  return {
    post: async (address, content, headers) => {
      const url = new URL(address);
      const objection = use().urlGuard.objection(url);
      if (objection !== undefined) throw new Error(`The URL ${objection}`);
      const { statusCode, body } = await request(url, {
        method: "POST",
        body: content,
        headers: { "content-type": "application/json", ...headers },
        dispatcher: dispatcherFor(url),
        signal: AbortSignal.timeout(use().limits.webhookTimeoutMs),
      });
      return { status: statusCode, text: await readText(body, use().limits.webhookResponseBody) };
    },
    close: async () => {
      await Promise.all([guarded.destroy(), unguarded.destroy()]);
    },
  };
};
