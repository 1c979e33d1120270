import { type Creation, creations, type Measured, type Plan, type Unplanned } from "../model/index.ts";
import { openingLines } from "./console-lines.ts";
import { outcomeName } from "./outcome-words.ts";
import type { Paint } from "./terminal.ts";
import { count, cut, duration, printable } from "./text.ts";

/** What a run would do, as far as its settings tell. */
export function planLines(paint: Paint, plan: Plan): string[] {
  const { header, judged, unplanned, contacts, movesClock, atBest } = plan;
  const levels = Object.entries(judged).map(([level, amount]) => `${amount} ${level}`);
  const total = Object.values(judged).reduce((sum, amount) => sum + amount, 0);
  return [
    ...openingLines(paint, header),
    ...section(paint, "Would be judged", [`${count(total, "requirement")}: ${levels.join(", ")}`]),
    ...section(paint, "Would be skipped", unplanned.map(unplannedLine)),
    ...section(
      paint,
      "Would be contacted",
      contacts.map(({ address, purpose }) => `${address} (${purpose})`),
    ),
    ...section(paint, "The target's clock", [
      movesClock ? "would be moved, when all else is judged" : "would not be moved",
    ]),
    ...section(paint, "Clean-up", cleanUp),
    ...section(paint, "At the very best", [`${outcomeName(atBest)}: ${atBest.reasons.join("; ")}`]),
  ];
}

const cleanUp = [
  "disables the applications, revokes the keys and deactivates the webhooks that the run made;",
  "sessions, refunds, links to providers and signed-up merchants can't be taken away and stay",
];

function unplannedLine({ reason, musts, others, inPart }: Unplanned): string {
  const whole = musts + others > 0 ? [`${musts} MUST and ${others} others`] : [];
  const parts = inPart > 0 ? [`cases of ${inPart} more`] : [];
  return `${[...whole, ...parts].join(", ")}: ${reason}`;
}

const nouns: Readonly<Record<Creation, string>> = {
  applications: "application",
  apiKeys: "API key",
  providers: "link to a provider",
  webhooks: "webhook",
  sessions: "payment session",
  refunds: "refund",
  merchants: "merchant",
};

/** What would be made on the target, as the same run took it elsewhere. */
export function measuredLines(
  paint: Paint,
  { made, requests, unmeasured }: Measured,
  requestsPerSecond?: number,
): string[] {
  const amounts = creations.filter((kind) => made[kind] > 0).map((kind) => counted(made[kind], nouns[kind]));
  const pace =
    requestsPerSecond === undefined
      ? ""
      : `, which take ${duration((requests * 1000) / requestsPerSecond)} at ${requestsPerSecond} per second`;
  return section(paint, "Would be made on the target", [
    amounts.length === 0 ? "nothing" : amounts.join(", "),
    `by ${count(requests, "request")}${pace}`,
    "measured just now against the reference server in this package: about so many",
    ...(unmeasured === 0
      ? []
      : [`and what ${count(unmeasured, "requirement")} would make that can't be measured there`]),
  ]);
}

function counted(amount: number, noun: string): string {
  return amount === 1 || noun !== nouns.providers ? count(amount, noun) : `${amount} links to providers`;
}

/** The last words of a dry run. */
export function dryWords(paint: Paint): string {
  return `${paint("bold", "DRY RUN")}: nothing was sent to the target, nothing was judged, and nothing is certified`;
}

function section(paint: Paint, title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [paint("bold", title), ...lines.map((line) => `  ${cut(printable(line), 1000)}`), ""];
}
