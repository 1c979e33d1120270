import { type DriverStep, isInnocent, type RunSettings, type ToldSettings } from "../model/index.ts";

type Told = Pick<ToldSettings, "checkout" | "refunds" | "clock" | "invites">;

/**
 * The drivers that may stand in a report: requests in which nothing looks like a secret. A command never does, as a
 * report from elsewhere must not make anybody run it.
 */
export function plainDrivers({ checkout, refunds, clock, invites }: RunSettings): Told {
  return {
    ...(isPlain(checkout) ? { checkout } : {}),
    ...(isPlain(refunds) ? { refunds } : {}),
    ...(isPlain(clock) ? { clock } : {}),
    ...(invites !== undefined && "issue" in invites && isPlain(invites) ? { invites } : {}),
  };
}

function isPlain<Steps extends object>(steps: Steps | undefined): steps is Steps {
  return steps !== undefined && Object.values(steps).every(isPlainStep);
}

function isPlainStep(step: DriverStep): boolean {
  if ("command" in step) return false;
  const url = step.request.slice(step.request.indexOf(" ") + 1);
  return (
    isPlainUrl(url) && Object.entries(step.headers ?? {}).every(isPlainHeader) && isPlainValue(step.body)
  );
}

const plainUrl = /^https?:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?(\/[^?#]*)?(?:\?([^#]*))?$/i;
/** A placeholder, a version, or a few words: `{sessionId}`, `v1`, `mark-paid`, `markPaid`, nothing. */
const plainSegment = /^(?:\{\w+\}|v?\d{1,3}|_{0,2}[a-z]{1,14}(?:[-_.][a-z]{1,14}|[A-Z][a-z]{1,13}){0,3})?$/;

/** By its text: to parse it would encode the placeholders. */
function isPlainUrl(text: string): boolean {
  const parts = plainUrl.exec(text);
  if (parts === null) return false;
  const [, path = "", query = ""] = parts;
  const fields = [...new URLSearchParams(query)];
  return (
    path.split("/").every((segment) => plainSegment.test(segment)) &&
    fields.every(([name, value]) => isPlainValue(value, name))
  );
}

function isPlainHeader([name, value]: readonly [string, string]): boolean {
  return /^(?:accept|content-type)$/i.test(name) || isPlainValue(value, name);
}

function isPlainValue(value: unknown, name = ""): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "object")
    return Object.entries(value).every(([key, inner]) => isPlainValue(inner, key));
  return /^\{\w+\}$/.test(String(value)) || isInnocent(String(value), name);
}
