import type { Variant } from "./define.ts";
import { exchangeOf } from "./inbox.ts";
import { heardTest } from "./webhook-tests.ts";
import { registered } from "./webhooks.ts";
import type { World } from "./world.ts";

interface AddressEnd extends Variant {
  readonly end: string;
}

/** Ends of addresses of which a careless hand loses a part. */
export const addressEnds: readonly AddressEnd[] = [
  { name: "a query", end: "/hooks?shop=7&then=next" },
  { name: "escapes in its query", end: "/hooks?next=a%26b%3Dc&sum=1%2B1" },
  { name: "escapes in its path", end: "/h%C3%B6ren/a%2Fb" },
  { name: "capitals in its path", end: "/Hooks/ABC" },
  { name: "a slash at its end", end: "/hooks/" },
];

/** Whether both lead to one place: schemes and hosts have no case, and some spellings are equal. */
export function isSameAddress(one: unknown, other: string): boolean {
  return typeof one === "string" && URL.canParse(one) && new URL(one).href === new URL(other).href;
}

/** Tests a webhook whose address ends so, and looks at what the receiver was asked for. */
export async function expectWholeAddress(world: World, end: string): Promise<void> {
  const { given, receiver, expect } = world;
  const { id } = await given.application();
  const inbox = await receiver.open();
  const webhook = await registered(world, id, { url: `${inbox.url}${end}` });

  const { delivery } = await heardTest(world, { inbox, webhook });

  expect
    .value(delivery.url, "address of the delivery", exchangeOf(delivery))
    .toSatisfy((url) => String(url).endsWith(end), `an address that ends in ${end}`);
}
