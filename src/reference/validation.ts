import * as v from "valibot";
import type { Use } from "./parts.ts";
import { Refusal } from "./refusal.ts";
import * as account from "./validation-account.ts";
import { refundOrder, sessionOrder } from "./validation-session.ts";

const schemas = (use: Use) => ({
  login: account.credentials(use),
  signUp: account.signUp(use),
  createApplication: account.application(use),
  setApplicationStatus: account.applicationStatus(),
  createApiKey: account.apiKey(use),
  linkProvider: account.provider(use),
  setPaymentMethods: account.paymentMethods(),
  rotateProviderKey: account.providerKey(),
  createWebhook: account.webhook(use),
  updateWebhook: account.webhookChange(use),
  createSession: sessionOrder(use),
  createRefund: refundOrder(use),
});

type Schemas = ReturnType<typeof schemas>;

export type SignUpOrder = v.InferOutput<Schemas["signUp"]>;

/** One function per operation with a body: the body as the operation may rely on it, or 400 naming every field. */
export type Validate = {
  readonly [Name in keyof Schemas]: (body: unknown) => v.InferOutput<Schemas[Name]>;
} & {
  /** An id of the path, in lower case. */
  readonly id: (text: string | undefined, name: string) => string;
};

const sentence = (issue: v.BaseIssue<unknown>): string => {
  const path = v.getDotPath(issue);
  return path === null ? issue.message : `${path} ${issue.message}`;
};

const check = <Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> => {
  const result = v.safeParse(schema, body, { abortPipeEarly: true });
  if (result.success) return result.output;
  throw new Refusal(400, [...new Set(result.issues.map(sentence))].slice(0, 50));
};

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const checkId = (text: string | undefined, name: string): string => {
  if (text === undefined || !uuidPattern.test(text)) throw new Refusal(400, [`${name} must be a UUID`]);
  return text.toLowerCase();
};

/** The schemas are built at first use, when all the parts they look up exist. */
export const createValidate = (use: Use): Validate => {
  let built: Schemas | undefined;
  const of = <Name extends keyof Schemas>(name: Name) => {
    return (body: unknown) => check((built ??= schemas(use))[name], body);
  };
  return {
    login: of("login"),
    signUp: of("signUp"),
    createApplication: of("createApplication"),
    setApplicationStatus: of("setApplicationStatus"),
    createApiKey: of("createApiKey"),
    linkProvider: of("linkProvider"),
    setPaymentMethods: of("setPaymentMethods"),
    rotateProviderKey: of("rotateProviderKey"),
    createWebhook: of("createWebhook"),
    updateWebhook: of("updateWebhook"),
    createSession: of("createSession"),
    createRefund: of("createRefund"),
    id: checkId,
  };
};
