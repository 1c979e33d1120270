import { headerIn, shown, summary, valueAt } from "../answer.ts";
import { leaksIn } from "../leaks.ts";
import { Violation } from "../violation.ts";
import { AnswerExpectation } from "./answer-expectation.ts";

/**
 * Judges the envelope of an error: `statusCode`, `message`, `error`. Each word looks at one thing and passes over what
 * another word judges, so that one mistake is told once.
 */
export class EnvelopeExpectation extends AnswerExpectation {
  /** All of it, for answers that no other requirement looks at. */
  toBeComplete(): this {
    return this.toBeJson().toHaveTheThreeFields().toAgreeWithStatus().toExplain();
  }

  toHaveTheThreeFields(): this {
    if (this.answer.json === undefined) return this;
    for (const field of ["statusCode", "message", "error"] as const) this.at(`/${field}`).toBePresent();
    this.at("/error").toBeText();
    return this;
  }

  /** `statusCode` is a number, and the HTTP status. */
  toAgreeWithStatus(): this {
    const { json, status } = this.answer;
    const told = valueAt(json, "/statusCode");
    const holds = told === undefined || told === status;
    return this.require(holds, "/statusCode", `the number ${status}`, JSON.stringify(told));
  }

  /** `message` is a sentence, or several. */
  toExplain(): this {
    if (valueAt(this.answer.json, "/message") === undefined) return this;
    this.at("/message").toSatisfy(isText, "a non-empty string, or an array of such");
    return this;
  }

  /** `error` is what HTTP calls the status, in its old words or in its new ones. */
  toGiveTheReason(): this {
    const { json, status } = this.answer;
    const error = valueAt(json, "/error");
    const phrases = reasons[status];
    if (typeof error !== "string" || phrases === undefined) return this;
    const holds = phrases.some((phrase) => phrase.toLowerCase() === error.trim().toLowerCase());
    return this.require(holds, "/error", phrases.map(shown).join(" or "), error);
  }

  toNameFields(...fields: readonly string[]): this {
    const message = letters(JSON.stringify(valueAt(this.answer.json, "/message") ?? ""));
    const unnamed = fields.filter((field) => !message.includes(letters(field)));
    return this.require(
      unnamed.length === 0,
      "/message",
      `${fields.map((field) => `\`${field}\``).join(" and ")} named`,
      shown(valueAt(this.answer.json, "/message") ?? this.answer.text),
    );
  }

  toLeakNothing(): this {
    const leaks = leaksIn(this.answer);
    if (leaks.length === 0) return this;
    throw new Violation(
      leaks.map(({ where, what, excerpt }) => ({
        where,
        expected: "nothing of the inside",
        actual: `${what}: ${shown(excerpt)}`,
        answer: this.answer,
      })),
    );
  }

  /** `Retry-After` is there, in seconds or as a date. */
  toSayWhenToComeBack(): this {
    const value = headerIn(this.answer, "retry-after");
    const holds = value !== undefined && (/^\d+$/.test(value.trim()) || !Number.isNaN(Date.parse(value)));
    return this.require(holds, "Retry-After header", "seconds or a date", value ?? "none");
  }

  /**
   * No 5xx but those by which the API tells of others. 502, 503 and 504 are documented for a provider that fails, and
   * lawful where the envelope shows that the API itself says so; a bare one comes from what stands before a dead API.
   * 503 with `Retry-After` asks for patience. 501 is lawful only where there may be nothing.
   */
  toBeNoServerError(isOptional: boolean): this {
    const { status, json } = this.answer;
    if (status < 500) return this;
    const speaksForOthers = [502, 503, 504].includes(status) && valueAt(json, "/statusCode") === status;
    const asksForPatience = status === 503 && headerIn(this.answer, "retry-after") !== undefined;
    const lawful = speaksForOthers || asksForPatience || (status === 501 && isOptional);
    return this.require(lawful, "status", "no server error", summary(this.answer));
  }

  /** A success that carries the envelope of an error is none. */
  toBeNoDisguisedError(): this {
    const statusCode = valueAt(this.answer.json, "/statusCode");
    const isError = typeof statusCode === "number" && statusCode >= 400;
    return this.require(!isError, "status", `${String(statusCode)}, as the body says`, summary(this.answer));
  }
}

function isText(message: unknown): boolean {
  if (Array.isArray(message)) return message.length > 0 && message.every((one) => isSentence(one));
  return isSentence(message);
}

function isSentence(message: unknown): boolean {
  return typeof message === "string" && message.trim() !== "";
}

/** `paymentMethods`, "payment methods" and `payment_methods` name the same field. */
function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z]/g, "");
}

/** RFC 9110 §15, with the words of RFC 7231 and 4918 where they differed; 429 is RFC 6585. */
const reasons: Readonly<Record<number, readonly string[]>> = {
  400: ["Bad Request"],
  401: ["Unauthorized"],
  403: ["Forbidden"],
  404: ["Not Found"],
  409: ["Conflict"],
  410: ["Gone"],
  422: ["Unprocessable Content", "Unprocessable Entity"],
  429: ["Too Many Requests"],
  500: ["Internal Server Error"],
  502: ["Bad Gateway"],
  503: ["Service Unavailable"],
  504: ["Gateway Timeout", "Gateway Time-out"],
};
