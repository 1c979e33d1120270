import type { Answer } from "../answer.ts";
import type { Arranged } from "../arrange.ts";
import { AnswerExpectation } from "./answer-expectation.ts";
import { judgeRefusal, type Refusal, type RefusalParts } from "./refusal.ts";
import { TwinsExpectation } from "./twins-expectation.ts";
import { ValueExpectation } from "./value-expectation.ts";

export interface Expect {
  /** Judges one answer. A hint tells a reader of the failure what the likely cause is. */
  (answer: Answer, hint?: string): AnswerExpectation;
  /** Judges a value that was taken or computed from answers; `where` says what it is. */
  value(value: unknown, where: string, answer?: Answer): ValueExpectation;
  /** Judges each of several answers alike. */
  each(answers: readonly Answer[], judge: (one: AnswerExpectation) => void): void;
  /** Judges answers that came to calls sent at the same moment. */
  twins(answers: readonly Answer[]): TwinsExpectation;
  /** A lawful call is refused, and not carried out, once one thing about it is wrong. */
  refused(arranged: Arranged | Promise<Arranged>, refusal: Refusal): Promise<void>;
}

export function createExpect(parts: RefusalParts): Expect {
  return Object.assign((answer: Answer, hint?: string) => new AnswerExpectation(answer, hint), {
    value: (value: unknown, where: string, answer?: Answer) => new ValueExpectation(value, where, answer),
    each: (answers: readonly Answer[], judge: (one: AnswerExpectation) => void) =>
      answers.forEach((answer) => judge(new AnswerExpectation(answer))),
    twins: (answers: readonly Answer[]) => new TwinsExpectation(answers),
    refused: async (arranged: Arranged | Promise<Arranged>, refusal: Refusal) =>
      judgeRefusal(parts, await arranged, refusal),
  });
}
