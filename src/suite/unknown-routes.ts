import { type Answer, summary } from "./answer.ts";
import { type Call, withJson, withoutAuthorization } from "./call.ts";
import type { Variant } from "./define.ts";
import { fixture } from "./fixtures.ts";
import { isBareServerError, isDead } from "./survival.ts";
import { Blocked, Violation } from "./violation.ts";
import type { World } from "./world.ts";

type Caller = "merchant" | "application" | "either" | "nobody";

/** A path below the base path at which the API has nothing. */
export interface Nowhere extends Variant {
  /** `{application}`, `{session}` and `{absent}` stand for ids. */
  readonly path: string;
  readonly method: string;
  readonly by: Caller;
}

interface OddPath extends Variant {
  readonly path: string;
  /** Once tidied up it may be a route, which a target may serve or redirect to. */
  readonly mayLeadSomewhere?: boolean;
  readonly repeat?: number;
}

const { plain, odd } = fixture<{ plain: readonly Nowhere[]; odd: readonly OddPath[] }>("unknown-routes");

export const unknownRoutes = [
  ...plain.map((route) => ({ ...route, find: (world: World) => findNothing(world, route) })),
  ...odd.map((route) => ({ ...route, find: (world: World) => surviveOddPath(world, route) })),
];

/** Judges that a plain unknown path is 404 in the envelope. */
async function findNothing(world: World, route: Nowhere): Promise<void> {
  const answers = await Promise.all((await callsOf(world, route)).map((call) => world.send(call)));
  // Whoever can't tell which credential an unknown path takes may refuse the other one, or none.
  const tolerated = route.by === "either" || route.by === "nobody" ? [401, 403] : [];
  world.expect.each(answers, (answer) => answer.toBeRefusedWith(404, ...tolerated));
  for (const answer of answers) world.expect.envelope(answer).toBeComplete();
  const last = answers.at(-1);
  if (route.by === "nobody" || answers.some(({ status }) => status === 404) || last === undefined) return;
  throw new Violation({
    where: "status under either credential",
    expected: "404 once",
    actual: answers.map(({ status }) => status).join(" and "),
    answer: last,
  });
}

async function callsOf(world: World, { path, method, by }: Nowhere): Promise<readonly Call[]> {
  const filled = await filledIn(world, path);
  const base = await basesOf(world, by);
  return base.map((call) => {
    const moved = { ...call, operation: undefined, method, path: filled };
    return method === "GET"
      ? moved
      : withJson({ ...moved, headers: [...moved.headers, json] }, { name: "x" });
  });
}

const json = ["content-type", "application/json"] as const;

async function basesOf(world: World, by: Caller): Promise<readonly Call[]> {
  const merchant = await world.call("listApplications");
  if (by === "nobody") return [withoutAuthorization(merchant)];
  if (by === "merchant") return [merchant];
  const application = await world.call("listPaymentMethods");
  return by === "application" ? [application] : [merchant, application];
}

async function filledIn({ given }: World, path: string): Promise<string> {
  const filled = path.replaceAll("{absent}", given.absentId());
  if (filled.includes("{application}"))
    return filled.replace("{application}", encodeURIComponent((await given.sharedApplication()).id));
  if (!filled.includes("{session}")) return filled;
  return filled.replace("{session}", encodeURIComponent((await given.session()).id));
}

/** Judges that an odd path gets a refusal, or what the path means once tidied up, but never a server error. */
async function surviveOddPath(
  world: World,
  { path, repeat = 1, mayLeadSomewhere = false }: OddPath,
): Promise<void> {
  const base = await world.call("listApplications");
  const call: Call = {
    ...base,
    operation: undefined,
    odd: true,
    path: path.replace(/a$/, "a".repeat(repeat)),
  };
  const first = await world.attempt(call);
  const answer = isDead(first) ? await secondTry(world, call) : first;
  const isRefusal = answer.status >= 400 && answer.status < 500;
  // Go's router, for one, redirects `//` to where it leads.
  const isLawful = isRefusal || (mayLeadSomewhere && answer.status > 0 && !isBareServerError(answer));
  if (isLawful || (answer.status >= 300 && answer.status < 400)) return;
  const expected = mayLeadSomewhere ? "any answer below 500" : "a 4xx status";
  throw new Violation({ where: "status", expected, actual: summary(answer), answer });
}

/** A dead connection counts when an ordinary path is answered, and it dies again. */
async function secondTry(world: World, call: Call): Promise<Answer> {
  const control = await world.attempt({ ...call, path: "/nothing-here" });
  if (control.status === 0) throw new Blocked(`an ordinary path got ${summary(control)} too`, control);
  return world.attempt(call);
}
