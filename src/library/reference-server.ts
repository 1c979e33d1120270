import type { Merchant } from "../model/index.ts";
import {
  type Dialect,
  dialectNames as namesOfDialects,
  faultNames as namesOfFaults,
  findDialect,
  loadFault,
  type ReferenceServerOptions as ServerOptions,
} from "../reference/index.ts";
import { ConformanceError, conformanceErrorFrom } from "./conformance-error.ts";
import type { ConformanceOptions } from "./conformance-options.ts";
import { startSelf } from "./self.ts";

/** How the bundled reference server is to behave. */
export interface ReferenceServerOptions {
  /** Defects to serve with, by name. */
  readonly faults?: readonly string[];
  /** Lawful choices to make otherwise, by name; `contrary` is all of them. */
  readonly dialects?: readonly string[];
  /** 0, the default, takes any free one. */
  readonly port?: number;
  /** Milliseconds added to every answer. */
  readonly latencyMs?: number;
  /** Requests per second before it answers 429. */
  readonly rateLimit?: number;
}

/** A reference server that listens on this machine. */
export interface ReferenceServer {
  /** The origin; the API is at `${url}/api/v1`. */
  readonly url: string;
  /** Who can log in. Nothing but test data is behind the passwords. */
  readonly merchants: readonly Merchant[];
  /** Points a run at the server, with all means: `runConformance({ ...server.options, only })`. */
  readonly options: ConformanceOptions;
  /** Stops it; the promise is kept when its ports are free. */
  close(): Promise<void>;
}

/**
 * Starts the reference server of this package, with everything that a run can be given: a clock to move, a shopper
 * who pays, a receiver of webhooks. Keeps everything in memory.
 *
 * @param options - Defects and choices to serve with; the plain server unless told.
 * @returns The server, once it listens.
 * @throws {@link ConformanceError} `unknown-fault` for a name that there is not, `defect` where it can't listen.
 */
export async function startReferenceServer(options: ReferenceServerOptions = {}): Promise<ReferenceServer> {
  try {
    const { faults = [], dialects = [], ...rest } = options;
    const server: ServerOptions = {
      ...rest,
      dialects: dialects.map(dialectNamed),
      faults: await Promise.all(faults.map(loadFault)),
    };
    const { url, merchants, settings, close } = await startSelf([], server);
    return { url, merchants, options: settings as ConformanceOptions, close };
  } catch (cause) {
    throw conformanceErrorFrom(cause);
  }
}

/**
 * The defects that the reference server can be started with.
 *
 * @returns Their names, in alphabetical order.
 */
export function faultNames(): readonly string[] {
  return namesOfFaults();
}

/**
 * The lawful choices that the reference server can make otherwise.
 *
 * @returns Their names; the first, `contrary`, is all of them at once.
 */
export function dialectNames(): readonly string[] {
  return namesOfDialects();
}

function dialectNamed(name: string): Dialect {
  const found = findDialect(name);
  if (found !== undefined) return found;
  throw new ConformanceError(
    "unknown-fault",
    `there is no dialect "${name}"`,
    "dialectNames() tells them all",
  );
}
