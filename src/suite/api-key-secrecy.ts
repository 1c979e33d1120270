import { type Answer, isSuccess, valueAt } from "./answer.ts";
import type { Observation } from "./define.ts";
import { keepRecent } from "./recent.ts";
import { Violation } from "./violation.ts";
import type { World } from "./world.ts";

/** Watches a whole run: a full key stands in the answer that issues it, and in no later one. */
export function fullKeysShownOnce(): Observation {
  const issued = new Set<string>();
  return {
    when: isSuccessOrTold,
    check(_, answer) {
      const own = issuedBy(answer);
      const again = [...issued].find((key) => shows(answer, key));
      if (own !== undefined) keepRecent(issued, own);
      if (again !== undefined) throw shownAgain(answer);
    },
  };
}

function isSuccessOrTold(answer: Answer): boolean {
  return answer.text.includes("ks_") || issuedBy(answer) !== undefined;
}

function issuedBy(answer: Answer): string | undefined {
  if (answer.operation !== "createApiKey" || !isSuccess(answer)) return undefined;
  const fullKey = valueAt(answer.json, "/fullKey");
  return typeof fullKey === "string" && fullKey.length > 12 ? fullKey : undefined;
}

/** What the request itself says in its address or body may be repeated to it. */
function shows({ text, exchange: { request } }: Answer, key: string): boolean {
  if (!text.includes(key)) return false;
  return !request.url.includes(key) && !String(request.body ?? "").includes(key);
}

function shownAgain(answer: Answer): Violation {
  return new Violation({
    where: "body",
    expected: "no full API key that was issued before",
    actual: "one of them, whole",
    hint: "keep a digest of a key, and show its prefix",
    answer,
  });
}

/** Reads everything that might show a key again: what a target lacks of it answers so, and shows nothing. */
export async function readAboutKeys(
  { management }: World,
  applicationId: string,
): Promise<readonly Answer[]> {
  return Promise.all([
    management.listApiKeys(applicationId),
    management.readApplication(applicationId),
    management.listApplications(),
    management.setApplicationStatus(applicationId, { isEnabled: true }),
    management.createApiKey(applicationId, { description: "issued after another" }),
  ]);
}
