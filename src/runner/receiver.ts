import type { ReceiverSettings } from "../model/index.ts";
import { Blocked, type Inbox, type Receiver, type Reply, type Way } from "../suite/index.ts";
import { type Box, type Listener, listen, listenerKey, tokenOf } from "./receiver-listener.ts";
import { post } from "./receiver-probe.ts";

/** The receiver of a run; holds a socket until it is closed. */
export interface RunReceiver extends Receiver {
  close(): Promise<void>;
}

/** A receiver that listens before the run it is for begins, so that its target can be told of it. */
export interface StandingReceiver {
  /** What makes a run share it. */
  readonly settings: { readonly listen: string; readonly publicUrl: string };
  /** What a target must trust, where the certificate was made here. */
  readonly certificate: string | undefined;
  close(): Promise<void>;
}

interface Shared {
  readonly listener: Promise<Listener>;
  users: number;
}

/** The sockets of this process: runs that are told the same address share one. */
const shared = new Map<string, Shared>();

export async function openReceiver(
  settings: Omit<ReceiverSettings, "patienceMs">,
): Promise<StandingReceiver> {
  const listener = await listen(settings);
  const key = listenerKey(listener.origin);
  shared.set(key, { listener: Promise.resolve(listener), users: 1 });
  return {
    settings: { listen: listener.origin, publicUrl: publicUrlOf(settings, listener) },
    certificate: listener.certificate,
    close: () => leave(key),
  };
}

/** Listens when a check first asks for it. */
export function createReceiver(settings: ReceiverSettings | undefined, signal?: AbortSignal): RunReceiver {
  const waiting = new Set<() => void>();
  let joined: Promise<Listener> | undefined;
  let way: Promise<Way> | undefined;
  const giveUpAll = () => waiting.forEach((giveUp) => giveUp());
  signal?.addEventListener("abort", giveUpAll);
  const listener = () => (joined ??= join(settings));
  const open = async (...replies: readonly Reply[]): Promise<Inbox> => {
    const opened = await listener();
    const publicUrl = publicUrlOf(settings ?? {}, opened);
    const patienceMs = settings?.patienceMs ?? 0;
    return inboxOf(opened.box(replies), { listener: opened, publicUrl, patienceMs, waiting, signal });
  };
  return {
    open,
    way: () => (way ??= findWay(open)),
    troubles: async () => (await listener()).troubles,
    async close() {
      signal?.removeEventListener("abort", giveUpAll);
      giveUpAll();
      if (joined !== undefined && (await listens(joined))) await leave(listenerKey(settings?.listen ?? ""));
    },
  };
}

async function join(settings: ReceiverSettings | undefined): Promise<Listener> {
  if (settings === undefined) throw new Blocked("`receiver` is not configured");
  const key = listenerKey(settings.listen);
  const known = shared.get(key) ?? { listener: listen(settings), users: 0 };
  known.users += 1;
  shared.set(key, known);
  try {
    return await known.listener;
  } catch (error) {
    shared.delete(key);
    const why = error instanceof Error ? error.message : String(error);
    throw new Blocked(`the receiver could not listen on ${settings.listen}: ${why}`, undefined, error);
  }
}

async function leave(key: string): Promise<void> {
  const known = shared.get(key);
  if (known === undefined) return;
  known.users -= 1;
  if (known.users > 0) return;
  shared.delete(key);
  await (await known.listener).close();
}

async function listens(listener: Promise<Listener>): Promise<boolean> {
  return listener.then(
    () => true,
    () => false,
  );
}

function publicUrlOf({ publicUrl }: { readonly publicUrl?: string }, { origin, port }: Listener): string {
  return (publicUrl ?? origin).replace(/:0(?=\/|$)/, `:${port}`).replace(/\/+$/, "");
}

interface InboxParts {
  readonly listener: Listener;
  readonly publicUrl: string;
  readonly patienceMs: number;
  readonly waiting: Set<() => void>;
  readonly signal: AbortSignal | undefined;
}

function inboxOf(box: Box, { listener, publicUrl, patienceMs, waiting, signal }: InboxParts): Inbox {
  return {
    url: `${publicUrl}/${box.id}`,
    urlAt: (host) => `https://${host}:${listener.port}/${box.id}`,
    token: tokenOf(box),
    deliveries: () => [...box.deliveries],
    waitFor: (count, withinMs = patienceMs) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waiting.delete(done);
          box.onDelivery.delete(look);
          resolve([...box.deliveries]);
        };
        const look = () => {
          if (box.deliveries.length >= count) done();
        };
        const timer = setTimeout(done, withinMs);
        waiting.add(done);
        box.onDelivery.add(look);
        if (signal?.aborted === true) done();
        look();
      }),
  };
}

/** Finds out by requests of our own where the public URL leads, and whether a connection hung up on is seen as one. */
async function findWay(open: Receiver["open"]): Promise<Way> {
  const answering = await open();
  const dropping = await open({ drop: true });
  const reached = await post(answering.url);
  if (reached === undefined || !reached.includes(answering.token)) return "unknown";
  return (await post(dropping.url)) === undefined ? "direct" : "forwarded";
}
