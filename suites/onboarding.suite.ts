import {
  acceptWide,
  adminFields,
  brokenBodies,
  defineSuite,
  echoedSignUps,
  firstLogin,
  acceptLateToken,
  hashesIn,
  invalidTokens,
  isSignUp,
  keepToken,
  manageAfter,
  lawfulBodies,
  missingOrganizationFields,
  missingTokens,
  must,
  newcomer,
  nonObjectBodies,
  owasp,
  passwordLengths,
  raceForToken,
  reference,
  refusalsOfPasswords,
  refuseExpiredToken,
  refuseSignUps,
  refusedSignUps,
  should,
  rfc,
  spellingsOf,
  stayOutside,
  strangersTo,
  widePasswords,
} from "../src/suite/index.ts";
import { duplicateRequirements } from "./onboarding-duplicates.ts";

const source = reference("post merchants/signup");
const needs = ["invites"] as const;

export default defineSuite({
  name: "onboarding",
  title: "Onboarding",
  capability: "onboarding",
  requirements: {
    "answers-match-schema": must("answer a sign-up in the documented form", {
      source,
      needs,
      fault: "onboarding-answers-without-envelope",
      async check(world) {
        const { answer } = await newcomer(world);

        world.expect(answer).toMatchSchema("signup-response");
      },
      observe: {
        when: isSignUp,
        check: ({ expect }, answer) => {
          expect(answer).toMatchSchema("signup-response");
        },
      },
    }),

    "signs-up": must("accept a merchant with a good token and a lawful body", {
      source,
      needs,
      fault: ["onboarding-needs-a-second-line", "onboarding-asks-for-a-login"],
      variants: lawfulBodies,
      async check(world, { body }) {
        const { token } = await world.given.invite();

        const answer = await world.visitor.signUp(token, body(world.given.applicant()));

        world.expect(answer).toBeAccepted();
      },
    }),

    "echoes-what-was-sent": must("repeat the organization and the administrator as they were sent", {
      source,
      needs,
      fault: ["onboarding-swaps-names", "onboarding-drops-the-state", "onboarding-drops-what-follows-a-plus"],
      variants: echoedSignUps,
      check: (world, { judge }) => judge(world),
    }),

    "echo-without-password": must("leave the password out of its answer", {
      source,
      needs,
      fault: ["onboarding-echoes-password", "onboarding-password-in-a-header"],
      async check(world) {
        const { answer, password } = await newcomer(world);

        world.expect(answer).toSayNothingOf(...spellingsOf(password));
      },
    }),

    "refusals-without-password": should("leave the password out of its refusals", {
      source: owasp("errors"),
      needs,
      fault: "onboarding-refusal-quotes-password",
      variants: refusalsOfPasswords,
      async check(world, { ask }) {
        const { answer, password } = await ask(world);

        world.expect(answer).toSayNothingOf(...spellingsOf(password));
      },
    }),

    "hides-password-hash": should("leave out what the password could be checked against", {
      source: owasp("passwordStorage"),
      needs,
      fault: "onboarding-echoes-hash",
      async check(world) {
        const { answer, password } = await newcomer(world);

        world.expect.value(hashesIn(answer, password), "password hashes in the answer", answer).toEqual([]);
      },
    }),

    "then-logs-in": must("let the new merchant log in, and manage", {
      source,
      needs,
      fault: ["onboarding-password-in-lower-case", "onboarding-first-token-is-dead"],
      async check(world) {
        const merchant = await newcomer(world);

        const login = await firstLogin(world, merchant);
        const application = await manageAfter(world, login);

        world.expect(login).toBeAccepted();
        world.expect(application).toBeAccepted();
      },
    }),

    "logs-in-nobody-else": must("refuse the new merchant's login with another password", {
      source: reference("post auth/login"),
      needs,
      fault: "onboarding-any-password-at-first",
      async check(world) {
        const { email } = await newcomer(world);
        const { password } = world.given.applicant();

        const answer = await world.visitor.login({ email, password });

        world.expect(answer).toBeRefusedWith(401);
      },
    }),

    "token-missing": must("refuse a sign-up without a token with 400", {
      source,
      needs,
      fault: ["onboarding-missing-token-is-401", "onboarding-empty-token-is-good"],
      check: (world) => refuseSignUps(world, { when: missingTokens, status: [400] }),
    }),

    "token-invalid": must("refuse a sign-up with a token that was never issued with 400", {
      source,
      needs,
      fault: [
        "onboarding-token-by-its-beginning",
        "onboarding-invalid-token-is-404",
        "onboarding-token-as-pattern",
        "onboarding-token-ignores-case",
      ],
      check: (world) => refuseSignUps(world, { when: invalidTokens, status: [400] }),
    }),

    "token-used": must("refuse a token that was used with 410", {
      source,
      needs,
      fault: [
        "onboarding-token-good-twice",
        "onboarding-used-token-is-400",
        "onboarding-refuses-but-signs-up",
      ],
      async check(world) {
        const { token } = await newcomer(world);
        const late = world.given.applicant();

        const answer = await world.visitor.signUp(token, late.body);

        world.expect(answer).toBeRefusedWith(410);
        await stayOutside(world, [late]);
      },
    }),

    "token-lasts": must("accept a token until its two hours are over", {
      source,
      needs: ["invites", "clock"],
      fault: "onboarding-token-lasts-one-hour",
      check: acceptLateToken,
    }),

    "token-expired": must("refuse a token after two hours with 410", {
      source,
      needs: ["invites", "clock"],
      fault: ["onboarding-token-for-ever", "onboarding-expired-token-is-400"],
      check: refuseExpiredToken,
    }),

    ...duplicateRequirements,

    "password-length": must("accept passwords of 16 to 32 characters, and no others", {
      source,
      needs,
      fault: [
        "onboarding-password-from-15",
        "onboarding-password-up-to-64",
        "onboarding-password-below-32",
        "onboarding-password-cut",
      ],
      variants: passwordLengths,
      check: (world, { judge }) => judge(world),
    }),

    "password-counts-characters": should("count the characters of a password, not its bytes", {
      source: owasp("authentication"),
      needs,
      fault: ["onboarding-password-counts-bytes", "onboarding-password-counts-units"],
      variants: widePasswords,
      check: (world, { password }) => acceptWide(world, password),
    }),

    "missing-admin-field": must("refuse a sign-up without an e-mail address and a password with 400", {
      source,
      needs,
      fault: [
        "onboarding-null-password-crashes",
        "onboarding-email-may-be-a-number",
        "onboarding-any-text-is-email",
      ],
      variants: adminFields,
      check: (world, { flaws }) => refuseSignUps(world, { when: flaws, status: [400] }),
    }),

    "rejects-malformed-json": must("refuse a sign-up whose body is no JSON object with 400", {
      source,
      needs,
      fault: "onboarding-broken-json-crashes",
      check: (world) => refuseSignUps(world, { when: [...brokenBodies, ...nonObjectBodies], status: [400] }),
    }),

    "missing-organization-field": should(
      "refuse a sign-up that lacks something of the organization with 400",
      {
        source,
        needs,
        fault: ["onboarding-address-unchecked", "onboarding-sector-may-be-missing"],
        check: (world) => refuseSignUps(world, { when: missingOrganizationFields, status: [400] }),
      },
    ),

    "token-race": must("let one of those in who sign up with one token at the same moment", {
      source,
      needs,
      fault: ["onboarding-token-race", "onboarding-race-makes-merchants"],
      check: (world) => world.rounds(2, () => raceForToken(world, 20)),
    }),

    "refusal-keeps-token": should("leave the token of a refused sign-up usable", {
      source: rfc(9110, "15.5"),
      needs,
      fault: ["onboarding-refusal-uses-token-up", "onboarding-duplicate-uses-token-up"],
      variants: refusedSignUps,
      check: (world, { refuse }) => keepToken(world, (token) => refuse(world, token)),
    }),

    "newcomer-is-a-stranger": must("keep what others own from a merchant that is new", {
      source: reference("post merchants/signup"),
      needs,
      fault: [
        "onboarding-joins-the-first-merchant",
        "onboarding-newcomers-list-everything",
        "onboarding-newcomers-share-an-application",
      ],
      variants: strangersTo,
      check: (world, { judge }) => judge(world),
    }),
  },
});
