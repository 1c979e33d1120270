import type { Merchant, OperationName, ProviderSettings } from "../model/index.ts";
import { type Answer, isClientError, isSuccess, summary, valueAt } from "./answer.ts";
import type { Api } from "./api.ts";
import { type Applicant, makeApplicant } from "./applicant.ts";
import { arrange, type Arranged } from "./arrange.ts";
import type { Checkout, Invite, Invites } from "./drivers.ts";
import type { Facts } from "./facts.ts";
import { type Order, orderFrom } from "./order.ts";
import type { Listing } from "./listings.ts";
import { type List, openFilledList, openFreshList } from "./lists.ts";
import { briefly, eventually, isPutOff } from "./patience.ts";
import {
  type ApiKey,
  type Application,
  makeApiKey,
  makeApplication,
  makePaymentApplication,
  type PaymentApplication,
  premise,
  type Premises,
  type SecondMerchant,
} from "./premises.ts";
import type { Values } from "./values.ts";
import { Blocked } from "./violation.ts";

export interface Session {
  readonly id: string;
  readonly checkoutUrl: string;
  readonly order: Order;
  /** Idempotency key that it was created with. */
  readonly key: string;
  /** API key that it was created with. */
  readonly apiKey: string | undefined;
  readonly answer: Answer;
}

export interface Refund {
  readonly id: string;
  readonly answer: Answer;
}

export interface Webhook {
  readonly id: string;
  readonly signingSecret: string;
  readonly applicationId: string;
}

/** With what a session is made, where the defaults won't do. */
export interface SessionWishes {
  readonly order?: Order;
  readonly key?: string;
  readonly apiKey?: string;
}

/** The setup words: whatever they can't have from the target blocks the check and blames nobody. */
export interface Given {
  readonly values: Values;
  readonly merchant: Merchant;
  /** What links the run's first provider. */
  provider(): ProviderSettings;
  order(changes?: Readonly<Record<string, unknown>>): Order;
  idempotencyKey(): string;
  /** A name no resource of the target has. */
  name(): string;
  /** A UUID that names nothing on the target. */
  absentId(): string;
  /** A fresh token of the merchant. */
  token(): Promise<string>;
  /** A new one, under a name of its own unless told. */
  application(name?: string): Promise<Application>;
  /** Another merchant, with a token, an application and an API key that are good. */
  secondMerchant(): Promise<SecondMerchant>;
  /** Somebody whom the target has not met and who wants to become a merchant, with a password of so many characters. */
  applicant(length?: number): Applicant;
  /** A token to sign up with that nobody used yet. */
  invite(): Promise<Invite>;
  /** One that was made a moment ago, for checks that need its whole life, or need many. */
  newInvite(): Promise<Invite>;
  apiKey(applicationId: string, description?: string): Promise<ApiKey>;
  /** The application that the run's sessions belong to. */
  sharedApplication(): Promise<PaymentApplication>;
  /** A fresh application that can take payments. */
  paymentApplication(): Promise<PaymentApplication>;
  webhook(applicationId: string): Promise<Webhook>;
  session(wishes?: SessionWishes): Promise<Session>;
  /** A session whose checkout was paid. */
  paidSession(wishes?: SessionWishes): Promise<Session>;
  /** A refund that was accepted. */
  refund(sessionId: string, refund: unknown, keyed?: { key: string }): Promise<Refund>;
  /** A list with a dozen items, as far as the target lets it; the checks of a run share it, and only read. */
  filledList(listing: Listing): Promise<List>;
  /** An empty list of the check's own. */
  freshList(listing: Listing): Promise<List>;
  /** Waits for an answer that has to be a refusal. */
  refusal(answer: Promise<Answer>): Promise<Answer>;
  /** Waits for an answer that has to be an acceptance. */
  acceptance(answer: Promise<Answer>): Promise<Answer>;
  /** A lawful call of an operation on existing resources, not sent yet. */
  request(operation: OperationName): Promise<Arranged>;
}

export interface GivenParts {
  readonly api: Api;
  readonly facts: Facts;
  readonly values: Values;
  readonly premises: Premises;
  readonly checkout: Checkout;
  readonly invites: Invites;
  readonly keepSecret: (value: string, name: string) => void;
}

