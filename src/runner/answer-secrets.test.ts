import { expect, test } from "vitest";
import { createRedaction } from "../http/index.ts";
import type { HeaderFields } from "../model/index.ts";
import { answerOf } from "../suite/index.ts";
import { createAnswerWatch } from "./answer-secrets.ts";

const jwt = (signature: string) => `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtZXJjaGFudCJ9.${signature}`;
const token = jwt("signature-of-the-first");
const second = jwt("signature-of-the-second");
const key = "ks_test_0123456789abcdef";

interface Told {
  readonly operation?: "login" | "createApiKey" | "listApplications";
  readonly authorization?: string;
  readonly sent?: unknown;
  readonly answered: unknown;
  readonly headers?: HeaderFields;
}

/** What is left of a text once the watch has seen these exchanges. */
function maskedAfter(text: string, ...told: readonly Told[]): string {
  const redaction = createRedaction();
  const secondMerchant = { email: "second@example.com", password: "another-password-here" };
  const watch = createAnswerWatch(redaction, { secondMerchant });
  for (const { operation = "listApplications", authorization, sent, answered, headers = [] } of told) {
    const exchange = {
      at: Date.parse("2026-12-01T10:00:00.000Z"),
      durationMs: 1,
      request: {
        method: "POST",
        url: "https://staging.example.com/api/v1/x",
        headers: authorization === undefined ? [] : [["authorization", authorization] as const],
        ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
      },
      response: {
        status: 200,
        headers,
        body: typeof answered === "string" ? answered : JSON.stringify(answered),
      },
    };
    watch(answerOf(exchange, operation, false));
  }
  return redaction.mask(text);
}

const login = (email: string, accessToken: string): Told => ({
  operation: "login",
  sent: { email },
  answered: { data: { accessToken } },
});

test("a token is masked, and its signature alone too; its claims explain much and are not", () => {
  const text = `${token} and ${token.split(".")[2]} of ${token.split(".")[1]}`;
  expect(maskedAfter(text, login("first@example.com", token))).toBe(
    `$KADOSEI_TOKEN and $KADOSEI_TOKEN_SIGNATURE of ${token.split(".")[1]}`,
  );
});

test("each merchant's token and key stand under a name of their own", () => {
  const keyOf = (by: string, fullKey: string): Told => ({
    operation: "createApiKey",
    authorization: `Bearer ${by}`,
    answered: { fullKey },
  });
  const other = key.replace("ks_test_", "ks_test_f");
  const told = maskedAfter(
    [token, second, key, other].join(" "),
    login("first@example.com", token),
    login("second@example.com", second),
    keyOf(token, key),
    keyOf(second, other),
  );
  expect(told).toBe("$KADOSEI_TOKEN $KADOSEI_SECOND_TOKEN $KADOSEI_API_KEY $KADOSEI_SECOND_API_KEY");
});

test("a forged token that the answer echoes is not learned under the token's name", () => {
  const forged = jwt("forged-signature-here");
  const echo = { authorization: `Bearer ${forged}`, answered: `no such token: ${forged}` };
  expect(maskedAfter(forged, login("first@example.com", token), echo)).toBe(forged);
});

test("an altered key that the answer echoes is masked as such", () => {
  const altered = `${key}x`;
  const issued: Told = { operation: "createApiKey", answered: { fullKey: key } };
  const echo = { authorization: `Bearer ${altered}`, answered: { message: `unknown key ${altered}` } };
  expect(maskedAfter(`${altered} ${key}`, issued, echo)).toBe("$KADOSEI_ALTERED_API_KEY $KADOSEI_API_KEY");
});

test("secrets in answers that can't be parsed, and in cookies, are known by their form", () => {
  const answered = `<pre>Error: {"access_token": "opaque-token-of-this-run"} ${key} whsec_0123456789abcdef`;
  const told = maskedAfter(`opaque-token-of-this-run ${key} whsec_0123456789abcdef crumbs-of-a-session`, {
    answered,
    headers: [["set-cookie", "sid=crumbs-of-a-session; HttpOnly"]],
  });
  expect(told).toBe("$KADOSEI_TOKEN $KADOSEI_API_KEY $KADOSEI_SIGNING_SECRET $KADOSEI_COOKIE");
});

test("a sentence where a token should be is no secret", () => {
  const answered = { accessToken: "see the documentation" };
  expect(maskedAfter("see the documentation", { operation: "login", answered })).toBe(
    "see the documentation",
  );
});
