import { isDeepStrictEqual } from "node:util";
import { type OperationName, operations } from "../model/index.ts";
import { type Answer, headerIn, isSuccess, shown, summary } from "./answer.ts";
import { type Arranged, operationsWhere, type OperationVariant } from "./arrange.ts";
import { type Call, withHeader, withoutAuthorization, withQuery } from "./call.ts";
import type { Variant } from "./define.ts";
import type { TlsVersion } from "./drivers.ts";
import { notAccepted } from "./expect/refusal.ts";
import { owned } from "./isolation.ts";
import { keepStill } from "./restless.ts";
import { Blocked, type Evidence, NotServed, Violation } from "./violation.ts";
import type { World } from "./world.ts";

/** On loopback nobody listens in: TLS is asked for only where there is a network in between. */
function requireNetwork({ facts }: World): void {
  const { protocol, hostname } = new URL(facts.baseUrl);
  const isLoopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (isLoopback && protocol === "http:") throw new NotServed(`TLS on ${hostname}, where none is needed`);
}

/** What only a target shows that speaks TLS at all; another requirement judges whether it does. */
export function requireTls(world: World): void {
  requireNetwork(world);
  if (!isSecure(world.facts.baseUrl)) throw new NotServed("TLS");
}

function isSecure(url: unknown): boolean {
  return typeof url === "string" && /^https:/i.test(url);
}

export interface Address extends Variant {
  readonly find: (world: World) => Promise<{ url: string; answer?: Answer }>;
}

/** The addresses at which merchants and shoppers meet the target. */
export const addresses: readonly Address[] = [
  { name: "the API", find: async ({ facts }) => ({ url: facts.baseUrl }) },
  {
    name: "the checkout page",
    find: async ({ given }) => {
      const { checkoutUrl, answer } = await given.session();
      return { url: checkoutUrl, answer };
    },
  },
];

export async function beSecure(world: World, { name, find }: Address): Promise<void> {
  requireNetwork(world);
  const { url, answer } = await find(world);
  if (isSecure(url)) return;
  throw new Violation({ where: `address of ${name}`, expected: "an https URL", actual: url, answer });
}

/** Versions that RFC 8996 has retired. */
export const retiredVersions: readonly (Variant & { readonly version: TlsVersion })[] = [
  { name: "TLS 1.0", version: "TLSv1" },
  { name: "TLS 1.1", version: "TLSv1.1" },
];

export async function refuseVersion(world: World, version: TlsVersion): Promise<void> {
  requireTls(world);
  const { handshakes } = world;
  if (!(await handshakes.speaks("TLSv1.2")) && !(await handshakes.speaks("TLSv1.3")))
    throw new Blocked("no handshake by TLS 1.2 or 1.3 came about either");
  if (!(await handshakes.speaks(version))) return;
  throw new Violation({
    where: `handshake by ${version} alone`,
    expected: "to be refused",
    actual: "accepted",
    hint: "RFC 8996 retired TLS 1.0 and 1.1; take TLS 1.2 and newer only",
  });
}

/** One answer of each kind that different layers of a server are likely to make: done, 400, 401, 404 and no route. */
export async function answersOfEachKind(world: World): Promise<readonly Answer[]> {
  const { given, visitor, payments, send, call } = world;
  const lawful = await visitor.login(given.merchant);
  if (!isSuccess(lawful)) throw new Blocked(`login was not accepted: ${summary(lawful)}`, lawful);
  const read = await call("readSession", { params: { sessionId: given.absentId() } });
  return [
    lawful,
    await visitor.login({}),
    await send(withoutAuthorization(read)),
    await payments.readSession(given.absentId()),
    await send({ ...read, operation: undefined, path: `/${given.name()}`, odd: true }),
  ];
}

/** Headers that are there only to name the software. */
const namers = [
  "x-powered-by",
  "x-aspnet-version",
  "x-aspnetmvc-version",
  "x-generator",
  "x-runtime-version",
];

/** Says what runs, and in which version, for whoever looks for known holes. */
export function namesNoTechnology(answers: readonly Answer[]): void {
  const evidence = answers.flatMap((answer): Evidence[] => {
    const banners = namers.flatMap((name) => bannerOf(answer, name, () => true));
    const server = bannerOf(answer, "server", (value) => /\/\s*v?\d|\d+\.\d+/.test(value));
    return [...banners, ...server];
  });
  if (evidence.length > 0) throw new Violation(evidence);
}

function bannerOf(answer: Answer, name: string, tells: (value: string) => boolean): Evidence[] {
  const value = headerIn(answer, name);
  if (value === undefined || !tells(value)) return [];
  const expected = name === "server" ? "no version" : "nothing";
  return [{ where: `${name} header of a ${answer.status}`, expected, actual: value, answer }];
}

/** Origins that no target has reason to trust, those that resemble its own among them. */
function foreignOrigins({ facts }: World): readonly string[] {
  const { host } = new URL(facts.baseUrl);
  return [
    "https://attacker.example",
    "null",
    `https://${host}.attacker.example`,
    "http://attacker.example:8080",
  ];
}

