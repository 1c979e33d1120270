import { isLoopback, verdicts } from "../model/index.ts";
import type { CertifiedRequirement, Predicate, Statement } from "./statement.ts";
import type { Verification } from "./verify.ts";

/** What was verified, for people. Texts of the certificate are as they are in it: whoever prints them escapes them. */
export function certificateWords({
  problems,
  remarks,
  statement,
  fingerprint,
}: Verification): readonly string[] {
  if (statement === undefined || fingerprint === undefined) return ["Not valid", ...bullets(problems)];
  const isValid = problems.length === 0;
  return [
    isValid ? "Valid" : "Not valid",
    ...bullets([...problems, ...remarks]),
    "",
    ...rows(statement, fingerprint),
    ...(isValid ? ["", ...meaning(statement)] : []),
  ];
}

function rows({ subject: [{ name }], predicate }: Statement, fingerprint: string): readonly string[] {
  const { target, tool, edition, outcome, run, summary, requirements, claims, unclaimed } = predicate;
  const facts: readonly (readonly [label: string, text: string])[] = [
    ["target", name],
    ...optional("operator", target.operator),
    ...optional("version", target.version),
    ["outcome", outcome.replaceAll("-", " ")],
    ["judged", `${run.finishedAt}, by edition ${edition}, with ${tool.name} ${tool.version}`],
    ["claims", claims.join(", ")],
    ["verdicts", `${tally(predicate)}; ${requirements.length} in all, ${summary.requests} requests`],
    ...unjudged(requirements).map((text) => ["unjudged", text] as const),
    ...(unclaimed.length === 0
      ? []
      : [["unclaimed", `${unclaimed.join(", ")}: served, and not judged`] as const]),
    ["expires", predicate.expiresAt],
    ["signed by", fingerprint],
  ];
  return facts.map(([label, text]) => `  ${label.padEnd(9)}  ${text}`);
}

function tally({ summary }: Predicate): string {
  return verdicts
    .filter((verdict) => summary[verdict] > 0)
    .map((verdict) => `${summary[verdict]} ${verdict}`)
    .join(", ");
}

/** MUSTs that are told one by one. */
const named = 12;

/** The MUSTs that nobody judged, or not wholly, each with its reason; the others in numbers. */
function unjudged(requirements: readonly CertifiedRequirement[]): readonly string[] {
  const open = requirements.filter(({ because }) => because !== undefined);
  const musts = open.filter(({ level, notServed }) => level === "MUST" && notServed !== true);
  const others = open.length - musts.length;
  const more = musts.length - named;
  return [
    ...musts.slice(0, named).map(({ id, because }) => `${id}: ${because}`),
    ...(more > 0 ? [`and ${more} more MUSTs; --json names them`] : []),
    ...(others === 0
      ? []
      : [`${others} ${musts.length === 0 ? "" : "others "}that are no MUST of the claims`]),
  ];
}

function meaning({ predicate }: Statement): readonly string[] {
  const { target, outcome } = predicate;
  const extent =
    outcome === "conformant" ? "Every MUST of its claims" : "What it judged of the MUSTs of its claims";
  const where = isLoopback(target.url)
    ? ["The target was on the machine that judged it: nobody else can look at it."]
    : [];
  return [
    "It shows that whoever holds that key vouches for one run against that target.",
    `${extent} passed, and nothing was altered since it was signed.`,
    "It does not show that the target is the same today, that it has no other defect,",
    "or that the signer ran what the journal tells: trust it as far as you trust them.",
    ...where,
    "`verify --recheck <url>` judges some of the requirements again.",
  ];
}

function optional(label: string, text: string | undefined): readonly (readonly [string, string])[] {
  return text === undefined ? [] : [[label, text]];
}

function bullets(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  - ${line}`);
}
