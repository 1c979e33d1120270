import type { ProviderSettings } from "../../model/index.ts";

/** What should be on the target, by the contract. Things are known by their numbers; real ids live elsewhere. */
export interface Model {
  readonly applications: ApplicationModel[];
  readonly sessions: SessionModel[];
}

export interface ApplicationModel {
  readonly number: number;
  isEnabled: boolean;
  readonly keys: KeyModel[];
  readonly providers: ProviderModel[];
  readonly hooks: HookModel[];
}

export interface KeyModel {
  readonly number: number;
  isLive: boolean;
}

export interface ProviderModel {
  readonly name: string;
  isActive: boolean;
  paymentMethods: readonly string[];
}

export interface HookModel {
  readonly number: number;

  isActive: boolean;
}

export interface SessionModel {
  readonly number: number;
  readonly application: ApplicationModel;
  /** With which it was created, is read and is refunded. */
  readonly key: KeyModel;
  readonly method: string;
  /** Who could have been chosen when it was created. */
  readonly eligible: readonly string[];
  status: "PENDING" | "SUCCEEDED" | "PARTIALLY_REFUNDED" | "REFUNDED" | "OVER";
  /** Cents. */
  readonly total: number;
  readonly refunds: RefundModel[];
  /** The contract does not say what a refund does to it from now on. */
  isOpen: boolean;
}

export interface RefundModel {
  readonly number: number;
  readonly cents: number;
  /** As it was asked for: without an amount for all that remained. */
  readonly isRest: boolean;
}

/** What is known of the target beforehand. */
export interface Terms {
  /** That it links; none where it does not claim to, and every application can take payments as it is. */
  readonly providers: readonly ProviderSettings[];
  /** `provider method` of those known to take the run's order. */
  readonly takers: ReadonlySet<string>;
  /** By which sessions are asked for. */
  readonly methods: readonly string[];
  /** Of a session, in cents. */
  readonly total: number;
}

/** Before the first step: an application with a key and, where providers can be linked, the first of them. */
export function createModel({ providers }: Terms): Model {
  const first = newApplication(1);
  first.keys.push(newKey(first));
  first.providers.push(...providers.slice(0, 1).map(linkedModel));
  return { applications: [first], sessions: [] };
}

export function newApplication(number: number): ApplicationModel {
  return { number, isEnabled: true, keys: [], providers: [], hooks: [] };
}

export function newKey({ keys }: ApplicationModel): KeyModel {
  return { number: keys.length + 1, isLive: true };
}

export function linkedModel({ name, paymentMethods }: ProviderSettings): ProviderModel {
  return { name, paymentMethods, isActive: true };
}

/** The providers that may be chosen for an order by this method. */
export function candidates({ providers }: ApplicationModel, method: string): readonly ProviderModel[] {
  return providers.filter(({ isActive, paymentMethods }) => isActive && paymentMethods.includes(method));
}

/** Whether sessions by this method are sure to be taken; `undefined` where the contract can't tell. */
export function takes(
  application: ApplicationModel,
  method: string,
  { providers, takers }: Terms,
): boolean | undefined {
  if (providers.length === 0) return true;
  const able = candidates(application, method);
  if (able.length === 0) return false;
  return able.every(({ name }) => takers.has(`${name} ${method}`)) ? true : undefined;
}

/** Whoever was chosen for the session is active still, so that nothing stands between it and its money. */
export function isServed({ application, method, eligible }: SessionModel): boolean {
  const able = candidates(application, method).map(({ name }) => name);
  return eligible.every((name) => able.includes(name));
}

export function remaining({ total, refunds }: SessionModel): number {
  return refunds.reduce((left, { cents }) => left - cents, total);
}

export function isPaid({ status }: SessionModel): boolean {
  return status === "SUCCEEDED" || status === "PARTIALLY_REFUNDED";
}
