import { isSuccess } from "./answer.ts";
import type { Arranged } from "./arrange.ts";
import { bearer, type Call, withAuthorization } from "./call.ts";
import type { Variant } from "./define.ts";
import { judgeRefusal, notAccepted, type Flaw } from "./expect/refusal.ts";
import { type Jwt, readJwt } from "./jwt.ts";
import { findRead, underToken } from "./management-uses.ts";
import { Blocked, NotServed } from "./violation.ts";
import type { World } from "./world.ts";

/** A way to make a token that nobody issued, out of one that was. */
export interface Forgery {
  readonly name: string;
  readonly forge: (genuine: Jwt) => string | Promise<string>;
  /** Serves on a token that is no JWT as well. */
  readonly anyToken?: boolean;
  /** Made without anything genuine but the claims: that it comes out as the genuine token is the worst that can be. */
  readonly reproduces?: boolean;
  /** Keeps so much of the genuine signature that reports must not show it. */
  readonly secret?: boolean;
  /** So large that whatever stands in front of the API may answer, or hang up. */
  readonly huge?: boolean;
}

/** One kind of operation under every forgery of a table. */
export interface Trial extends Variant {
  readonly arrange: (world: World) => Promise<Arranged>;
  readonly forgeries: (world: World) => Promise<readonly Forgery[]> | readonly Forgery[];
  readonly hint: string;
}

const kinds = [
  { name: "on a write", arrange: ({ given }: World) => given.request("createApplication") },
  { name: "on a read", arrange: servedRead },
] as const;

/** A table of forgeries, tried on a write and on a read. */
export function tried(
  forgeries: readonly Forgery[] | ((world: World) => Promise<readonly Forgery[]>),
  hint: string,
  row: Partial<Variant> = {},
): readonly Trial[] {
  const of = typeof forgeries === "function" ? forgeries : () => forgeries;
  return kinds.map(({ name, arrange }) => ({
    ...row,
    name: row.name === undefined ? name : `${row.name}, ${name}`,
    arrange,
    forgeries: of,
    hint,
  }));
}

async function servedRead(world: World): Promise<Arranged> {
  const read = await findRead(world);
  if (read === undefined) throw new NotServed("no management operation that reads");
  return read;
}

/**
 * Judges that every forgery is refused with 401. The genuine token is used before them, so that a server that
 * remembers tokens has it in mind, and after them: it must be the forging that is refused.
 */
export async function refuseForgeries(world: World, { arrange, forgeries, hint }: Trial): Promise<void> {
  const { given, send, attempt } = world;
  const genuine = await given.token();
  const arranged = underToken(genuine, await arrange(world));
  const { call } = await arranged.sibling();
  const control = await send(call);
  if (!isSuccess(control)) throw notAccepted(control);
  await judgeRefusal(
    { send: (one) => (one.odd ? attempt(one) : send(one)), values: given.values },
    arranged,
    { when: await flaws(world, genuine, await forgeries(world)), status: [401], hint },
  );
}

async function flaws(
  { keepSecret }: World,
  text: string,
  forgeries: readonly Forgery[],
): Promise<readonly Flaw[]> {
  const jwt = readJwt(text);
  const possible = forgeries.filter(({ anyToken }) => jwt !== undefined || anyToken === true);
  if (possible.length === 0) throw new Blocked("the target's token is no JWT: there is nothing to forge");
  const made = await Promise.all(
    possible.map(async ({ name, forge, secret, huge, reproduces }) => {
      const forged = await forge(jwt ?? { text, header: {}, claims: {}, signature: "" });
      if (secret === true) keepSecret(forged, "KADOSEI_FORGED_TOKEN");
      // A token may lack the very claim that a forgery would have changed.
      if (forged === text && reproduces !== true) return [];
      return [huge === true ? hugeFlaw(name, forged) : flaw(name, forged)];
    }),
  );
  return made.flat();
}

function flaw(name: string, forged: string): Flaw {
  return { name, apply: (call: Call) => withAuthorization(call, bearer(forged)) };
}

/** Bad Request, Content Too Large, URI Too Long, Request Header Fields Too Large, or no answer at all. */
const tooLarge = [401, 400, 413, 414, 431, 0];

function hugeFlaw(name: string, forged: string): Flaw {
  const { apply } = flaw(name, forged);
  return { name, status: tooLarge, apply: (call) => ({ ...apply(call), odd: true }) };
}
