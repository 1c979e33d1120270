import { defineDialect } from "../fault.ts";
import type { Dialect } from "../fault.ts";
import { answers } from "./answers.ts";
import { bodies } from "./bodies.ts";
import { credentials } from "./credentials.ts";
import { extras } from "./extras.ts";
import { idempotency } from "./idempotency.ts";
import { identifiers } from "./identifiers.ts";
import { lists } from "./lists.ts";
import { refunds } from "./refunds.ts";
import { refusals } from "./refusals.ts";
import { resources } from "./resources.ts";
import { sessions } from "./sessions.ts";
import { webhooks } from "./webhooks.ts";

/** The other lawful choice, one by one, for everything that the documentation leaves open. Later ones build on earlier ones. */
export const contraryChoices: Readonly<Record<string, Dialect>> = {
  ...identifiers,
  ...bodies,
  ...credentials,
  ...resources,
  ...sessions,
  ...refunds,
  ...idempotency,
  ...webhooks,
  ...lists,
  ...refusals,
  ...extras,
  ...answers,
};

/** All of them at once. */
export const contrary: Dialect = defineDialect({
  title: "Takes the other lawful choice wherever the documentation leaves one",
  wrap: (parts) => Object.values(contraryChoices).reduce((before, { wrap }) => wrap(before), parts),
});
