import type { Means, RunSettings, Sign } from "../model/index.ts";
import { Blocked, valueAt, type World } from "../suite/index.ts";

/** Tries one of the means that the run is given, as gently as it can be tried. */
export async function tryMeans(world: World, name: Means, settings: RunSettings): Promise<Sign> {
  try {
    return { about: "means", name, condition: "good", says: await trials[name](world, settings) };
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    const next = "until this works, what needs it is blocked";
    return { about: "means", name, condition: "bad", says: error.message, next };
  }
}

const trials: Readonly<Record<Means, (world: World, settings: RunSettings) => Promise<string>>> = {
  async clock({ clock }) {
    await clock.advance(1);
    return "given: the target's clock was moved by a second";
  },
  async checkout({ given, payments }) {
    const { id } = await given.paidSession();
    return `given: a session was paid and is ${String(valueAt((await payments.readSession(id)).json, "/status"))}`;
  },
  async receiver({ receiver }) {
    const way = await receiver.way();
    if (way === "unknown") throw new Blocked("given, but its public URL does not lead back to this run");
    return `given: its public URL leads here${way === "forwarded" ? ", through something in between" : ""}`;
  },
  refundFailure: async () => "given, and not tried: it needs a refund to fail",
  async secondMerchant({ given }) {
    await given.secondMerchant();
    return "given: logs in, and makes applications of its own";
  },
  async invites({ given }, { invites }) {
    if (invites !== undefined && "tokens" in invites)
      return `given: ${invites.tokens.length} tokens, none of them tried`;
    await given.invite();
    return "given: an invite was issued";
  },
  async expiredToken({ management, given }, { merchant }) {
    const old = management.as(merchant.expiredToken ?? "");
    const { status } = await old.setApplicationStatus(given.absentId(), { isEnabled: true });
    return `given: the target answers ${status} to it`;
  },
  waitForExpiry: async () => "given: a run will wait an hour for a token to expire",
};
