export { type ConsoleOptions, type Reporter, consoleReporter, tellConclusion } from "./console.ts";
export { type Change, changeOf } from "./change.ts";
export { type Comparison, compare, regressions } from "./comparison.ts";
export { comparisonLines } from "./comparison-console.ts";
export { comparisonMarkdown } from "./comparison-markdown.ts";
export { type Chapter, catalogueMarkdown } from "./catalogue.ts";
export { type Detail, exchangeRows, explanation } from "./console-explain.ts";
export {
  type Case,
  type Finding,
  casesOf,
  expectation,
  isAgainstTarget,
  findings,
  reasonOf,
  sourceLine,
} from "./evidence.ts";
export { bySuite, reportOf, summaryOf } from "./fold.ts";
export { type Format, type FormatName, formatNames, formats, isFormatName } from "./formats.ts";
export { type Journal, JournalError, journalName, openJournal, readJournal } from "./journal.ts";
export { exchangeText, violationText } from "./junit-text.ts";
export { openScreen, type Screen, type Terminal } from "./terminal.ts";
export { printable } from "./text.ts";
export { needsLook, summariseFaults } from "./matrix.ts";
export { examinationLines } from "./examination-console.ts";
export { dryWords, measuredLines, planLines } from "./plan-console.ts";
export { matrixLines } from "./matrix-console.ts";
export { matrixMarkdown } from "./matrix-markdown.ts";
export { tellReplay } from "./replay-console.ts";
