import type { Clock } from "./clock.ts";
import { createControl } from "./control.ts";
import type { Dialect, Fault } from "./fault.ts";
import { listen, toIncoming } from "./listener.ts";
import type { Respond } from "./listener.ts";
import { createParts } from "./parts.ts";
import type { Parts, PartsOptions, Use } from "./parts.ts";

export interface MerchantCredentials {
  readonly email: string;
  readonly password: string;
}

export interface ReferenceServerOptions extends PartsOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  /** The origin that checkout URLs start with, where it is not the one listened on. */
  readonly publicUrl?: string | undefined;
  /** Opens the control listener, on a port of its own and always on 127.0.0.1. */
  readonly control?: boolean | undefined;
  readonly controlPort?: number | undefined;
  readonly dialects?: readonly Dialect[] | undefined;
  readonly faults?: readonly Fault[] | undefined;
  /** Those who can log in from the start; filled up to two. */
  readonly merchants?: readonly MerchantCredentials[] | undefined;
}

export interface ReferenceServer {
  /** The origin; the API is at `${url}/api/v1`. */
  readonly url: string;
  readonly controlUrl?: string;
  readonly merchants: readonly MerchantCredentials[];
  readonly clock: Clock;
  close(): Promise<void>;
}

/** Whom the server knows when nobody is named. Nothing but test data is behind these passwords. */
export const defaultMerchants: readonly MerchantCredentials[] = [
  { email: "owner@first-merchant.example", password: "first-merchant-pass" },
  { email: "owner@second-merchant.example", password: "second-merchant-pass" },
];

const assemble = (options: ReferenceServerOptions): Use => {
  const use: Use = () => parts;
  let parts: Parts = createParts(use, options);
  for (const { wrap } of [...(options.dialects ?? []), ...(options.faults ?? [])]) parts = wrap(parts);
  return use;
};

const seed = async (use: Use, merchants: readonly MerchantCredentials[]): Promise<void> => {
  for (const { email, password } of merchants) {
    const passwordHash = await use().passwords.hash(password);
    use().merchants.add({ id: use().secrets.id(), email, passwordHash, createdAt: use().clock.now() });
  }
};

const serveApi =
  (use: Use): Respond =>
  async (request, response) => {
    const incoming = toIncoming(request, await use().bodyReader.collect(request));
    use().finisher.write(await use().front.answer(incoming), response, incoming);
  };

/** Starts a reference server; the promise is kept when it listens. */
export const createReferenceServer = async (
  options: ReferenceServerOptions = {},
): Promise<ReferenceServer> => {
  const { port = 0, host = "127.0.0.1", control = false, controlPort = 0, merchants = [] } = options;
  const use = assemble(options);
  const known = [...merchants, ...defaultMerchants.slice(merchants.length)];
  await seed(use, known);
  const { isOn: _, ...terms } = use().tls;
  const identity = options.tls === undefined ? undefined : { ...options.tls, ...terms };
  const api = await listen(serveApi(use), port, host, identity);
  use().links.setOrigin(options.publicUrl ?? api.origin);
  const steering = control ? await listen(createControl(use), controlPort, "127.0.0.1") : undefined;
  return {
    url: api.origin,
    ...(steering === undefined ? {} : { controlUrl: steering.origin }),
    merchants: known,
    clock: use().clock,
    close: async () => {
      use().sender.stop();
      await Promise.all([api.close(), steering?.close(), use().outbound.close()]);
    },
  };
};
