import { isSuccess } from "../answer.ts";
import { centsOf } from "../money.ts";
import { openShop, place } from "../routing.ts";
import type { World } from "../world.ts";
import type { Terms } from "./model.ts";

/** Finds out which orders the target takes: the control of all that is judged about sessions. */
export async function findTerms(world: World): Promise<Terms> {
  const { facts, given } = world;
  const total = centsOf(given.order().amount.total);
  if (!facts.claims.includes("providers")) {
    const { answer, order } = await given.session();
    return {
      providers: [],
      takers: new Set(),
      methods: isSuccess(answer) ? [String(order["paymentMethod"])] : [],
      total,
    };
  }
  const tried = facts.providers.flatMap((provider) =>
    provider.paymentMethods.map(async (method) => {
      const shop = await openShop(world, { ...provider, paymentMethods: [method] });
      const isTaken = isSuccess(await place(world, shop, method));
      return isTaken ? [{ name: provider.name, method }] : [];
    }),
  );
  const takers = (await Promise.all(tried)).flat();
  return {
    providers: facts.providers,
    takers: new Set(takers.map(({ name, method }) => `${name} ${method}`)),
    methods: [...new Set(takers.map(({ method }) => method))],
    total,
  };
}