/** Asks as a page of a foreign origin would, before a request and with it. */
export async function closeToForeignPages(world: World): Promise<void> {
  const { given, call, attempt } = world;
  const login = await call("login", { json: given.merchant });
  const read = await call("readSession", { params: { sessionId: given.absentId() } });
  const evidence: Evidence[] = [];
  for (const origin of foreignOrigins(world))
    for (const asked of [login, read, preflight(login), preflight(read)]) {
      const answer = await attempt(withHeader({ ...asked, odd: true }, "origin", origin));
      if (letsPagesIn(answer, origin)) evidence.push(openTo(origin, asked.method, answer));
    }
  if (evidence.length > 0) throw new Violation(evidence);
}

function preflight(call: Call): Call {
  const { json: _, ...rest } = withoutAuthorization(call);
  const asking = withHeader(rest, "access-control-request-method", call.method);
  const headers = withHeader(asking, "access-control-request-headers", "authorization, content-type");
  return { ...headers, method: "OPTIONS", operation: undefined };
}

function letsPagesIn(answer: Answer, origin: string): boolean {
  const allowed = headerIn(answer, "access-control-allow-origin")?.trim();
  const withCredentials = headerIn(answer, "access-control-allow-credentials")?.trim() === "true";
  return withCredentials && (allowed === "*" || allowed?.toLowerCase() === origin.toLowerCase());
}

function openTo(origin: string, method: string, answer: Answer): Evidence {
  return {
    where: `Access-Control-Allow-Origin, ${method} from ${origin}`,
    expected: "no credentials for any origin that asks",
    actual: `${headerIn(answer, "access-control-allow-origin")} with credentials`,
    hint: "list the origins that are trusted; reflecting whatever comes trusts them all",
    answer,
  };
}

/** One operation per path: the one by which a path does most, so that an answer to another method shows it. */
export const pathsToProbe: readonly OperationVariant[] = onePerPath(
  operationsWhere(() => true).filter(({ operation }) => operation !== "deleteWebhook"),
);

function onePerPath(variants: readonly OperationVariant[]): readonly OperationVariant[] {
  const telling = new Map<string, OperationVariant>();
  for (const variant of variants) {
    const { path, method } = operations[variant.operation];
    if (!telling.has(path) || method !== "GET") telling.set(path, { ...variant, name: path });
  }
  return [...telling.values()];
}

/** Judges that asking about a path, by OPTIONS or HEAD, neither breaks nor does anything. */
export async function onlyTell(world: World, operation: OperationName): Promise<void> {
  await doNothing(world, await owned(world, operation), "OPTIONS or HEAD", async (call) => {
    const evidence: Evidence[] = [];
    for (const method of ["OPTIONS", "HEAD"]) {
      const answer = await askedBy(world, call, method);
      if (answer.status === 0 || answer.status >= 500)
        evidence.push({
          where: `status of ${method}`,
          expected: "any below 500",
          actual: summary(answer),
          answer,
        });
    }
    return evidence;
  });
}

/** Operations that take another method than GET, and no body that a GET would lack. */
export const overridable: readonly OperationVariant[] = operationsWhere(
  ({ method, request, credential }) =>
    credential === "jwt" && ["DELETE", "PATCH"].includes(method) && request === undefined,
);

const overridingHeaders = ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"];

/** Judges that a GET stays one, whatever other method a header or the query names. */
export async function stayAGet(world: World, operation: OperationName): Promise<void> {
  await doNothing(world, await owned(world, operation), "a GET that names another method", async (call) => {
    const disguised = [
      ...overridingHeaders.map((name) => withHeader(call, name, call.method)),
      withQuery(call, "_method", call.method),
    ];
    for (const one of disguised) await askedBy(world, one, "GET");
    return [];
  });
}

/** Judges that a call was not carried out by what was asked on its path; `ask` tells what else is wrong. */
async function doNothing(
  world: World,
  arranged: Arranged,
  by: string,
  ask: (call: Call) => Promise<readonly Evidence[]>,
): Promise<void> {
  const before = await arranged.look?.();
  const evidence = [...(await ask(arranged.call))];
  const after = await arranged.look?.();
  if (arranged.look !== undefined && !isDeepStrictEqual(before, after)) {
    await keepStill(arranged.look);
    evidence.push(changed(by, `${shown(before)} before, ${shown(after)} after`));
  }
  const done = await alreadyDone(world, arranged, by);
  if (done !== undefined && evidence.length === 0) evidence.push(done);
  if (evidence.length > 0) throw new Violation(evidence);
}

async function askedBy({ attempt }: World, call: Call, method: string): Promise<Answer> {
  const { json: _, ...rest } = call;
  const plain = { ...rest, method, operation: undefined, odd: true };
  const answer = await attempt(plain, { repeatable: true });
  return answer.status === 0 ? attempt(plain, { repeatable: true }) : answer;
}

/** The call itself is still to be done; where it is refused although its like is accepted, it was done before. */
async function alreadyDone(
  { send }: World,
  { call, sibling }: Arranged,
  by: string,
): Promise<Evidence | undefined> {
  const answer = await send(call);
  if (isSuccess(answer)) return undefined;
  const again = await send((await sibling()).call);
  if (isSuccess(again)) return changed(by, `the call itself then answered ${summary(answer)}`, answer);
  throw notAccepted(again);
}

function changed(by: string, actual: string, answer?: Answer): Evidence {
  return { where: "effect", expected: `nothing done by ${by}`, actual, answer };
}
