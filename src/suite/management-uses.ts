import type { OperationName } from "../model/index.ts";
import { type Answer, isSuccess, summary } from "./answer.ts";
import type { Arranged } from "./arrange.ts";
import { bearer, withAuthorization } from "./call.ts";
import { Blocked } from "./violation.ts";
import type { World } from "./world.ts";

/** Documented ones first: the others may lawfully be missing. */
const reads: readonly OperationName[] = [
  "listProviders",
  "listWebhooks",
  "listApplications",
  "readApplication",
  "listApiKeys",
];

/** A management operation that only reads, and that the target serves. */
export async function findRead({ given, send }: World): Promise<Arranged | undefined> {
  for (const operation of reads) {
    const arranged = await given.request(operation);
    if (isSuccess(await send(arranged.call))) return arranged;
  }
  return undefined;
}

/** The same request under a token of the check's own. */
export function underToken(token: string, { call, sibling, look }: Arranged): Arranged {
  return {
    call: withAuthorization(call, bearer(token)),
    sibling: async () => underToken(token, await sibling()),
    ...(look === undefined ? {} : { look }),
  };
}

/** Uses a token: once to write, and once to read where the target serves a read. */
export type Use = (token: string) => Promise<readonly [Answer, ...Answer[]]>;

/** Arranges everything ahead: later the run's own token may be dead. */
export async function arrangeUse(world: World): Promise<Use> {
  const { given, management, send } = world;
  const read = await findRead(world);
  return async (token) => [
    await management.as(token).createApplication({ name: given.name() }),
    ...(read === undefined ? [] : [await send(underToken(token, read).call)]),
  ];
}

/** Blocks the check unless every use was accepted. */
export function accepted(answers: readonly Answer[], what: string): void {
  const refused = answers.find((answer) => !isSuccess(answer));
  if (refused !== undefined) throw new Blocked(`${what} was not accepted: ${summary(refused)}`, refused);
}
