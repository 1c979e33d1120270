import { type Answer, isSuccess, parsed, valueAt } from "./answer.ts";
import type { Observation } from "./define.ts";
import { keepRecent } from "./recent.ts";
import { Violation } from "./violation.ts";

/** Where the requests that hand a provider's credential over have it. */
const pointers: Readonly<Record<string, string>> = {
  linkProvider: "/credentials/apiKey",
  rotateProviderKey: "/apiKey",
};

/** What is shorter may turn up by chance, and its fingerprint is not documented. */
const shortest = 13;

/** Watches a whole run: a credential that was handed over stands in no answer from then on, its own included. */
export function credentialsNeverReturned(): Observation {
  const handedOver = new Set<string>();
  return {
    when: (answer) => {
      const credential = credentialIn(answer);
      if (credential !== undefined) keepRecent(handedOver, credential);
      return answer.text !== "" && handedOver.size > 0;
    },
    check: (_, answer) => {
      // Where nothing is escaped the text shows all that it says.
      const texts = answer.text.includes("\\") ? [answer.text, ...textsIn(answer.json)] : [answer.text];
      const where = [...handedOver].flatMap((credential) => placeOf(answer, texts, credential))[0];
      if (where !== undefined) throw returned(where, answer);
    },
  };
}

/** What an odd request hands over is no secret: the same hostile text stands in other requests, and may be shown. */
function credentialIn(answer: Answer): string | undefined {
  const pointer = pointers[answer.operation ?? ""];
  const { body } = answer.exchange.request;
  if (answer.odd || pointer === undefined || typeof body !== "string" || !isSuccess(answer)) return undefined;
  const credential = valueAt(parsed(body), pointer);
  return typeof credential === "string" && credential.length >= shortest ? credential : undefined;
}

/** As it is, or in any spelling that JSON has for it. */
function placeOf({ exchange }: Answer, texts: readonly string[], credential: string): readonly string[] {
  if (texts.some((text) => text.includes(credential))) return ["body"];
  const headers = exchange.response?.headers ?? [];
  return headers.filter(([, value]) => value.includes(credential)).map(([name]) => `${name} header`);
}

/** Every name and text of a JSON value. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...textsIn(member)]);
}

function returned(where: string, answer: Answer): Violation {
  return new Violation({
    where,
    expected: "no provider credential that was handed over",
    actual: "one of them, whole",
    hint: "show its fingerprint: the first 8 and last 4 characters about a mask",
    answer,
  });
}
