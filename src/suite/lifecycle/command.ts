import type { Step } from "../../generate/index.ts";
import type { Claim, Means } from "../../model/index.ts";
import type { Answer } from "../answer.ts";
import type { Session } from "../given.ts";
import type { ApiKey, Application } from "../premises.ts";
import type { World } from "../world.ts";
import type {
  ApplicationModel,
  HookModel,
  KeyModel,
  Model,
  RefundModel,
  SessionModel,
  Terms,
} from "./model.ts";

/** What one step can do. */
export interface Command {
  readonly name: string;
  readonly capability?: Claim;
  readonly needs?: readonly Means[];
  /** What the step comes to as things are; nothing where it can't be done. Changes nothing yet. */
  readonly plan: (model: Model, step: Step, terms: Terms) => Planned | undefined;
}

export interface Planned {
  /** In the imperative, for a reader of the failure: "revoke key 2 of application 1". */
  readonly text: string;
  /** Does it to the target, and judges its answer. */
  readonly carryOut: (run: Run) => Promise<void>;
  /** Does it to the model. */
  readonly record?: () => void;
}

/** A model run on the target: the things of the model by their real names. */
export interface Run {
  readonly world: World;
  readonly applications: Map<ApplicationModel, Pick<Application, "id" | "name">>;
  readonly keys: Map<KeyModel, ApiKey>;
  readonly hooks: Map<HookModel, { readonly id: string; url: string }>;
  readonly sessions: Map<SessionModel, Session>;
  readonly refunds: Map<
    RefundModel,
    { readonly key: string; readonly body: unknown; readonly answer: Answer }
  >;
}

/** The thing that a step means, of those that there are. */
export function chosen<T>(things: readonly T[], { which }: Step): T | undefined {
  return things[which % Math.max(1, things.length)];
}

/** A thing that was made earlier in the run; the model says that it was. */
export function real<K, V>(things: ReadonlyMap<K, V>, thing: K): V {
  const found = things.get(thing);
  if (found === undefined) throw new Error("the model knows a thing that the run never made");
  return found;
}

/** The world as the holder of an API key sees it. */
export function under(run: Run, key: KeyModel): World {
  return { ...run.world, payments: run.world.payments.as(real(run.keys, key).fullKey) };
}
