import { type Answer, isSuccess, summary, valueAt } from "../answer.ts";
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
    const other = more.find((answer) => valueAt(answer.json, pointer) !== valueAt(first.json, pointer));
    if (other === undefined) return first;
    const names = new Set([first, ...more].map((answer) => valueAt(answer.json, pointer)));
    throw this.#violation(`one \`${pointer.slice(1)}\``, `${names.size} different ones`, other);
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
