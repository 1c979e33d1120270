import { isSuccess, summary, valueAt, type Answer } from "./answer.ts";
import type { Api } from "./api.ts";
import { bearer } from "./call.ts";
import type { Facts } from "./facts.ts";
import type { Values } from "./values.ts";
import { Blocked } from "./violation.ts";

export interface Application {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export interface ApiKey {
  readonly id: string;
  readonly fullKey: string;
  readonly applicationId: string;
}

/** An application that can take payments: providers linked, one key issued. */
export interface PaymentApplication {
  readonly id: string;
  readonly apiKey: string;
}

/** Somebody else on the same target, with an application of its own. */
export interface SecondMerchant {
  readonly token: string;
  readonly applicationId: string;
  readonly apiKey: string;
}

/** What most checks stand on: made once, when first asked for, and shared by the run. */
export interface Premises {
  /** `Authorization` value of the merchant. */
  jwt(): Promise<string>;
  /** `Authorization` value of the shared payment application. */
  apiKey(): Promise<string>;
  paymentApplication(): Promise<PaymentApplication>;
  secondMerchant(): Promise<SecondMerchant>;
  /** Takes over the token of a login that a check has made. */
  adopt(login: Answer): void;
  /** Logs in again if this is the run's own token and the target takes it no longer. */
  renewIfDead(authorization: string): Promise<void>;
  /** Whether a login ends the one before it; then nothing can be judged beside a check that logs in. */
  hasOneSessionOnly(): Promise<boolean>;
  /** Forgets them all, after the target's clock was moved. */
  reset(): void;
}

/** Seconds before its end at which a token is renewed. */
const renewal = 300;

export function createPremises(api: Api, facts: Facts, values: Values): Premises {
  let token = once(() => login(api, facts));
  let application = once(() => sharedApplication(api, facts, values));
  let second = once(() => secondMerchant(api, facts, values));
  /** Told by a management call that changes nothing, whoever is let in. */
  const isDead = async (accessToken: string): Promise<boolean> => {
    const absent = values.uuid();
    const { status } = await api.management.as(accessToken).setApplicationStatus(absent, { isEnabled: true });
    return status === 401;
  };
  return {
    async jwt() {
      if ((await token()).renewAt < Date.now()) token = once(() => login(api, facts));
      return bearer((await token()).accessToken);
    },
    adopt(answer) {
      // An answer without a token is for the check to judge that asked for it.
      const accessToken = valueAt(answer.json, "/accessToken");
      if (typeof accessToken === "string" && accessToken !== "") token = async () => tokenOf(answer);
    },
    async renewIfDead(authorization) {
      const suspect = token;
      const { accessToken } = await suspect();
      if (bearer(accessToken) !== authorization || !(await isDead(accessToken))) return;
      // Others may have met the same death meanwhile; one login is enough.
      if (token === suspect) token = once(() => login(api, facts));
    },
    async hasOneSessionOnly() {
      const { accessToken: first } = await token();
      await login(api, facts);
      return isDead(first);
    },
    apiKey: async () => bearer((await application()).apiKey),
    paymentApplication: () => application(),
    async secondMerchant() {
      if ((await second()).renewAt < Date.now()) second = once(() => secondMerchant(api, facts, values));
      return second();
    },
    reset() {
      token = once(() => login(api, facts));
      application = once(() => sharedApplication(api, facts, values));
      second = once(() => secondMerchant(api, facts, values));
    },
  };
}

/** Made when first asked for; made again only if the network was to blame, or the target had no say that counts. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  const forgetAfterFailure = (error: unknown): never => {
    const status = error instanceof Blocked ? error.answer?.status : undefined;
    if (status === 0 || status === 429 || (status ?? 0) >= 500) made = undefined;
    throw error;
  };
  return () => (made ??= make().catch(forgetAfterFailure));
}

interface Token {
  readonly accessToken: string;
  /** Unix time in milliseconds. */
  readonly renewAt: number;
}

async function login(api: Api, { merchant: { email, password } }: Pick<Facts, "merchant">): Promise<Token> {
  return tokenOf(await api.visitor.login({ email, password }));
}

function tokenOf(answer: Answer): Token {
  const accessToken = valueAt(answer.json, "/accessToken");
  if (!isSuccess(answer) || typeof accessToken !== "string" || accessToken === "")
    throw new Blocked(loginProblem(answer), answer);
  const expiresIn = Number(valueAt(answer.json, "/expiresIn"));
  const lifetime = Number.isFinite(expiresIn) && expiresIn > 2 * renewal ? expiresIn - renewal : 2 * renewal;
  return { accessToken, renewAt: Date.now() + lifetime * 1000 };
}

function loginProblem(answer: Answer): string {
  return [401, 403, 400, 422].includes(answer.status)
    ? `login was refused with ${answer.status}; check the merchant's e-mail and password, and the target's URL`
    : `login gave no token: ${summary(answer)}`;
}

async function secondMerchant(
  api: Api,
  { secondMerchant: merchant }: Facts,
  values: Values,
): Promise<SecondMerchant & Pick<Token, "renewAt">> {
  if (merchant === undefined) throw new Blocked("`secondMerchant` is not configured");
  const { accessToken, renewAt } = await login(api, { merchant });
  const theirs = { ...api, management: api.management.as(accessToken) };
  const { id } = await makeApplication(theirs, values);
  const { fullKey } = await makeApiKey(theirs, id, values);
  return { token: accessToken, applicationId: id, apiKey: fullKey, renewAt };
}

async function sharedApplication(api: Api, facts: Facts, values: Values): Promise<PaymentApplication> {
  if (facts.application !== undefined) return facts.application;
  return makePaymentApplication(api, facts, values);
}

/** Makes an application, links what providers the target lets it link, and issues a key. */
export async function makePaymentApplication(
  api: Api,
  facts: Facts,
  values: Values,
): Promise<PaymentApplication> {
  const { id } = await makeApplication(api, values);
  for (const provider of facts.providers) {
    const answer = await api.management.linkProvider(id, provider);
    // Whether a link is active from the start is not stated.
    if (valueAt(answer.json, "/isActive") === false) await api.management.activateProvider(id, provider.name);
  }
  const { fullKey } = await makeApiKey(api, id, values);
  return { id, apiKey: fullKey };
}

export async function makeApplication(api: Api, values: Values, name = values.name()): Promise<Application> {
  const description = "made by a conformance run";
  const answer = await api.management.createApplication({ name, description });
  return { id: premise("creating an application", answer, "/id"), name, description };
}

export async function makeApiKey(
  api: Api,
  applicationId: string,
  values: Values,
  description = values.name().slice(0, 50),
): Promise<ApiKey> {
  const answer = await api.management.createApiKey(applicationId, { description });
  const id = premise("issuing an API key", answer, "/id");
  return { id, fullKey: premise("issuing an API key", answer, "/fullKey"), applicationId };
}

/** The string at `pointer` of an accepted answer; blocks the check where there is none. */
export function premise(doing: string, answer: Answer, pointer: string): string {
  if (!isSuccess(answer)) throw new Blocked(`${doing} was not accepted: ${summary(answer)}`, answer);
  const value = valueAt(answer.json, pointer);
  if (typeof value === "string" && value !== "") return value;
  throw new Blocked(`${doing} answered without \`${pointer.slice(1)}\`: ${summary(answer)}`, answer);
}
