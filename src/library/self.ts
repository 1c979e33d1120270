import { type Entry, type Layer, layerOf } from "../config/index.ts";
import { claims } from "../model/index.ts";
import type { ReferenceServer, ReferenceServerOptions } from "../reference/index.ts";
import { openReceiver, type StandingReceiver } from "../runner/index.ts";

/** What a run needs to know of the reference server. */
export type OpenServer = Pick<ReferenceServer, "url" | "controlUrl" | "merchants" | "close">;

/** The bundled reference server, with the settings that point a run at it. */
export interface Self extends Pick<OpenServer, "url" | "merchants"> {
  /** Keys of a configuration that point a run at the server, with all means. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly layer: Layer;
  close(): Promise<void>;
}

/** On this machine a delivery takes milliseconds: one that is not there after that will not come. */
const deliveryPatience = "3s";

/** So many requests at once that judge and judged hardly wait for each other. */
const enough = 16;

/** Starts the reference server for one run. Means named in `without` are left unconfigured. */
export async function startSelf(
  without: readonly string[] = [],
  options: ReferenceServerOptions = {},
  open: (options: ReferenceServerOptions) => Promise<OpenServer> = openHere,
): Promise<Self> {
  // The name, not the address: the server trusts one origin, and all other ways to this machine are closed to it.
  const receiver = await openReceiver({ listen: "127.0.0.1:0", publicUrl: "https://localhost:0" });
  const server = await opened(receiver, () =>
    open({
      allowLoopbackWebhooks: [receiver.settings.publicUrl],
      webhookCa: receiver.certificate,
      ...options,
      control: true,
    }),
  );
  const { url, merchants } = server;
  const [merchant, secondMerchant] = merchants;
  const all: Readonly<Record<string, unknown>> = {
    target: { url },
    merchant,
    secondMerchant,
    claims,
    receiver: { ...receiver.settings, patience: deliveryPatience },
    limits: { concurrency: enough },
    ...drivers(server.controlUrl ?? "", without),
  };
  const settings = Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name)));
  const entries = Object.entries(settings).map(([name, value]): Entry => ({
    path: [name],
    value,
    place: "--self",
  }));
  const close = async () => {
    await Promise.all([server.close(), receiver.close()]);
  };
  return { url, merchants, settings, layer: layerOf(entries), close };
}

/** Loaded only where it is to run: a run that has it on another thread need not wait for it twice. */
async function openHere(options: ReferenceServerOptions): Promise<OpenServer> {
  const { createReferenceServer } = await import("../reference/index.ts");
  return createReferenceServer(options);
}

/** A receiver whose server does not start is of no use to anybody. */
async function opened(receiver: StandingReceiver, open: () => Promise<OpenServer>): Promise<OpenServer> {
  try {
    return await open();
  } catch (error) {
    await receiver.close();
    throw error;
  }
}

/** The control listener as the drivers of a configuration. */
function drivers(control: string, without: readonly string[]): Readonly<Record<string, unknown>> {
  const post = (path: string) => ({ request: `POST ${control}${path}` });
  const fail = { ...post("/refunds/outcome"), body: { outcome: "fail", sessionId: "{sessionId}" } };
  return {
    checkout: {
      pay: post("/sessions/{sessionId}/pay"),
      decline: post("/sessions/{sessionId}/decline"),
      cancel: post("/sessions/{sessionId}/cancel"),
    },
    refunds: {
      complete: post("/refunds/{refundId}/complete"),
      ...(without.includes("refundFailure") ? {} : { fail }),
    },
    clock: { advance: { ...post("/clock"), body: { advanceSeconds: "{seconds}" } } },
    invites: { issue: { ...post("/invites"), token: "/token" } },
  };
}
