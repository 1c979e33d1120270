import { gunzipSync } from "node:zlib";
import type { Incoming } from "../call.ts";
import { defineDialect } from "../fault.ts";
import type { Dialect } from "../fault.ts";
import { Refusal } from "../refusal.ts";
import type { Validate } from "../validation.ts";

/** Which bodies are taken, beyond what the documentation says of them. */
export const bodies: Readonly<Record<string, Dialect>> = {
  "unknown-properties-refused": defineDialect({
    title: "Refuses properties that it does not know",
    wrap: (parts) => ({ ...parts, validate: strict(parts.validate) }),
  }),

  "gzip-taken": defineDialect({
    title: "Takes bodies in gzip",
    wrap: (parts) => ({
      ...parts,
      bodyReader: {
        ...parts.bodyReader,
        read: (incoming, rule) => parts.bodyReader.read(inflated(incoming, parts.limits.bodyBytes), rule),
      },
    }),
  }),

  "byte-order-mark-skipped": defineDialect({
    title: "Overlooks a byte order mark before the JSON",
    wrap: (parts) => ({
      ...parts,
      bodyReader: {
        ...parts.bodyReader,
        parse: (bytes) => parts.bodyReader.parse(bytes.indexOf("\u{feff}") === 0 ? bytes.subarray(3) : bytes),
      },
    }),
  }),

  "bodies-up-to-100-kib": defineDialect({
    title: "Reads no more than 100 KiB",
    wrap: (parts) => ({ ...parts, limits: { ...parts.limits, bodyBytes: 100 * 1024 } }),
  }),
};

type Check<Order> = (body: unknown) => Order;

const knowing =
  <Order>(check: Check<Order>): Check<Order> =>
  (body) => {
    const order = check(body);
    const unknown = surplus(body, order, "");
    if (unknown.length > 0)
      throw new Refusal(
        400,
        unknown.slice(0, 50).map((path) => `${path} is not known`),
      );
    return order;
  };

const strict = (validate: Validate): Validate => ({
  ...validate,
  login: knowing(validate.login),
  signUp: knowing(validate.signUp),
  createApplication: knowing(validate.createApplication),
  setApplicationStatus: knowing(validate.setApplicationStatus),
  createApiKey: knowing(validate.createApiKey),
  linkProvider: knowing(validate.linkProvider),
  setPaymentMethods: knowing(validate.setPaymentMethods),
  rotateProviderKey: knowing(validate.rotateProviderKey),
  createWebhook: knowing(validate.createWebhook),
  updateWebhook: knowing(validate.updateWebhook),
  createSession: knowing(validate.createSession),
  createRefund: knowing(validate.createRefund),
});

/** What validation left out. Members that it did not look into are the same object, and nothing is missing there. */
const surplus = (given: unknown, taken: unknown, path: string): string[] => {
  if (given === taken || typeof given !== "object" || given === null) return [];
  const kept = new Map<string, unknown>(Object.entries(Object(taken)));
  return Object.entries(given).flatMap(([name, value]) => {
    const place = path === "" ? name : `${path}.${name}`;
    return kept.has(name) ? surplus(value, kept.get(name), place) : [place];
  });
};

const inflated = (incoming: Incoming, most: number): Incoming => {
  const { headers, rawBody } = incoming;
  if (rawBody === undefined || headers.get("content-encoding") !== "gzip") return incoming;
  const get = (name: string) => (name === "content-encoding" ? undefined : headers.get(name));
  return { ...incoming, headers: { ...headers, get }, rawBody: inflate(rawBody, most) };
};

const inflate = (bytes: Buffer, most: number): Buffer | undefined => {
  try {
    return gunzipSync(bytes, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw new Refusal(400, "The body is not valid gzip");
  }
};
