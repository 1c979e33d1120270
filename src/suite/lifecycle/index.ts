import { type Deck, deckOf, type Sequence, sequencesOf } from "../../generate/index.ts";
import type { Variant } from "../define.ts";
import { alike, type Failure, forAll } from "../for-all.ts";
import { Violation } from "../violation.ts";
import type { World } from "../world.ts";
import { accessCommands, createApplication, issueKey } from "./access.ts";
import { audit } from "./audit.ts";
import type { Planned, Run } from "./command.ts";
import { hookCommands } from "./hooks.ts";
import { createModel, type Model, type Terms } from "./model.ts";
import { moneyCommands } from "./money.ts";
import { linkProvider, routingCommands } from "./routing.ts";
import { failureCommands, statusCommands, timeCommands } from "./status.ts";
import { findTerms } from "./terms.ts";

/** Steps of a sequence, before it is shrunk. */
const length = 16;

/** Sequences to draw, each over one of some themes. */
export interface Sequences extends Variant {
  /** Names of commands: a sequence over few of them goes deeper than one over all. */
  readonly themes: readonly (readonly string[])[];
  /** For how many of a run's cases one sequence counts. */
  readonly weight: number;
  /** Judged one after the other: time passes for all of them at once. */
  readonly inTurn?: boolean;
}

const statedCommands = [...accessCommands, ...moneyCommands, ...routingCommands, ...hookCommands];
const commands = new Map(
  [...statedCommands, ...statusCommands, ...failureCommands, ...timeCommands].map((one) => [one.name, one]),
);

/** What the MUST facts of the contract speak of. */
export const stated: Sequences = {
  name: "stated",
  // So small that the usual number of cases comes to a sequence over each theme.
  weight: 2,
  themes: [
    [
      "create a session",
      "pay a session",
      "refund a part",
      "refund a part",
      "refund the rest",
      "refund too much",
    ],
    ["create a session", "revoke a key", "issue a key"],
    [
      "link a provider",
      "deactivate a provider",
      "create a session",
      "set a provider's payment methods",
      "activate a provider",
    ],
    ["register a webhook", "switch a webhook off or on", "move a webhook"],
    [
      "create a session",
      "pay a session",
      "refund a part",
      "repeat a session request",
      "repeat a refund request",
    ],
    ["create an application", "create a session", "look into another application's session", "issue a key"],
    // What can't be carried out passes its turn on: with the provider inactive, most turns end in the excess, and
    // before that in another session.
    [
      "create a session",
      "pay a session",
      "refund a part",
      "create a session",
      "deactivate a provider",
      "refund too much",
      "activate a provider",
    ],
    [
      "link a provider",
      "set a provider's payment methods",
      "rotate a provider's key",
      "deactivate a provider",
    ],
    statedCommands.map(({ name }) => name),
  ],
};

/** What the contract only suggests, a variant each. */
export const suggested: readonly Sequences[] = [
  {
    name: "disabled applications",
    weight: 5,
    themes: [
      ["issue a key", "disable an application", "enable an application", "revoke a key", "create a session"],
    ],
  },
  {
    name: "failed refunds",
    capability: "refunds",
    needs: ["checkout", "refundFailure"],
    weight: 10,
    themes: [["create a session", "pay a session", "refund a part", "fail a refund"]],
  },
  {
    name: "expiry",
    needs: ["clock"],
    weight: 8,
    inTurn: true,
    themes: [["create a session", "let sessions expire", "pay a session that expired", "pay a session"]],
  },
];

/** Carries out sequences of commands, each on applications of its own, and judges the target after every step. */
export async function obeyModel(world: World, sequences: Sequences): Promise<void> {
  const terms = await findTerms(world);
  const { generation } = world;
  const width = sequences.inTurn === true ? 1 : generation.width;
  await forAll(
    { ...world, generation: { ...generation, width } },
    {
      cases: deckFor(world, sequences),
      weight: sequences.weight,
      control: async () => void (await world.given.application()),
      judge: (sequence) => judgeSteps(world, terms, sequence),
      show: (sequence) => storyOf(terms, sequence),
    },
  );
}

/** What the target does not claim to have, and what the run was not given, is left out. */
function deckFor({ facts }: World, { themes }: Sequences): Deck<Sequence> {
  const isPossible = (name: string) => {
    const { capability = "core", needs = [] } = commands.get(name) ?? {};
    return facts.claims.includes(capability) && needs.every((means) => facts.given.includes(means));
  };
  const possible = themes.map((names) => names.filter(isPossible)).filter((names) => names.length > 0);
  return deckOf(possible.map((names) => sequencesOf(names, length)));
}

/** What the steps come to, each as things are when the one before it was done: call its `record` before the next. */
function* unfolded(terms: Terms, model: Model, sequence: Sequence): Generator<Planned> {
  const table = sequence.commands.flatMap((name) => commands.get(name) ?? []);
  for (const step of sequence.steps) {
    const inTurn = [...table.slice(step.command), ...table.slice(0, step.command)];
    const planned = firstOf(inTurn, (command) => command.plan(model, step, terms));
    if (planned !== undefined) yield planned;
  }
}

function firstOf<A, B>(things: readonly A[], make: (thing: A) => B | undefined): B | undefined {
  for (const thing of things) {
    const made = make(thing);
    if (made !== undefined) return made;
  }
  return undefined;
}

async function judgeSteps(world: World, terms: Terms, sequence: Sequence): Promise<Failure | undefined> {
  const model = createModel(terms);
  const run = emptyRun(world);
  let doing = "the opening";
  let count = 0;
  try {
    await open(run, model, terms);
    for (const planned of unfolded(terms, model, sequence)) {
      doing = `step ${(count += 1)}: ${planned.text}`;
      await planned.carryOut(run);
      planned.record?.();
      await audit(run, model);
    }
  } catch (error) {
    const [evidence] = error instanceof Violation ? error.evidence : [];
    if (evidence === undefined) throw error;
    return {
      cause: alike(evidence.where),
      evidence: { ...evidence, where: `${evidence.where}, after ${doing}` },
    };
  }
  return undefined;
}

function emptyRun(world: World): Run {
  return {
    world,
    applications: new Map(),
    keys: new Map(),
    hooks: new Map(),
    sessions: new Map(),
    refunds: new Map(),
  };
}

/** Makes what the model begins with. */
async function open(run: Run, { applications }: Model, { providers }: Terms): Promise<void> {
  for (const application of applications) {
    await createApplication(run, application);
    for (const provider of providers.slice(0, application.providers.length))
      await linkProvider(run, application, provider);
    for (const key of application.keys) await issueKey(run, application, key);
  }
}

function storyOf(terms: Terms, sequence: Sequence): string {
  const texts: string[] = [];
  for (const { text, record } of unfolded(terms, createModel(terms), sequence)) {
    texts.push(`${texts.length + 1}. ${text}`);
    record?.();
  }
  return texts.join("; ");
}
