import { type Answer, isSuccess, valueAt } from "./answer.ts";
import type { Observation } from "./define.ts";
import type { Webhook } from "./given.ts";
import { keepRecent } from "./recent.ts";
import { Violation } from "./violation.ts";
import { freshUrl } from "./webhooks.ts";
import type { World } from "./world.ts";

/** Watches a whole run: a signing secret stands in the answer that creates its webhook, and in no later one. */
export function signingSecretsShownOnce(): Observation {
  const issued = new Set<string>();
  // Looks at every answer of a run, so it passes over all words that are too short to be one of them.
  let shortest = Number.POSITIVE_INFINITY;
  let words = /$^/g;
  const remember = (secret: string) => {
    keepRecent(issued, secret);
    if (secret.length >= shortest) return;
    shortest = secret.length;
    words = new RegExp(String.raw`(?<![\w+/-])[\w+/-]{${shortest},}`, "g");
  };
  return {
    when: (answer) => answer.text.length > 0 && (issued.size > 0 || issuedBy(answer) !== undefined),
    check(_, answer) {
      const own = issuedBy(answer);
      const again = secretsIn(answer, words).find((part) => issued.has(part) && !isAsked(answer, part));
      if (own !== undefined) remember(essence(own));
      if (again !== undefined) throw shownAgain(answer);
    },
  };
}

function issuedBy(answer: Answer): string | undefined {
  if (answer.operation !== "createWebhook" || !isSuccess(answer)) return undefined;
  const secret = valueAt(answer.json, "/signingSecret");
  return typeof secret === "string" && essence(secret).length >= 12 ? secret : undefined;
}

/** What of a secret is recognised wherever it turns up, without what all secrets begin with. */
function essence(secret: string): string {
  return (
    secret
      .replace(/^whsec_/, "")
      .match(/[\w+/-]+/g)
      ?.toSorted((a, b) => b.length - a.length)[0] ?? ""
  );
}

function secretsIn({ text }: Answer, words: RegExp): readonly string[] {
  return (text.match(words) ?? []).map((part) => part.replace(/^whsec_/, ""));
}

/** What the request itself says may be repeated to it. */
function isAsked({ exchange: { request } }: Answer, part: string): boolean {
  return request.url.includes(part) || String(request.body ?? "").includes(part);
}

function shownAgain(answer: Answer): Violation {
  return new Violation({
    where: "body",
    expected: "no signing secret that was issued before",
    actual: "one of them, whole",
    hint: "show a webhook's secret when it is created, and its fingerprint from then on",
    answer,
  });
}

/** Does everything that might show a webhook's secret again. */
export async function askAboutWebhook(
  world: World,
  { id, applicationId }: Webhook,
): Promise<readonly Answer[]> {
  const { management } = world;
  return [
    await management.listWebhooks(applicationId),
    await management.updateWebhook(applicationId, id, { isActive: true }),
    await management.testWebhook(applicationId, id),
    await management.createWebhook(applicationId, { url: freshUrl(world) }),
    await management.listWebhooks(applicationId),
    await management.readApplication(applicationId),
    await management.deleteWebhook(applicationId, id),
  ];
}
