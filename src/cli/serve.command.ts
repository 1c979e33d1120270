import { once } from "node:events";
import { means } from "../model/index.ts";
import { nearest } from "../model/nearest.ts";
import {
  type Dialect,
  type Fault,
  type ReferenceServer,
  UnknownFaultError,
  createReferenceServer,
  dialectNames,
  faultNames,
  findDialect,
  loadFault,
} from "../reference/index.ts";
import type { Context } from "./context.ts";
import { quote } from "../library/invocation.ts";
import { UsageError } from "./usage-error.ts";

export interface ServeFlags {
  readonly port?: number;
  readonly controlPort?: number;
  readonly dialect?: readonly string[];
  readonly fault?: readonly string[];
  readonly latency?: number;
  readonly rateLimit?: number;
  readonly json?: boolean;
}

/** Runs the reference server until it is told to stop. */
export async function serveCommand(flags: ServeFlags, { print, signal }: Context): Promise<number> {
  const dialects = (flags.dialect ?? []).map(dialectNamed);
  const faults = await Promise.all((flags.fault ?? []).map(faultNamed));
  const server = await start(flags, { dialects, faults });
  print(flags.json === true ? `${JSON.stringify(facts(server))}\n` : welcome(server, flags));
  if (!signal.aborted) await once(signal, "abort");
  await server.close();
  return 0;
}

function dialectNamed(name: string): Dialect {
  const found = findDialect(name);
  if (found !== undefined) return found;
  const meant = nearest(name, dialectNames()) ?? "contrary";
  throw new UsageError(
    `There is no dialect "${name}". Did you mean ${meant}?`,
    `"contrary" is all of them at once; each choice has a name of its own: ${dialectNames().slice(1, 4).join(", ")} …`,
  );
}

async function faultNamed(name: string): Promise<Fault> {
  try {
    return await loadFault(name);
  } catch (cause) {
    if (!(cause instanceof UnknownFaultError)) throw cause;
    const known = faultNames().length;
    throw new UsageError(
      cause.message,
      `${known} faults are known; each is named by the requirement it breaks`,
      {
        cause,
      },
    );
  }
}

interface Changes {
  readonly dialects: readonly Dialect[];
  readonly faults: readonly Fault[];
}

async function start(flags: ServeFlags, changes: Changes): Promise<ReferenceServer> {
  const { port, controlPort, latency: latencyMs, rateLimit } = flags;
  try {
    return await createReferenceServer({
      port,
      control: true,
      controlPort,
      ...changes,
      latencyMs,
      rateLimit,
    });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw cause;
    throw new UsageError(
      `cannot listen: ${message}`,
      "give another --port or --control-port, or none for any",
      {
        cause,
      },
    );
  }
}

function facts({ url, controlUrl, merchants }: ReferenceServer) {
  return { url, controlUrl, merchants };
}

function welcome(server: ReferenceServer, { dialect = [], fault = [] }: ServeFlags): string {
  const { url, controlUrl = "", merchants } = server;
  return [
    `Kadosei reference server   ${url}/api/v1`,
    `Control                    ${controlUrl}`,
    ...merchants.map(({ email, password }) => `Merchant                   ${email}  ${password}`),
    ...(dialect.length === 0 ? [] : [`Dialect                    ${dialect.join(", ")}`]),
    ...(fault.length === 0 ? [] : [`Faults                     ${fault.join(", ")}`]),
    "",
    "Judge it:",
    `  ${commandFor(server)}`,
    "",
    "Ctrl-C stops it.",
    "",
  ].join("\n");
}

/** The control listener can only be given by a configuration file, so the command line goes without. */
function commandFor({ url, merchants: [merchant] }: ReferenceServer): string {
  const without = means.filter((name) => name !== "waitForExpiry" && name !== "expiredToken").join(",");
  const { email = "", password = "" } = merchant ?? {};
  return `KADOSEI_PASSWORD=${quote(password)} kadosei-conformance --url ${url} --email ${quote(email)} --without ${without}`;
}
