import { type Entry, type Layer, layerOf } from "../config/index.ts";
import { claims } from "../model/index.ts";
import {
  createReferenceServer,
  type ReferenceServer,
  type ReferenceServerOptions,
} from "../reference/index.ts";
import { openReceiver } from "../runner/index.ts";

/** What a run needs to know of the reference server. */
export type OpenServer = Pick<ReferenceServer, "url" | "controlUrl" | "merchants" | "close">;

/** The bundled reference server, with the settings that point a run at it. */
export interface Self {
  readonly layer: Layer;
  close(): Promise<void>;
}

/** On this machine a delivery takes milliseconds: one that is not there after that will not come. */
const deliveryPatience = "3s";

/** Starts the reference server for one run. Means named in `without` are left unconfigured. */
export async function startSelf(
  without: readonly string[] = [],
  options: ReferenceServerOptions = {},
  open: (options: ReferenceServerOptions) => Promise<OpenServer> = createReferenceServer,
): Promise<Self> {
  // The name, not the address: the server trusts one origin, and all other ways to this machine are closed to it.
  const receiver = await openReceiver({ listen: "127.0.0.1:0", publicUrl: "https://localhost:0" });
  const server = await open({
    allowLoopbackWebhooks: [receiver.settings.publicUrl],
    webhookCa: receiver.certificate,
    ...options,
    control: true,
  });
  const [merchant, secondMerchant] = server.merchants;
  const settings: Readonly<Record<string, unknown>> = {
    target: { url: server.url },
    merchant,
    secondMerchant,
    claims,
    receiver: { ...receiver.settings, patience: deliveryPatience },
    ...drivers(server.controlUrl ?? "", without),
  };
  const entries = Object.entries(settings)
    .filter(([name]) => !without.includes(name))
    .map(([name, value]): Entry => ({ path: [name], value, place: "--self" }));
  const close = async () => {
    await Promise.all([server.close(), receiver.close()]);
  };
  return { layer: layerOf(entries), close };
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
