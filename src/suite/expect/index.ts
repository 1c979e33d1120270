import type { Answer } from "../answer.ts";
import type { Arranged } from "../arrange.ts";
import { AnswerExpectation } from "./answer-expectation.ts";
import { type Acceptance, judgeAcceptance } from "./acceptance.ts";
import { EnvelopeExpectation } from "./envelope-expectation.ts";
import { judgeRefusal, type Refusal, type RefusalParts } from "./refusal.ts";
import type { Walk } from "../lists.ts";
import { PagesExpectation, WalksExpectation } from "./pages-expectation.ts";
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
  /** Judges pages of lists, each by itself. */
  pages(answers: readonly Answer[]): PagesExpectation;
  /** Judges all pages of a list together. */
  walks(walks: readonly Walk[]): WalksExpectation;
  /** Judges the envelope of an error. */
  envelope(answer: Answer): EnvelopeExpectation;
  /** A lawful call is accepted in other spellings too. */
  accepted(arranged: Arranged | Promise<Arranged>, acceptance: Acceptance): Promise<void>;
  /** A lawful call is refused, and not carried out, once one thing about it is wrong. */
  refused(arranged: Arranged | Promise<Arranged>, refusal: Refusal): Promise<void>;
}

export function createExpect(parts: RefusalParts): Expect {
  return Object.assign((answer: Answer, hint?: string) => new AnswerExpectation(answer, hint), {
    value: (value: unknown, where: string, answer?: Answer) => new ValueExpectation(value, where, answer),
    each: (answers: readonly Answer[], judge: (one: AnswerExpectation) => void) =>
      answers.forEach((answer) => judge(new AnswerExpectation(answer))),
    twins: (answers: readonly Answer[]) => new TwinsExpectation(answers),
    pages: (answers: readonly Answer[]) => new PagesExpectation(answers),
    walks: (walks: readonly Walk[]) => new WalksExpectation(walks),
    envelope: (answer: Answer) => new EnvelopeExpectation(answer),
    accepted: async (arranged: Arranged | Promise<Arranged>, acceptance: Acceptance) =>
      judgeAcceptance(parts, await arranged, acceptance),
    refused: async (arranged: Arranged | Promise<Arranged>, refusal: Refusal) =>
      judgeRefusal(parts, await arranged, refusal),
  });
}
