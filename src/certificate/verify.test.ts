import { generateKeyPairSync } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { candidate, judge, now, privateKey, resultWith, statement } from "./certified.test-kit.ts";
import { canonical } from "./canonical.ts";
import { sealed } from "./envelope.ts";
import type { Predicate, Statement } from "./statement.ts";
import { type Scales, verified } from "./verify.ts";

const text = sealed(statement(), privateKey);
const scales: Scales = { judge, now };

function problems(given: string | Buffer, more: Partial<Scales> = {}): readonly string[] {
  return verified(Buffer.from(given), { ...scales, ...more }).problems;
}

/** The same envelope around another payload, with the old signature. */
function around(payload: string): string {
  const envelope = JSON.parse(text) as { payload: string };
  const spelled = { ...envelope, payload: Buffer.from(payload).toString("base64") };
  return `${JSON.stringify(spelled, undefined, 2)}\n`;
}

/** The last letter before two padding characters has four bits that stand for nothing. */
function unusedBits(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1);
}

/** What a signer who lies would sign. */
function lying(parts: Partial<Predicate>): string {
  const honest = statement();
  return sealed({ ...honest, predicate: { ...honest.predicate, ...parts } }, privateKey);
}

test("a certificate is valid as it was issued, with its journal and its key", () => {
  const { fingerprint = "" } = verified(Buffer.from(text), scales);
  expect(problems(text, { pinned: fingerprint, journal: candidate() })).toEqual([]);
  expect(verified(Buffer.from(text), scales).statement).toEqual(JSON.parse(JSON.stringify(statement())));
});

describe("whatever is changed is found:", () => {
  test("any byte, wherever it stands", () => {
    const bytes = Buffer.from(text);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, difference) => {
        const changed = Buffer.from(bytes);
        changed[place] = ((changed[place] ?? 0) + difference) % 256;
        expect(problems(changed)).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("bytes taken out or put in", () => {
    const inserted = fc.constantFrom(" ", "\n", "\t", "{", '"', "A", "=", "\uFEFF", "\\u0041");
    fc.assert(
      fc.property(fc.nat(text.length - 1), inserted, (place, more) => {
        expect(problems(text.slice(0, place) + more + text.slice(place))).not.toEqual([]);
        expect(problems(text.slice(0, place) + text.slice(place + 1))).not.toEqual([]);
      }),
    );
  });

  const payload = canonical(statement());
  const swapped = JSON.stringify(
    Object.fromEntries(Object.entries(JSON.parse(payload) as object).toReversed()),
  );
  const line = (from: string, to: string) => text.replace(from, to);
  test.each<readonly [string, string]>([
    ["swapped members of the payload", around(swapped)],
    ["space in the payload", around(payload.replace(",", ", "))],
    ["an extra member of the payload", around(payload.replace("{", '{"a":1,'))],
    ["a duplicate member of the payload", around(payload.replace("{", '{"_type":"x",'))],
    ["a unicode escape in the payload", around(payload.replace("Example", String.raw`\u0045xample`))],
    ["another verdict", around(payload.replace("skipped", "passed"))],
    ["a member called __proto__", around(payload.replace("{", '{"__proto__":{},'))],
    ["no payload", around("")],
    ["space in the envelope", line("  ", " ")],
    ["a duplicate member of the envelope", line("{\n", '{\n  "payloadType": "x",\n')],
    ["an extra member of the envelope", line('"payload":', '"more": 1,\n  "payload":')],
    ["a unicode escape in the envelope", line("vnd", String.raw`\u0076nd`)],
    ["another spelling of its base64", text.replace(/[AQgw](?===")/, unusedBits)],
    ["URL-safe base64", text.replaceAll("+", "-").replaceAll("/", "_")],
    ["another payload type", line("vnd.in-toto+json", "json")],
    ["nothing", ""],
    ["null", "null"],
    ["no signature", JSON.stringify({ ...(JSON.parse(text) as object), signatures: [] })],
  ])("%s", (_, changed) => {
    expect(changed).not.toBe(text);
    expect(problems(changed)).not.toEqual([]);
  });

  test("the signature of another key, and another key altogether", () => {
    const other = generateKeyPairSync("ed25519").privateKey;
    const { fingerprint = "" } = verified(Buffer.from(text), scales);
    expect(problems(sealed(statement(), other))).toEqual([
      "it names another key than the one in its statement",
    ]);
    const again = sealed(statement(candidate(), other), other);
    expect(problems(again)).toEqual([]);
    expect(verified(Buffer.from(again), scales).remarks.join()).toContain("a key you did not name");
    expect(problems(again, { pinned: fingerprint }).join()).toContain("not by the one you named");
  });
});

describe("what a lying signer says is found:", () => {
  const { predicate } = statement();
  const failed = predicate.requirements.map((entry) => ({ ...entry, verdict: "failed" as const }));
  test.each<readonly [string, string, string]>([
    ["counts", lying({ summary: { ...predicate.summary, passed: 3 } }), "counts of passed"],
    ["no request", lying({ summary: { ...predicate.summary, requests: 0 } }), "not a request"],
    ["a failure", lying({ requirements: failed }), "though sessions/creates is failed"],
    ["a gap", lying({ requirements: predicate.requirements.slice(1) }), "sessions/creates is missing"],
    ["a capability", lying({ judged: [] }), "names other capabilities"],
    ["another subject", lying({ target: { url: "https://elsewhere.example", live: false } }), "its subject"],
    ["a later end", lying({ expiresAt: "2036-12-02T10:00:00.000Z" }), "longer than 366 days"],
    ["from the future", lying({ issuedAt: "2026-12-02T12:00:00.000Z" }), "dated later than now"],
    [
      "another release",
      lying({ tool: { ...predicate.tool, digest: { sha256: "cd".repeat(32) } } }),
      "not those of",
    ],
    ["another edition", lying({ edition: "2027.6" }), "edition 2027.6, of which"],
  ])("%s", (_, lie, says) => {
    expect(problems(lie).join("\n")).toContain(says);
  });

  test("against its journal", () => {
    const journal = candidate();
    const softened = resultWith({ verdict: "warned", level: "MUST" });
    expect(problems(lying({ run: { ...predicate.run, seed: 43 } }), { journal })).toEqual([
      "the journal says otherwise of its run",
    ]);
    expect(problems(text, { journal: candidate({}, softened) })).toEqual([
      "the journal is not the one that it was made from",
    ]);
  });
});

test("it expires", () => {
  const last = new Date(Date.parse(statement().predicate.expiresAt));
  expect(problems(text, { now: new Date(last.getTime() - 1) })).toEqual([]);
  expect(problems(text, { now: last }).join()).toContain("it expired on");
});

test("canonical JSON has one order and no space", () => {
  const value = JSON.parse('{"b":[{"d":1,"c":"ü"}],"__proto__":null,"a":1e2}') as Statement;
  expect(canonical(value)).toBe('{"__proto__":null,"a":100,"b":[{"c":"ü","d":1}]}');
});
