import { suites } from "../../suites/index.ts";
import { ConfigurationError, type Flags, layerOf, loadSettings, splitList } from "../config/index.ts";
import { alternatives, type Claim, claims, type Means, means } from "../model/index.ts";
import type { Context } from "./context.ts";
import type { InitFlags } from "./init.command.ts";
import { UsageError } from "./usage-error.ts";

/** What a configuration to start from is made of. */
export interface InitAnswers {
  readonly url: string;
  readonly email: string;
  readonly secondEmail: string | undefined;
  readonly claims: readonly Claim[];
  /** Means that the run is to be given, and that it has a use for. */
  readonly wanted: readonly Means[];
  readonly without: readonly Means[];
}

type Ask = NonNullable<Context["ask"]>;

/** What flags say, and otherwise the user. Nobody is asked for a password: it belongs in no file. */
export async function answersFrom(flags: InitFlags, { ask, warn }: Context): Promise<InitAnswers> {
  const asked = flags.yes === true ? undefined : ask;
  const answer = answering(asked, warn);
  const url = await answer(flags.url, "URL of the API: ", (text) => problemsOf({ url: text }, "--url"));
  const email = await answer(flags.email, "E-mail address of the merchant that logs in: ", (text) =>
    problemsOf({ email: text }, "--email"),
  );
  const claimed = await answerClaims(flags.claims, asked, warn);
  const useful = meansFor(claimed);
  const without = await answerWithout(flags, useful, asked, warn);
  const wanted = useful.filter((name) => !without.includes(name));
  const needsSecond = wanted.includes("secondMerchant") && asked !== undefined;
  const secondEmail =
    flags.secondEmail ??
    (needsSecond
      ? await answer(undefined, "E-mail address of the second merchant: ", (text) =>
          problemsOf({ email }, secondMerchantAt, text),
        )
      : undefined);
  refuse({ url, email, claims: claimed, without }, secondEmail);
  return { url, email, secondEmail, claims: claimed, wanted, without };
}

/** Asks again until an answer can be. */
function answering(ask: Ask | undefined, warn: Context["warn"]) {
  return async (
    given: string | undefined,
    question: string,
    problems: (text: string) => readonly string[],
  ) => {
    if (given !== undefined) return given;
    if (ask === undefined)
      throw new UsageError(
        "init is not told enough",
        "give --url and --email; on a terminal it asks for them",
      );
    for (;;) {
      const text = (await ask(question)).trim();
      const found = text === "" ? ["an answer is needed; Ctrl-C writes nothing"] : problems(text);
      if (found.length === 0) return text;
      found.forEach(warn);
    }
  };
}

async function answerClaims(
  given: readonly string[] | undefined,
  ask: Ask | undefined,
  warn: Context["warn"],
): Promise<readonly Claim[]> {
  const others = claims.filter((name) => name !== "core");
  const question = `What does it serve besides core? (${others.join(", ")}; nothing for none): `;
  const names = given ?? (ask === undefined ? [] : await listed(ask, question, others, warn));
  return claims.filter((name) => name === "core" || names.includes(name)).concat(unknownIn(names, claims));
}

/** Nothing is waived that nobody said to be lacking. */
async function answerWithout(
  { without }: InitFlags,
  useful: readonly Means[],
  ask: Ask | undefined,
  warn: Context["warn"],
): Promise<readonly Means[]> {
  if (without !== undefined) return without as readonly Means[];
  if (ask === undefined) return [];
  const question = `What can a run be given? (${useful.join(", ")}; nothing for none): `;
  const given = await listed(ask, question, useful, warn);
  return useful.filter((name) => !given.includes(name));
}

async function listed(
  ask: Ask,
  question: string,
  known: readonly string[],
  warn: Context["warn"],
): Promise<readonly string[]> {
  for (;;) {
    const names = splitList((await ask(question)).replaceAll(/\s+/g, ","));
    const unknown = unknownIn(names, known);
    if (unknown.length === 0) return names;
    warn(`unknown: ${unknown.join(", ")}`);
  }
}

function unknownIn<T extends string>(names: readonly string[], known: readonly T[]): T[] {
  return names.filter((name) => !known.some((one) => one === name)) as T[];
}

/** The means that some requirement of the claims has a use for, but for those that are no matter of a file. */
function meansFor(claimed: readonly Claim[]): readonly Means[] {
  const requirements = suites
    .flatMap((suite) => suite.requirements)
    .filter(({ capability }) => claimed.includes(capability));
  const needs = requirements.flatMap((one) => [
    ...one.needs,
    ...one.cases
      .filter(({ variant }) => claimed.includes(variant?.capability ?? one.capability))
      .flatMap(({ variant }) => variant?.needs ?? []),
  ]);
  const first = new Set(needs.map((need) => alternatives(need)[0]));
  return means.filter((name) => first.has(name) && name !== "expiredToken" && name !== "waitForExpiry");
}

const secondMerchantAt = "--second-email";

/** As a run would check them; what it would miss besides is no matter here. */
function refuse(flags: Flags, secondEmail?: string): void {
  const password = "never-written-down";
  const value = { email: secondEmail, password };
  const second =
    secondEmail === undefined ? [] : [{ path: ["secondMerchant"], value, place: secondMerchantAt }];
  loadSettings({ flags: { password, ...flags }, builtIn: layerOf(second) });
}

function problemsOf(flags: Flags, where: string, secondEmail?: string): readonly string[] {
  try {
    refuse({ url: "https://staging.example.com", email: "owner@example.com", ...flags }, secondEmail);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.problems.filter((problem) => problem.where === where).map(({ what }) => what);
  }
}
