import { type Answer, isSuccess, shown, summary, valueAt } from "../answer.ts";
import { isPutOff } from "../patience.ts";
import { Blocked, Violation } from "../violation.ts";

/** Judges what came back for calls that were sent at the same moment. */
export class TwinsExpectation {
  readonly #answers: readonly Answer[];

  constructor(answers: readonly Answer[]) {
    this.#answers = answers;
  }

  /** Every accepted twin names the same resource at `pointer`; every other one was put off. Gives one of the accepted. */
  toNameOne(pointer: string): Answer {
    this.#othersToSatisfy(isPutOff, "2xx, 409, 425, 429 or 503");
    const [first, ...more] = this.#accepted();
    const nameless = [first, ...more].find((answer) => typeof valueAt(answer.json, pointer) !== "string");
    if (nameless !== undefined)
      throw this.#violation(`a \`${pointer.slice(1)}\` in each 2xx`, summary(nameless), nameless);
    const other = more.find((answer) => valueAt(answer.json, pointer) !== valueAt(first.json, pointer));
    if (other === undefined) return first;
    const names = new Set([first, ...more].map((answer) => valueAt(answer.json, pointer)));
    throw this.#violation(`one \`${pointer.slice(1)}\``, `${names.size} different ones`, other);
  }

  /** Every accepted twin names a resource of its own at `pointer`; the others were put off. */
  toNameEachItsOwn(pointer: string): this {
    this.#othersToSatisfy(isPutOff, "2xx, 409, 425, 429 or 503");
    const names = this.#accepted().map((answer) => valueAt(answer.json, pointer));
    const again = this.#accepted().find((_, i) => names.indexOf(names[i]) !== i);
    if (again === undefined) return this;
    throw this.#violation(
      `a \`${pointer.slice(1)}\` of its own for each`,
      `${shown(valueAt(again.json, pointer))} twice`,
      again,
    );
  }

  /** Exactly one twin is accepted, and every other has one of these statuses. Gives the accepted one. */
  toAcceptOne(...statuses: readonly number[]): Answer {
    this.#othersToSatisfy(
      ({ status }) => statuses.includes(status),
      `one 2xx, ${statuses.join(" or ")} for the others`,
    );
    const [first, second] = this.#accepted();
    if (second === undefined) return first;
    throw this.#violation("one accepted", `${this.#accepted().length} accepted`, second);
  }

  /** A twin whose connection died proves nothing. */
  #othersToSatisfy(holds: (answer: Answer) => boolean, expected: string): void {
    const odd = this.#answers.find((answer) => !isSuccess(answer) && answer.status !== 0 && !holds(answer));
    if (odd !== undefined) throw this.#violation(expected, summary(odd), odd);
  }

  #accepted(): readonly [Answer, ...Answer[]] {
    const [first, ...more] = this.#answers.filter(isSuccess);
    if (first !== undefined) return [first, ...more];
    throw new Blocked(`none of ${this.#answers.length} twins was accepted`, this.#answers[0]);
  }

  #violation(expected: string, actual: string, answer: Answer | undefined): Violation {
    return new Violation({
      where: `${this.#answers.length} twins at once`,
      expected,
      actual,
      hint: "look for a check and a write that are not one atomic step",
      answer,
    });
  }
}
