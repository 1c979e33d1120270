export { type ConsoleOptions, type Reporter, consoleReporter, tellConclusion } from "./console.ts";
export type { Detail } from "./console-explain.ts";
export { type Case, type Finding, casesOf, isAgainstTarget, findings, reasonOf } from "./evidence.ts";
export { bySuite, reportOf, summaryOf } from "./fold.ts";
export { type Format, type FormatName, formatNames, formats, isFormatName } from "./formats.ts";
export { type Journal, JournalError, journalName, openJournal, readJournal } from "./journal.ts";
export type { Terminal } from "./terminal.ts";
export { printable } from "./text.ts";
