import { expect, test } from "vitest";
import type { Exchange } from "../model/index.ts";
import { answerOf } from "./answer.ts";
import { credentialsNeverReturned } from "./credential-watch.ts";

const credential = "sk-of-a-provider-1234567890";

function rotation(body: string, said: unknown) {
  const exchange: Exchange = {
    at: 0,
    durationMs: 1,
    request: { method: "PATCH", url: "http://x/api/v1/y", headers: [], body },
    response: { status: 200, headers: [], body: JSON.stringify(said) },
  };
  return answerOf(exchange, "rotateProviderKey", false);
}

test("a credential that was handed over in JSON is looked for", () => {
  expect(credentialsNeverReturned().when(rotation(JSON.stringify({ apiKey: credential }), {}))).toBe(true);
});

test("a body that is no JSON hands nothing over, even if it was taken", () => {
  expect(credentialsNeverReturned().when(rotation(`apiKey=${credential}`, {}))).toBe(false);
});
