import {
  linkedTwice,
  providerChanges,
  stateOf,
  changed,
  chosenProvider,
  deactivate,
  deactivations,
  guide,
  inTurn,
  may,
  must,
  openChangeable,
  openRivals,
  openShop,
  place,
  placeSome,
  setMethods,
  should,
  strandedShops,
  unequalShops,
  valueAt,
} from "../src/suite/index.ts";

const routing = guide("RT");

/** The rows of the chapter about which provider a session goes to. */
export const routingRequirements = {
  "is-per-application": must("keep the providers of one application apart from another's", {
    source: routing,
    fault: [
      "providers-methods-everywhere",
      "providers-rotation-everywhere",
      "providers-deactivation-everywhere",
    ],
    variants: providerChanges,
    async check(world, { carryOut }) {
      const [one, elsewhere] = await linkedTwice(world);
      const before = await stateOf(world, elsewhere);

      await changed(carryOut(world, one), "the change");

      world.expect.value(await stateOf(world, elsewhere), "the provider elsewhere").toEqual(before);
    },
  }),

  "routes-to-the-only-candidate": must("send an order to the only provider there is for it", {
    source: routing,
    fault: ["providers-single-candidate-refused", "providers-single-candidate-unnamed"],
    async check(world) {
      const { provider, method } = await chosenProvider(world);
      const shop = await openShop(world, provider);

      const sessions = await placeSome(world, shop, method);

      world.expect.each(sessions, (session) => session.toBeRoutedTo(provider.name));
    },
  }),

  "routes-to-active-only": must("send orders to active providers only", {
    source: routing,
    fault: [
      "providers-routes-to-inactive",
      "providers-reactivated-stays-out",
      "providers-first-link-always-routed",
      "providers-new-methods-route-again",
      "providers-rotation-routes-again",
    ],
    variants: deactivations,
    async check(world, { carryOut }) {
      const { one, other, method, ...shop } = await openRivals(world);
      const { applicationId } = shop;
      const { activateProvider } = world.management;

      await carryOut(world, { applicationId, provider: one }, method);
      const toOther = await placeSome(world, shop, method);
      await changed(activateProvider(applicationId, one.name), "activating a provider");
      await carryOut(world, { applicationId, provider: other }, method);
      const toOne = await placeSome(world, shop, method);

      world.expect.each(toOther, (session) => session.toBeRoutedTo(other.name));
      world.expect.each(toOne, (session) => session.toBeRoutedTo(one.name));
    },
  }),

  "routes-by-payment-method": must("send an order to a provider that has its payment method", {
    source: routing,
    fault: ["providers-routes-by-any-method", "providers-method-of-one-serves-all"],
    variants: unequalShops,
    async check(world, { open }) {
      const { one, method, ...shop } = await open(world);

      const sessions = await placeSome(world, shop, method);

      world.expect.each(sessions, (session) => session.toBeRoutedTo(one.name));
    },
  }),

  "routes-by-changed-methods": must("route by a provider's payment methods as they were set last", {
    source: routing,
    fault: [
      "providers-routes-by-first-methods",
      "providers-routes-by-all-methods-ever",
      "providers-routes-by-first-change",
    ],
    async check(world) {
      const { one, methods, ...shop } = await openChangeable(world);

      await changed(setMethods(world, one, methods[1]), "setting payment methods");
      const byOld = await placeSome(world, shop, methods[0]);
      const byNew = await placeSome(world, shop, methods[1]);

      world.expect.each(byOld, (answer) => answer.toBeRefusedOrUnavailable());
      world.expect.each(byNew, (session) => session.toBeRoutedTo(one.provider.name));
      await changed(setMethods(world, one, methods[0]), "setting payment methods again");

      world.expect.each(await placeSome(world, shop, methods[1]), (answer) =>
        answer.toBeRefusedOrUnavailable(),
      );
      world.expect.each(await placeSome(world, shop, methods[0]), (session) =>
        session.toBeRoutedTo(one.provider.name),
      );
    },
  }),

  "routes-by-currency": may.untested("send an order to a provider that supports its currency", {
    source: routing,
    because: "no operation says which currencies a provider supports, nor lets a merchant choose them",
  }),

  "none-eligible": must("refuse an order that no active provider supports, and make no session of it", {
    source: routing,
    fault: [
      "providers-falls-back-to-inactive",
      "providers-none-eligible-crashes",
      "providers-method-by-substring",
      "providers-stranded-replay-gets-session",
    ],
    variants: strandedShops,
    async check(world, { strand }) {
      const { shop, method } = await strand(world);
      const key = world.given.idempotencyKey();

      const answers = await inTurn(2, () => place(world, shop, method, key));

      world.expect.each(answers, (answer) => answer.toBeRefusedOrUnavailable().at("/sessionId").toBeAbsent());
    },
  }),

  "session-keeps-its-provider": should("leave a session with the provider that was chosen for it", {
    source: routing,
    fault: "providers-choice-follows-the-link",
    async check(world) {
      const { given, payments, expect } = world;
      const { provider, method } = await chosenProvider(world);
      const { applicationId, apiKey } = await openShop(world, provider);
      const { id } = await given.session({ apiKey, order: given.order({ paymentMethod: method }) });
      const before = await payments.as(apiKey).readSession(id);

      await changed(deactivate(world, { applicationId, provider }), "deactivating");

      expect(await payments.as(apiKey).readSession(id))
        .at("/providerName")
        .toEqual(valueAt(before.json, "/providerName"));
    },
  }),
};
