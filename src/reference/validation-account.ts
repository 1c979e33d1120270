import * as v from "valibot";
import type { Use } from "./parts.ts";
import {
  boolean,
  email,
  object,
  someText,
  string,
  strings,
  text,
  textBetween,
  textUpTo,
  url,
} from "./validation-rules.ts";

const password = (use: Use) =>
  textBetween(
    use().measure,
    () => use().limits.passwordLeast,
    () => use().limits.passwordMost,
  );

export const credentials = (use: Use) =>
  object({ email: email(() => use().limits.email), password: password(use) });

const organization = (use: Use) =>
  object({
    legalBusinessName: someText,
    companyRegistrationNumber: someText,
    registeredAddress: object({
      line1: someText,
      line2: v.exactOptional(string),
      city: someText,
      state: someText,
      postalCode: someText,
      country: someText,
    }),
    companyWebsite: someText,
    industry: someText,
    sector: someText,
    contactPersonFirstName: someText,
    contactPersonLastName: someText,
    contactPersonEmail: email(() => use().limits.email),
  });

export const signUp = (use: Use) =>
  object({
    organization: organization(use),
    admin: object({
      email: email(() => use().limits.email),
      password: password(use),
      firstName: someText,
      lastName: someText,
    }),
  });

export const application = (use: Use) =>
  object({
    name: text(use().measure, () => use().limits.applicationName),
    description: v.exactOptional(textUpTo(use().measure, () => use().limits.applicationDescription)),
  });

export const applicationStatus = () => object({ isEnabled: boolean });

export const apiKey = (use: Use) =>
  object({ description: text(use().measure, () => use().limits.apiKeyDescription) });

export const provider = (use: Use) =>
  object({
    name: text(use().measure, () => use().limits.providerName),
    paymentMethods: strings,
    credentials: object({ apiKey: someText }),
  });

export const paymentMethods = () => object({ paymentMethods: strings });

export const providerKey = () => object({ apiKey: someText });

const webhookUrl = (use: Use) => url(() => use().limits.url, ["https:"], "must be an absolute HTTPS URL");

const events = (use: Use) =>
  v.array(
    v.pipe(
      string,
      v.check((name) => use().events.names.includes(name), "must be a known event"),
    ),
    "must be an array of event names",
  );

export const webhook = (use: Use) =>
  object({ url: webhookUrl(use), subscribedEvents: v.exactOptional(events(use)) });

export const webhookChange = (use: Use) =>
  object({ url: v.exactOptional(webhookUrl(use)), isActive: v.exactOptional(boolean) });
