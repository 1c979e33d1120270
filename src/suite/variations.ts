import { editInWords, type Variation, variations, written } from "../generate/index.ts";
import type { OperationName } from "../model/index.ts";
import { check } from "../schema/index.ts";
import { isSuccess, summary } from "./answer.ts";
import { type Arranged, everyOperationWithBody } from "./arrange.ts";
import { withFreshKey, withJson, withRaw } from "./call.ts";
import { forAll } from "./for-all.ts";
import { freedomsOf, requestSchema, sampleBody } from "./sample-bodies.ts";
import { acceptedAnswer } from "./survival.ts";
import type { World } from "./world.ts";

/** Operations whose body leaves something to the client. */
export const variedOperations = everyOperationWithBody;

/** How many requests it takes to have resources for one more body. */
const weights: Partial<Record<OperationName, number>> = { createSession: 1, createRefund: 8 };

/** Judges that a body is accepted in every form that the documentation leaves to the client. */
export async function acceptVariations(world: World, operation: OperationName): Promise<void> {
  await forAll(world, {
    cases: variations(freedomsOf(world, operation)),
    weight: weights[operation] ?? 2,
    control: async () => {
      await acceptedAnswer(world, operation);
    },
    judge: async (drawn) => {
      const answer = await world.send(variedCall(world, await world.given.request(operation), drawn));
      if (isSuccess(answer)) return undefined;
      const where = placeOf(drawn);
      return {
        cause: `${answer.status} for ${where}`,
        evidence: { where: `status, ${where}`, expected: "a 2xx status", actual: summary(answer), answer },
      };
    },
    show: ({ edits, isEscaped }) =>
      [...edits.map(editInWords), ...(isEscaped ? ["non-ASCII characters in escapes"] : [])].join(", ") ||
      "the usual body",
  });
}

function variedCall(world: World, { call }: Arranged, drawn: Variation) {
  const body = call.operation === "login" ? call.json : sampleBody(world, call);
  const text = written(body, drawn);
  const schema = call.operation === undefined ? undefined : requestSchema(call.operation);
  const [fault] = schema === undefined ? [] : check(schema, JSON.parse(text));
  if (fault !== undefined) throw new Error(`a lawful body was to be made, but ${fault.sentence}`);
  return withRaw(withFreshKey(withJson(call, body), world.given.idempotencyKey), text);
}

function placeOf({ edits, isEscaped }: Variation): string {
  const members = edits.map(({ pointer }) => `\`${pointer}\``).join(" and ");
  if (members !== "") return members;
  return isEscaped ? "escapes" : "the usual body";
}
