import { type Entry, type Layer, layerOf } from "../config/index.ts";
import { type Means, claims } from "../model/index.ts";
import { createReferenceServer, type ReferenceServerOptions } from "../reference/index.ts";

/** The bundled reference server, with the settings that point a run at it. */
export interface Self {
  readonly layer: Layer;
  close(): Promise<void>;
}

/** What a run against ourselves lacks: nothing here listens for webhook deliveries. */
export const selfLacks: readonly Means[] = ["receiver"];

/** Starts the reference server for one run. Means named in `without` are left unconfigured. */
export async function startSelf(
  without: readonly string[] = [],
  options: ReferenceServerOptions = {},
): Promise<Self> {
  const server = await createReferenceServer({ ...options, control: true });
  const [merchant, secondMerchant] = server.merchants;
  const settings: Readonly<Record<string, unknown>> = {
    target: { url: server.url },
    merchant,
    secondMerchant,
    claims,
    without: selfLacks,
    ...drivers(server.controlUrl ?? ""),
  };
  const entries = Object.entries(settings)
    .filter(([name]) => !without.includes(name))
    .map(([name, value]): Entry => ({ path: [name], value, place: "--self" }));
  return { layer: layerOf(entries), close: () => server.close() };
}

/** The control listener as the drivers of a configuration. */
function drivers(control: string): Readonly<Record<string, unknown>> {
  const post = (path: string) => ({ request: `POST ${control}${path}` });
  return {
    checkout: {
      pay: post("/sessions/{sessionId}/pay"),
      decline: post("/sessions/{sessionId}/decline"),
      cancel: post("/sessions/{sessionId}/cancel"),
    },
    refunds: { complete: post("/refunds/{refundId}/complete"), fail: post("/refunds/{refundId}/fail") },
    clock: { advance: { ...post("/clock"), body: { advanceSeconds: "{seconds}" } } },
    invites: { issue: { ...post("/invites"), token: "/token" } },
  };
}
