import { isDeepStrictEqual } from "node:util";
import { check, membersOf, type SchemaFault, type WireSchema } from "../../schema/index.ts";
import { type Answer, headerIn, isClientError, isSuccess, shown, summary, valueAt } from "../answer.ts";
import { isPutOffForGood } from "../patience.ts";
import { isCalled } from "../provider-name.ts";
import { Blocked, Violation } from "../violation.ts";
import { ValueExpectation } from "./value-expectation.ts";

/** Judges one answer. Every word accepts all that the contract allows, and throws a Violation otherwise. */
export class AnswerExpectation {
  protected readonly answer: Answer;
  protected readonly hint: string | undefined;

  constructor(answer: Answer, hint?: string) {
    this.answer = answer;
    this.hint = hint;
  }

  /** Any 2xx: the documentation names no exact number. */
  toBeAccepted(): this {
    return this.status("a 2xx status", isSuccess(this.answer));
  }

  /** Any 4xx. */
  toBeRefused(): this {
    return this.status("a 4xx status", isClientError(this.answer));
  }

  /** Any 4xx; or the connection closed, as servers do that will not read on. */
  toBeRefusedOrCutOff(): this {
    const { status, exchange } = this.answer;
    const isCutOff = status === 0 && exchange.failure?.kind === "closed";
    return this.status("a 4xx status", isClientError(this.answer) || isCutOff);
  }

  toBeRefusedWith(...statuses: readonly number[]): this {
    return this.status(statuses.join(" or "), statuses.includes(this.answer.status));
  }

  /** Any 4xx, or 503: what was asked for can't be had now. */
  toBeRefusedOrUnavailable(): this {
    return this.status("a 4xx status or 503", isClientError(this.answer) || this.answer.status === 503);
  }

  /** Whatever comes of the call, its credential is good for it. */
  toBeLetIn(): this {
    return this.status("anything but 401 or 403", this.answer.status !== 401 && this.answer.status !== 403);
  }

  /** An answer of any kind but a server error. */
  toBeHandled(): this {
    return this.status("any answer below 500", this.answer.status > 0 && this.answer.status < 500);
  }

  toBeJson(): this {
    const type = headerIn(this.answer, "content-type") ?? "none";
    this.require(/^application\/([\w.+-]+\+)?json\b/i.test(type), "Content-Type", "application/json", type);
    const { json, text, exchange } = this.answer;
    this.require(json !== undefined, "body", "JSON", shown(text || "an empty body"));
    const isGarbled = exchange.response?.garbled === true;
    return this.require(!isGarbled, "body", "JSON in UTF-8", `bytes that are no UTF-8: ${shown(text)}`);
  }

  /** The body satisfies the schema of `schemas/wire` by that name. */
  toMatchSchema(name: WireSchema): this {
    this.require(this.answer.json !== undefined, "body", "JSON", shown(this.answer.text || "an empty body"));
    const faults = faultsOf(this.answer, name);
    if (faults.length === 0) return this;
    throw new Violation(
      faults.map(({ where, expected, actual }) => ({
        where: where === "" ? "body" : where,
        expected,
        actual,
        hint: this.hint,
        answer: this.answer,
      })),
    );
  }

  /** Looks at the member that a JSON pointer names. */
  at(pointer: string): ValueExpectation {
    return new ValueExpectation(valueAt(this.answer.json, pointer), pointer, this.answer, this.hint);
  }

  header(name: string): ValueExpectation {
    return new ValueExpectation(headerIn(this.answer, name), `${name} header`, this.answer, this.hint);
  }

  /** The same `sessionId` as another session answer. */
  toNameTheSameSessionAs(other: Answer): this {
    this.toBeAccepted();
    this.at("/sessionId").toEqual(valueAt(other.json, "/sessionId"));
    return this;
  }

  /** A `sessionId` that the other session answer does not have. */
  toNameAnotherSessionThan(other: Answer): this {
    this.toBeAccepted();
    this.at("/sessionId").toBeText().toDifferFrom(valueAt(other.json, "/sessionId"));
    return this;
  }

  /** A new session that goes to this provider. */
  toBeRoutedTo(name: string): this {
    this.toBeAccepted();
    this.at("/routing/selectedProvider").toSatisfy((value) => isCalled(value, name), name);
    return this;
  }

  toHaveStatusOf(other: Answer): this {
    return this.status(String(other.status), this.answer.status === other.status);
  }

  /** The same values as another answer in the members that a schema names: others may differ, such as a request id. */
  toShowTheSame(name: WireSchema, other: Answer): this {
    for (const member of membersOf(name)) this.at(`/${member}`).toEqual(valueAt(other.json, `/${member}`));
    return this;
  }

  /** A page with the same items in the same order. */
  toHaveItemsOf(other: Answer): this {
    const [own, others] = [valueAt(this.answer.json, "/items"), valueAt(other.json, "/items")];
    return this.require(isDeepStrictEqual(own, others), "/items", shown(others), shown(own));
  }

  /** Neither its body nor its headers hold any of these, in any letter case. */
  toSayNothingOf(...secrets: readonly string[]): this {
    const fields = this.answer.exchange.response?.headers ?? [];
    const places = [["body", this.answer.text], ...fields.map(([name, value]) => [`${name} header`, value])];
    for (const [where = "", text = ""] of places)
      for (const secret of secrets) {
        const found = text.toLowerCase().includes(secret.toLowerCase());
        this.require(!found, where, `not to hold ${secret}`, "it does");
      }
    return this;
  }

  protected status(expected: string, holds: boolean): this {
    if (!holds && isPutOffForGood(this.answer))
      throw new Blocked(`the target kept putting the request off: ${summary(this.answer)}`, this.answer);
    return this.require(holds, "status", expected, summary(this.answer));
  }

  protected require(holds: boolean, where: string, expected: string, actual: string): this {
    if (holds) return this;
    throw new Violation({ where, expected, actual, hint: this.hint, answer: this.answer });
  }
}

let latest:
  { readonly answer: Answer; readonly name: WireSchema; readonly faults: readonly SchemaFault[] } | undefined;

/** Several observers hold one answer against the same schema, one after the other; it is judged once. */
function faultsOf(answer: Answer, name: WireSchema): readonly SchemaFault[] {
  if (latest?.answer !== answer || latest.name !== name)
    latest = { answer, name, faults: check(name, answer.json) };
  return latest.faults;
}
