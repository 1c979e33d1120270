import { type Claim, operations } from "../model/index.ts";
import { type Answer, summary } from "./answer.ts";
import { Blocked } from "./violation.ts";
import type { World } from "./world.ts";

/** Whether a target serves what a capability stands for; `unknown` when what came tells neither. */
export interface Presence {
  readonly presence: "served" | "absent" | "unknown";
  /** What was asked, and what came. */
  readonly found: string;
}

/** Asks for one operation of the capability, in a way that changes nothing there. */
export async function lookFor(world: World, claim: Claim): Promise<Presence> {
  try {
    return presenceIn(await probes[claim](world));
  } catch (error) {
    if (error instanceof Blocked) return { presence: "unknown", found: error.message };
    throw error;
  }
}

const probes: Readonly<Record<Claim, (world: World) => Promise<Answer>>> = {
  core: async ({ given }) => (await given.session()).answer,
  providers: async ({ given, management }) => management.listProviders((await given.application()).id),
  webhooks: async ({ given, management }) => management.listWebhooks((await given.application()).id),
  async refunds({ given, payments }) {
    const { id } = await given.session();
    return payments.createRefund(id, {}, { key: given.idempotencyKey() });
  },
  onboarding: ({ visitor }) => visitor.signUp("no-such-invite", {}),
};

/** A refusal is an answer as well: the operation is there. */
function presenceIn(answer: Answer): Presence {
  const { operation = "login", status } = answer;
  const { method, path } = operations[operation];
  const asked = `${method} ${path}`;
  if ([404, 405, 501].includes(status)) return { presence: "absent", found: `${asked} answered ${status}` };
  if (status > 0 && status < 500) return { presence: "served", found: `${asked} answered ${status}` };
  const found = `${asked} got ${summary(answer).slice(0, longestQuoted)}`;
  return { presence: "unknown", found };
}

const longestQuoted = 200;
