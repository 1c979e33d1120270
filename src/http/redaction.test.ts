import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { curlOf } from "./curl.ts";
import { createRedaction, recordOf } from "./index.ts";

const secret = 'p4ss/word+with "quotes"&=%';

test("masks a secret in every spelling a report could carry it in", () => {
  const redaction = createRedaction();
  redaction.learn(secret, "KADOSEI_PASSWORD");
  const spellings = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify({ password: secret }),
    Buffer.from(secret).toString("hex"),
    ...["", "a:", "ab:", "abc:"].map((before) => Buffer.from(`${before}${secret}`).toString("base64")),
  ];
  for (const text of spellings) {
    const masked = redaction.mask(`before ${text} after`);
    expect(masked).toContain("$KADOSEI_PASSWORD");
    expect(masked).not.toContain(text);
  }
});

test("leaves innocent text alone", () => {
  const redaction = createRedaction();
  redaction.learn("abc", "TOO_SHORT");
  redaction.learn("", "NOTHING");
  expect(redaction.mask("abcdef")).toBe("abcdef");
});

test("no secret survives in any part of a record", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8, maxLength: 40 }), (value) => {
      const redaction = createRedaction();
      redaction.learn(value, "KADOSEI_TOKEN");
      const record = recordOf(
        {
          at: "2026-01-01T00:00:00Z",
          durationMs: 1,
          request: {
            method: "POST",
            url: `http://127.0.0.1/${encodeURIComponent(value.toWellFormed())}`,
            headers: [["authorization", `Bearer ${value}`]],
            body: JSON.stringify({ value }),
          },
          response: { status: 200, headers: [["x-echo", value]], body: value },
        },
        redaction,
      );
      expect(record.response?.body).toBe("$KADOSEI_TOKEN");
      expect(record.request.headers).toEqual([["authorization", "Bearer $KADOSEI_TOKEN"]]);
      expect(record.request.body).toBe('{"value":"$KADOSEI_TOKEN"}');
    }),
  );
});

test("a curl line means to a shell what the request was", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }).filter((text) => !/[\0]/.test(text) && text.isWellFormed()),
      (body) => {
        const line = curlOf({ method: "POST", url: "http://127.0.0.1/", headers: [], body });
        const printed = execFileSync("bash", ["-c", line.replace(/^curl .* --data-binary /s, "printf %s ")], {
          encoding: "utf8",
        });
        expect(printed).toBe(body.replace(/\n+$/, (end) => end));
      },
    ),
    { numRuns: 25, seed: createHash("sha256").update("curl").digest().readInt32BE() },
  );
});

test("a masked curl line takes its secret from the environment", () => {
  const line = curlOf({
    method: "GET",
    url: "http://h/",
    headers: [["authorization", "Bearer $KADOSEI_TOKEN"]],
  });
  const printed = execFileSync("bash", ["-c", line.replace(/^curl .* --header /, "printf %s ")], {
    encoding: "utf8",
    env: { ...process.env, KADOSEI_TOKEN: "from-the-environment" },
  });
  expect(printed).toBe("authorization: Bearer from-the-environment");
});
