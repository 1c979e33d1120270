import {
  about,
  accepted,
  arrangeUse,
  deadToken,
  defineSuite,
  hour,
  jwtOf,
  lifetimeOf,
  lives,
  logInAndLetPass,
  login,
  managementOperations,
  may,
  minute,
  must,
  pastTheHour,
  sharedDeadToken,
  silence,
  tokenIn,
  toldOf,
  tryLogin,
  waysToExpire,
  withCredential,
} from "../src/suite/index.ts";

export default defineSuite({
  name: "token-lifetime",
  title: "Token lifetime",
  requirements: {
    "is-a-jwt": must("issue tokens that are signed JSON Web Tokens with an expiry", {
      source: about("authentication"),
      fault: ["token-lifetime-opaque-token", "token-lifetime-without-exp"],
      async check(world) {
        const { expect } = world;
        const issued = await login(world);

        expect
          .value(issued.token, "accessToken", issued.answer)
          .toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/, "three parts in base64url, joined by dots");
        const { header, claims } = jwtOf(issued);

        expect
          .value(header["alg"], "alg in the token's header", issued.answer)
          .toMatch(/^(?!none$)./i, "the name of an algorithm, and not none");
        expect.value(claims["exp"], "exp among the token's claims", issued.answer).toBeNumber();
      },
    }),

    "lasts-one-hour": must("issue tokens for one hour", {
      source: about("authentication"),
      fault: ["token-lifetime-counts-minutes", "token-lifetime-day-long-token"],
      async check(world) {
        const { expect } = world;
        const issued = await login(world);

        expect(issued.answer).at("/expiresIn").toEqual(hour);
        expect
          .value(lifetimeOf(issued), "seconds from the token's iat to its exp", issued.answer)
          .toBeAbout(hour, 5);
      },
    }),

    // Before the others that move the clock: they all begin with a login that this one may find broken.
    "new-login-after-expiry": must("let the merchant log in anew when a token has died", {
      needs: [waysToExpire],
      source: about("authentication"),
      fault: ["token-lifetime-login-hands-out-dead-token", "token-lifetime-no-second-login"],
      async check(world) {
        const { expect } = world;
        const use = await arrangeUse(world);
        await deadToken(world, use, { name: "dead", after: pastTheHour, untried: true });

        const again = await tryLogin(world);
        expect(again).toBeAccepted();

        expect.each(await use(tokenIn(again)), (answer) => answer.toBeAccepted());
      },
    }),

    "works-until-expiry": must("accept a token until its hour is over", {
      needs: ["clock"],
      source: about("authentication"),
      fault: [
        "token-lifetime-dies-early",
        "token-lifetime-dies-of-idleness",
        "token-lifetime-login-hands-out-old-token",
      ],
      variants: [
        { name: "one minute before its end", before: [] },
        { name: "issued half an hour after another", before: [pastTheHour, 30 * minute] },
      ],
      async check(world, { before }) {
        const { given, expect, clock } = world;
        const use = await arrangeUse(world);
        await logInAndLetPass(world, before);
        const token = await given.token();
        accepted(await use(token), "a fresh token");

        await clock.advance(hour - minute);

        expect.each(await use(token), (answer) => answer.toBeAccepted());
      },
    }),

    "rejects-expired-token": must("refuse a token whose hour is over", {
      needs: [waysToExpire],
      source: about("authentication"),
      fault: [
        "token-lifetime-never-ends",
        "token-lifetime-five-minutes-of-leeway",
        "token-lifetime-slides",
        "token-lifetime-remembers-good-tokens",
        "token-lifetime-reads-after-expiry",
        "token-lifetime-expiry-is-forbidden",
      ],
      variants: lives,
      async check(world, life) {
        const { given, expect } = world;
        const use = await arrangeUse(world);
        const dead = await deadToken(world, use, life);

        const answers = await use(dead);
        accepted(await use(await given.token()), "a fresh token");

        expect.each(answers, (answer) => answer.toBeRefusedWith(401));
      },
    }),

    "each-operation": must("refuse an expired token on every management operation", {
      needs: [waysToExpire],
      source: about("authentication"),
      fault: ["token-lifetime-revokes-after-expiry", "token-lifetime-expiry-unseen-by-webhooks"],
      variants: managementOperations,
      async check(world, { operation }) {
        const expired = withCredential("with an expired token", await sharedDeadToken(world));

        await world.expect.refused(world.given.request(operation), { when: [expired], status: [401] });
      },
    }),

    "old-token-survives-new-login": may("leave a token valid when the merchant logs in again", {
      source: silence(),
      fault: [],
      async check(world) {
        const { given, note } = world;
        const use = await arrangeUse(world);
        const first = await given.token();
        const second = await given.token();
        accepted(await use(second), "the second token");

        const [answer] = await use(first);

        note(`the first token after a second login: ${toldOf(answer)}`);
      },
    }),
  },
});
