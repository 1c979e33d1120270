import { operations, type OperationName } from "../model/index.ts";
import { type Answer, isSuccess, summary } from "./answer.ts";
import { operationsWhere } from "./arrange.ts";
import {
  bearer,
  type Call,
  withAuthorization,
  withJson,
  withoutAuthorization,
  withoutHeader,
  withRaw,
} from "./call.ts";
import type { Observation, Variant } from "./define.ts";
import type { Flaw } from "./expect/refusal.ts";
import { Blocked } from "./violation.ts";
import type { World } from "./world.ts";

/** Statuses that the documentation lists for errors, and the 410 of a sign-up. */
const documented: readonly number[] = [400, 401, 403, 404, 409, 410, 422, 429, 500, 502, 503, 504];

/** Neither odd, so that the API itself answered, nor by a method whose answer has no body to judge. */
function isOrdinary({ odd, exchange }: Answer): boolean {
  return !odd && !["HEAD", "OPTIONS"].includes(exchange.request.method);
}

/** Watches every documented error of the run, and counts them by status. */
export function everyError(check: Observation["check"]): Observation {
  const when = (answer: Answer) => isOrdinary(answer) && documented.includes(answer.status);
  return { when, check, kind: ({ status }) => String(status) };
}

/** Watches every error of the run, documented or not. */
export function everyRefusal(check: Observation["check"]): Observation {
  return { when: (answer) => isOrdinary(answer) && answer.status >= 400, check };
}

/** Watches every 2xx of an operation. */
export function everySuccess(check: Observation["check"]): Observation {
  const when = (answer: Answer) => isOrdinary(answer) && isSuccess(answer) && answer.operation !== undefined;
  return { when, check };
}

/** Watches every answer of the run that puts its request off, those that were waited out among them. */
export function everyPutOff(check: Observation["check"]): Observation {
  const when = (answer: Answer) => isOrdinary(answer) && (answer.status === 429 || answer.status === 503);
  return { when, check, kind: ({ status }) => String(status) };
}

/** Watches all answers of the run that the API itself gave. */
export function everyAnswer(check: Observation["check"]): Observation {
  return { when: isOrdinary, check };
}

/** A target may lack the operation, or the call was of none. */
export function mayBeAbsent({ operation }: Answer): boolean {
  return operation === undefined || "optional" in operations[operation];
}

/** A request that has to end in one certain status. */
export interface Provocation extends Variant {
  readonly operation: OperationName;
  readonly status: number;
  readonly apply: (call: Call, world: World) => Call;
  /** Sent twice: the second time it is in conflict with what the first one made. */
  readonly twice?: boolean;
}

function provocation(
  status: number,
  operation: OperationName,
  name: string,
  apply: Provocation["apply"],
): Provocation {
  return { name: `${status}, ${operation} ${name}`, operation, status, apply };
}

const { capability: webhooks } = operations.createWebhook;

/** Provokes each status that every target gives, on management, on payments and at the login. */
export const provocations: readonly Provocation[] = [
  provocation(400, "login", "without a password", (call, { given: { merchant } }) =>
    withJson(call, { email: merchant.email }),
  ),
  provocation(400, "createApplication", "without a name", (call) => withJson(call, {})),
  provocation(400, "createApplication", "cut off", (call) => withRaw(call, '{"name":')),
  provocation(400, "createApiKey", "without a description", (call) => withJson(call, {})),
  {
    ...provocation(400, "createWebhook", "without HTTPS", (call) =>
      withJson(call, { url: "http://receiver.example/" }),
    ),
    capability: webhooks,
  },
  provocation(400, "createSession", "without an idempotency key", (call) =>
    withoutHeader(call, "Idempotency-Key"),
  ),
  provocation(400, "createSession", "cut off", (call) => withRaw(call, '{"amount":')),
  provocation(401, "login", "with a wrong password", (call, { given: { merchant } }) =>
    withJson(call, { email: merchant.email, password: "not-the-password-at-all" }),
  ),
  provocation(401, "createApplication", "without a token", withoutAuthorization),
  provocation(401, "createApiKey", "with a token that is none", (call) =>
    withAuthorization(call, bearer("bm90LWEtdG9rZW4")),
  ),
  provocation(401, "createSession", "without an API key", withoutAuthorization),
  provocation(401, "readSession", "with an unknown API key", (call) =>
    withAuthorization(call, bearer("ks_test_0000000000000000000000000000000000000000")),
  ),
  provocation(404, "setApplicationStatus", "of no application", ofAbsentResource),
  provocation(404, "createApiKey", "for no application", ofAbsentResource),
  provocation(404, "readSession", "of no session", ofAbsentResource),
  { ...provocation(409, "createApplication", "under a name that is taken", (call) => call), twice: true },
];

/** Provocations whose error is most likely to come in a success. */
export const disguises: readonly Provocation[] = [
  ...provocations.filter(({ operation }) => operation === "login" || operation === "createSession"),
  provocation(404, "revokeApiKey", "of no application", ofAbsentResource),
];

/** The same call on an application or a session that does not exist. */
function ofAbsentResource(call: Call, { given }: World): Call {
  const id = given.absentId();
  return { ...call, path: call.path.replace(/(?<=^\/(?:applications|sessions)\/)[^/]+/, id) };
}

/** The answer to a provocation; blocks the check when it is not the status that was meant. */
export async function provoked(
  world: World,
  { operation, name, status, apply, twice = false }: Provocation,
): Promise<Answer> {
  const { call } = await world.given.request(operation);
  const provoking = apply(call, world);
  if (twice) await world.send(provoking);
  const answer = await world.send(provoking);
  if (answer.status === status) return answer;
  throw new Blocked(`${name}, was answered ${summary(answer)}`, answer);
}

/** Two documented constraints broken at once, and the fields that are to be named. */
export interface TwoBadFields extends Provocation {
  readonly fields: readonly string[];
}

/** Bodies of two bad fields each. */
export const twoBadFields: readonly TwoBadFields[] = [
  badFields("login", "with nothing", ["email", "password"], {}),
  badFields("createApplication", "with both texts too long", ["name", "description"], {
    name: "x".repeat(101),
    description: "x".repeat(251),
  }),
  {
    ...badFields("linkProvider", "with only a name", ["paymentMethods", "credentials"], { name: "stripe" }),
    capability: operations.linkProvider.capability,
  },
  {
    ...badFields("createWebhook", "with a bad URL and a bad event", ["url", "subscribedEvents"], {
      url: "http://receiver.example/",
      subscribedEvents: ["no.such.event"],
    }),
    capability: webhooks,
  },
];

function badFields(
  operation: OperationName,
  name: string,
  fields: readonly string[],
  body: unknown,
): TwoBadFields {
  return { ...provocation(400, operation, name, (call) => withJson(call, body)), fields };
}

/** Every operation of the API but the sign-up. */
export const allOperations = operationsWhere(() => true);

/** Bodies whose members are of no lawful type: where a program trusts its input, it stumbles. */
export const mistypedBodies: readonly Flaw[] = [
  mistyped("every member null", () => null),
  mistyped("every member an object", () => ({ a: {} })),
  mistyped("every member an array", () => [[null]]),
  mistyped("every member a number", () => 1.5),
];

function mistyped(name: string, value: () => unknown): Flaw {
  const spoil = (body: object) => Object.fromEntries(Object.keys(body).map((member) => [member, value()]));
  return { name, apply: (call) => withJson(call, spoil(call.json as object)) };
}