export function createGiven(parts: GivenParts): Given {
  const { api, facts, values, premises } = parts;
  const given: Given = {
    values,
    merchant: facts.merchant,
    provider: () => facts.providers[0],
    order: (changes) => orderFrom(facts, values, changes),
    idempotencyKey: values.uuid,
    name: values.name,
    absentId: values.uuid,
    token: async () => premise("login", await api.visitor.login(credentialsOf(facts)), "/accessToken"),
    application: (name) => makeApplication(api, values, name),
    secondMerchant: () => premises.secondMerchant(),
    applicant: (length) => makeApplicant(values, parts.keepSecret, length),
    invite: () => parts.invites.issue(),
    newInvite: () => parts.invites.issueNew(),
    apiKey: (applicationId, description) => makeApiKey(api, applicationId, values, description),
    sharedApplication: () => premises.paymentApplication(),
    paymentApplication: () => makePaymentApplication(api, facts, values),
    webhook: (applicationId) => makeWebhook(api, applicationId, values),
    session: (wishes) => makeSession(given, api, wishes),
    paidSession: (wishes) => makePaidSession(given, parts, wishes),
    refund: (sessionId, refund, keyed = { key: values.uuid() }) => makeRefund(api, sessionId, refund, keyed),
    filledList: (listing) => openFilledList(listing, { given, api, facts }),
    freshList: (listing) => openFreshList(listing, { given, api, facts }),
    refusal: async (answer) => refusalOf(await answer),
    acceptance: async (answer) => acceptanceOf(await answer),
    request: (operation) => arrange(operation, given, api),
  };
  return given;
}

export function credentialsOf({ merchant }: Pick<Facts, "merchant">): Merchant {
  return { email: merchant.email, password: merchant.password };
}

/** `.example` is reserved (RFC 2606): nobody is there to be called. */
export function webhookUrl(values: Values): string {
  return `https://receiver.example/${values.name()}`;
}

async function makeWebhook(api: Api, applicationId: string, values: Values): Promise<Webhook> {
  const answer = await api.management.createWebhook(applicationId, { url: webhookUrl(values) });
  const signingSecret = premise("creating a webhook", answer, "/signingSecret");
  return { id: premise("creating a webhook", answer, "/id"), signingSecret, applicationId };
}

async function makeSession(given: Given, api: Api, wishes: SessionWishes = {}): Promise<Session> {
  const { order = given.order(), key = given.idempotencyKey(), apiKey } = wishes;
  const payments = apiKey === undefined ? api.payments : api.payments.as(apiKey);
  const answer = await payments.createSession(order, { key });
  const id = premise("creating a session", answer, "/sessionId");
  return { id, checkoutUrl: String(valueAt(answer.json, "/checkoutUrl")), order, key, apiKey, answer };
}

async function makePaidSession(
  given: Given,
  { api, checkout }: GivenParts,
  wishes?: SessionWishes,
): Promise<Session> {
  const session = await makeSession(given, api, wishes);
  await checkout.pay(session);
  const payments = session.apiKey === undefined ? api.payments : api.payments.as(session.apiKey);
  const isPaid = (answer: Answer) => valueAt(answer.json, "/status") === "SUCCEEDED";
  const last = await eventually(() => payments.readSession(session.id), isPaid);
  if (isPaid(last)) return session;
  throw new Blocked(
    `the session did not become SUCCEEDED after its checkout was paid: ${summary(last)}`,
    last,
  );
}

async function makeRefund(
  api: Api,
  sessionId: string,
  refund: unknown,
  keyed: { key: string },
): Promise<Refund> {
  const ask = () => api.payments.createRefund(sessionId, refund, keyed);
  const answer = await eventually(ask, (last) => !isPutOff(last), briefly);
  return { id: premise("refunding a paid session", answer, "/refundId"), answer };
}

function refusalOf(answer: Answer): Answer {
  if (isClientError(answer)) return answer;
  throw new Blocked(`a request that should be refused was answered ${summary(answer)}`, answer);
}

function acceptanceOf(answer: Answer): Answer {
  if (isSuccess(answer)) return answer;
  throw new Blocked(`a request that should be accepted was answered ${summary(answer)}`, answer);
}
