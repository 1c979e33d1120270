import * as fc from "fast-check";
import { type RequirementResult, verdicts } from "../model/index.ts";
import { exampleExchange, exampleResult, exampleViolation } from "./example-run.test-kit.ts";

/** What a target may send to make a report say something else. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "\u001b[2J",
        "]]>",
        "</system-out>",
        "\ud800",
        "\u0000",
        "\u202e",
        "\r\n",
        '"',
        "\ufffe",
      ),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(""));

const violation = hostileText.map((text) =>
  exampleViolation({
    expected: text,
    actual: text,
    where: text,
    exchange: exampleExchange({ response: { status: 500, headers: [["x", text]], body: text }, curl: text }),
  }),
);

const requirement = (index: number): fc.Arbitrary<RequirementResult> =>
  fc
    .record({
      suite: fc.constantFrom("sessions", "refunds", "webhooks"),
      verdict: fc.constantFrom(...verdicts),
      level: fc.constantFrom("MUST", "SHOULD", "MAY"),
      reason: hostileText,
      notes: fc.array(hostileText, { maxLength: 2 }),
      violations: fc.array(violation, { maxLength: 2 }),
      variants: fc.array(
        fc.record({
          name: hostileText,
          verdict: fc.constantFrom(...verdicts),
          durationMs: fc.nat(),
          violations: fc.array(violation, { maxLength: 1 }),
        }),
        { maxLength: 2 },
      ),
    })
    .map((parts) => exampleResult(`${parts.suite}/requirement-${index}`, parts));

/** Runs of up to eight requirements, judged in every way. */
export const randomResults: fc.Arbitrary<readonly RequirementResult[]> = fc
  .integer({ min: 0, max: 8 })
  .chain((amount) => fc.tuple(...Array.from({ length: amount }, (_, index) => requirement(index))));
