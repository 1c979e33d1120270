import fc from "fast-check";
import { expect, test } from "vitest";
import { createRedaction, recordOf } from "./index.ts";

const secret = 'p4ss/word+with "quotes"&=%';

test("masks a secret in every spelling a report could carry it in", () => {
  const redaction = createRedaction();
  redaction.learn(secret, "KADOSEI_PASSWORD");
  for (const text of spellingsOf(secret)) {
    const masked = redaction.mask(`before ${text} after`);
    expect(masked).toMatch(/\$\{?KADOSEI_PASSWORD/);
    expect(masked).not.toContain(text);
  }
});

/** Every way in which HTTP, JSON, HTML, XML and logs may spell a text. */
function spellingsOf(text: string): readonly string[] {
  const inUrl = encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const inForm = new URLSearchParams([["", text]]).toString().slice(1);
  const inJson = JSON.stringify(text).slice(1, -1);
  const each = (spell: (code: number) => string) =>
    [...text].map((c) => spell(c.codePointAt(0) ?? 0)).join("");
  const units = (spell: (hex: string) => string) =>
    text.replaceAll(/[^]/g, (unit) => spell(unit.charCodeAt(0).toString(16).padStart(4, "0")));
  const inHtml = text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return [
    text,
    encodeURIComponent(text),
    inUrl,
    inUrl.replaceAll(/%../g, (escape) => escape.toLowerCase()),
    inForm,
    encodeURIComponent(inUrl),
    inJson,
    inJson.replaceAll("/", "\\/"),
    JSON.stringify(inJson),
    units((hex) => `\\u${hex}`),
    units((hex) => `\\u${hex.toUpperCase()}`),
    inHtml,
    inHtml.replaceAll("&quot;", "&#34;"),
    each((code) => `&#${code};`),
    each((code) => `&#x${code.toString(16).toUpperCase()};`),
    ...["hex", "base64", "base64url"].map((encoding) => Buffer.from(text).toString(encoding as "hex")),
    Buffer.from(text).toString("hex").toUpperCase(),
    ...["a:", "ab:", "abc:"].flatMap((before) =>
      ["base64", "base64url"].map((way) => Buffer.from(`${before}${text}:z`).toString(way as "base64")),
    ),
  ];
}

test("masks any secret in any of these spellings, whatever stands around it", () => {
  // A backslash in front would make another text of an escape.
  const around = fc.constantFrom("", " ", "x", "%", "&", '"', "$", "=");
  const value = fc.string({ unit: "grapheme", minLength: 8, maxLength: 24 }).filter((s) => s.isWellFormed());
  fc.assert(
    fc.property(value, around, around, (text, before, after) => {
      const redaction = createRedaction();
      redaction.learn(text, "KADOSEI_PASSWORD");
      for (const spelled of spellingsOf(text)) {
        const masked = redaction.mask(before + spelled + after);
        expect(masked).toMatch(/\$\{?KADOSEI_PASSWORD/);
      }
    }),
  );
});

test("names how a secret is spelled, so that the variable can be set to just that", () => {
  const redaction = createRedaction();
  redaction.learn(secret, "KADOSEI_PASSWORD");
  const basic = Buffer.from(secret).toString("base64");
  expect(redaction.mask(`"${secret}"`)).toBe('"$KADOSEI_PASSWORD"');
  expect(redaction.mask(`${secret}0`)).toBe("${KADOSEI_PASSWORD}0");
  expect(redaction.mask(`?p=${encodeURIComponent(secret)}`)).toBe("?p=$KADOSEI_PASSWORD_URLENCODED");
  expect(redaction.mask(JSON.stringify({ secret }))).toBe('{"secret":"$KADOSEI_PASSWORD_JSON"}');
  expect(redaction.mask(basic)).toMatch(/^\$\{?KADOSEI_PASSWORD_BASE64\}?.?=?$/);
});

test("masks the longest of secrets that begin alike, and every occurrence", () => {
  const redaction = createRedaction();
  redaction.learn("correct-horse", "KADOSEI_SHORT");
  redaction.learn("correct-horse-battery", "KADOSEI_LONG");
  expect(redaction.mask("correct-horse-battery correct-horse correct-horse")).toBe(
    "$KADOSEI_LONG $KADOSEI_SHORT $KADOSEI_SHORT",
  );
});

test("leaves innocent text alone", () => {
  const redaction = createRedaction();
  redaction.learn("abc", "TOO_SHORT");
  redaction.learn("", "NOTHING");
  expect(redaction.mask("abcdef")).toBe("abcdef");
});

test("no secret survives in any part of a record", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 8, maxLength: 40 }).filter((text) => /^\S/.test(text)),
      (value) => {
        const redaction = createRedaction();
        redaction.learn(value, "KADOSEI_TOKEN");
        const record = recordOf(
          {
            at: Date.parse("2026-01-01T00:00:00Z"),
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
        expect(record.request.body).toMatch(/^\{"value":"\\?\$KADOSEI_TOKEN(_JSON)?\\?"\}$/);
      },
    ),
  );
});

test("what was learned for a while is forgotten, but for what others knew", () => {
  const redaction = createRedaction();
  redaction.learn("known-to-all", "KEPT");
  const lease = redaction.lease();
  lease.learn("known-to-all", "LEASED");
  lease.learn("known-for-a-while", "LEASED");
  expect(redaction.mask("known-to-all known-for-a-while")).toBe("$KEPT $LEASED");
  lease.forget();
  expect(redaction.mask("known-to-all known-for-a-while")).toBe("$KEPT known-for-a-while");
});
