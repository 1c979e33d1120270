import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import type { Variant } from "./define.ts";
import { fixture } from "./fixtures.ts";
import type { Inbox, Reply } from "./inbox.ts";
import { type Evidence, Violation } from "./violation.ts";
import { hook, redirectReplies, testHook, unwanted } from "./webhook-tests.ts";
import { freshUrl, freshWebhook, registered } from "./webhooks.ts";
import type { World } from "./world.ts";

/** A way into the network that the target stands in. */
interface WayIn extends Variant {
  readonly judge: (world: World) => Promise<void>;
}

const { internal } = fixture<{ internal: Readonly<Record<string, readonly string[]>> }>("webhook-urls");

/** Addresses inside the network of a server, by kind, and redirects that lead there. */
export const waysIn: readonly WayIn[] = [
  ...Object.entries(internal).map(([name, urls]) => ({
    name,
    judge: (world: World) => refuseInternal(world, urls, register),
  })),
  {
    name: "loopback, as the new address of a webhook",
    judge: (world) => refuseInternal(world, internal["loopback"] ?? [], move),
  },
  ...redirectReplies.map(({ name, reply }) => ({
    name: `a redirect with ${name}`,
    needs: ["receiver"] as const,
    judge: (world: World) => refuseRedirect(world, reply),
  })),
];

/**
 * Judges that a webhook can't be used to reach into the target's own network: such an address is refused, or testing
 * it fails without a word of what answered there.
 */
async function refuseInternal(world: World, urls: readonly string[], enter: Enter): Promise<void> {
  const { applicationId } = await freshWebhook(world);
  const inbox = await inboxOf(world);
  const evidence = await Promise.all(
    urls.map(async (url): Promise<readonly Evidence[]> => {
      const address = url.replace(":{port}/", inbox === undefined ? "/" : portPath(inbox));
      if (inbox !== undefined && isSameOrigin(address, inbox.url)) return [];
      const answer = await enter(world, applicationId, address);
      return isSuccess(answer) ? leakOf(world, address, applicationId, answer) : [];
    }),
  );
  const found = evidence.flat();
  if (found.length > 0) throw new Violation(found);
  const [arrived] = inbox?.deliveries() ?? [];
  if (arrived !== undefined) throw unwanted(arrived, "nothing by way of an internal address");
}

/** Has the target take an address for a webhook. */
type Enter = (world: World, applicationId: string, url: string) => Promise<Answer>;

function register({ management }: World, applicationId: string, url: string): Promise<Answer> {
  return management.createWebhook(applicationId, { url });
}

async function move(world: World, applicationId: string, url: string): Promise<Answer> {
  const { id } = await registered(world, applicationId, { url: freshUrl(world) });
  return world.management.updateWebhook(applicationId, id, { url });
}

/** Something that listens on this machine, and so perhaps on the target's. */
async function inboxOf({ facts, receiver }: World): Promise<Inbox | undefined> {
  return facts.given.includes("receiver") ? receiver.open() : undefined;
}

/** What the operator of the target lets in for this run, in another spelling. */
function isSameOrigin(one: string, other: string): boolean {
  return new URL(one).origin === new URL(other).origin;
}

function portPath(inbox: Inbox): string {
  const { port, pathname } = new URL(inbox.urlAt("host.example"));
  return `:${port}${pathname}`;
}

async function leakOf(
  world: World,
  address: string,
  applicationId: string,
  created: Answer,
): Promise<readonly Evidence[]> {
  const webhookId = String(valueAt(created.json, "/id"));
  const call = await world.call("testWebhook", { params: { id: applicationId, webhookId } });
  const answer = await world.attempt(call);
  if (!isSuccess(answer)) return [];
  const body = valueAt(answer.json, "/responseBody");
  const answered = valueAt(answer.json, "/httpStatusCode") !== null;
  const tells = answered && typeof body === "string" && body !== "";
  if (valueAt(answer.json, "/success") !== true && !tells) return [];
  const expected = "a refusal, or a failed test without any body";
  return [{ where: address, expected, actual: summary(answer), hint, answer }];
}

const hint = "resolve the name, judge the address it leads to, and connect to just that address";

/** Judges that a receiver can't send the target on into its own network. */
async function refuseRedirect(world: World, reply: Reply): Promise<void> {
  const inside = await world.receiver.open();
  const headers = { location: inside.urlAt("127.0.0.1") };
  const { id } = await world.given.application();
  const one = await hook(world, id, { replies: [{ ...reply, headers }] });
  const answer = await testHook(world, one);
  const [arrived] = inside.deliveries();
  if (arrived !== undefined)
    throw unwanted(arrived, "no request to an internal address that a redirect names", "follow no redirects");
  world.expect(answer).at("/success").toDifferFrom(true);
}
