import { type Circumstances, type JournalledRun, said, subjectName } from "./build.ts";
import { canonical } from "./canonical.ts";
import { CertificateError } from "./certificate-error.ts";
import { opened } from "./envelope.ts";
import type { Judge } from "./judge.ts";
import { type Candidate, differences, few, objectionsTo } from "./objections.ts";
import type { Predicate, Statement } from "./statement.ts";
import { summaryFaults } from "./summary-faults.ts";
import { dayMs, leewayMs, mostDays } from "./validity.ts";

/** What a certificate is held against. */
export interface Scales {
  readonly judge: Judge;
  readonly now: Date;
  /** The journal, if the reader has it. */
  readonly journal?: JournalledRun & Candidate;
  /** Fingerprint of the key that the reader trusts. */
  readonly pinned?: string;
}

export interface Verification {
  /** Why it is not valid; nothing when it is. */
  readonly problems: readonly string[];
  /** What could not be compared, though nothing is wrong. */
  readonly remarks: readonly string[];
  /** Absent if nobody has signed what it says. */
  readonly statement?: Statement;
  readonly fingerprint?: string;
}

/** Whether a certificate is valid, without asking anybody. */
export function verified(bytes: Buffer, scales: Scales): Verification {
  try {
    const { statement, fingerprint } = opened(bytes);
    const { predicate } = statement;
    const problems = [
      ...keyProblems(fingerprint, scales.pinned),
      ...timeProblems(predicate, scales.now),
      ...editionProblems(predicate, scales.judge),
      ...innerProblems(statement),
      ...(scales.journal === undefined ? [] : journalProblems(statement, scales.journal, scales)),
    ];
    return { problems, remarks: remarksOn(predicate, scales), statement, fingerprint };
  } catch (error) {
    if (!(error instanceof CertificateError)) throw error;
    return { problems: [error.message], remarks: [] };
  }
}

function keyProblems(fingerprint: string, pinned: string | undefined): readonly string[] {
  if (pinned === undefined || pinned === fingerprint) return [];
  return [`it is signed by the key ${fingerprint}, not by the one you named, ${pinned}`];
}

function timeProblems({ run, issuedAt, expiresAt }: Predicate, now: Date): readonly string[] {
  const [started, finished] = [Date.parse(run.startedAt), Date.parse(run.finishedAt)];
  const [issued, expires, moment] = [Date.parse(issuedAt), Date.parse(expiresAt), now.getTime()];
  return [
    ...(expires <= moment ? [`it expired on ${expiresAt}`] : []),
    ...(Math.max(finished, issued) > moment + leewayMs ? ["it is dated later than now"] : []),
    ...(started > finished || finished > issued + leewayMs ? ["its dates are in no order"] : []),
    ...(expires > finished + mostDays * dayMs ? [`it is valid for longer than ${mostDays} days`] : []),
  ];
}

function editionProblems({ edition, tool, requirements }: Predicate, judge: Judge): readonly string[] {
  if (tool.name !== judge.tool.name) return [`it was made by ${tool.name}, not by ${judge.tool.name}`];
  if (edition !== judge.edition.name)
    return [
      `it speaks of edition ${edition}, of which ${judge.tool.name} ${judge.tool.version} knows nothing: verify it with version ${tool.version}`,
    ];
  const gaps = differences(requirements, judge.edition.requirements);
  const changed = tool.version === judge.tool.version && tool.digest.sha256 !== judge.digest;
  return [
    ...(gaps.length === 0 ? [] : [`it is not the whole of edition ${edition}: ${few(gaps)}`]),
    ...(changed ? [`the suites that judged are not those of ${tool.name} ${tool.version}`] : []),
  ];
}

/** What a statement that contradicts itself says, its signer has made up. */
function innerProblems({ subject: [{ name, digest }], predicate }: Statement): readonly string[] {
  const named = subjectName(predicate) === name && digest.sha256 === predicate.journal.digest.sha256;
  return [...(named ? [] : ["its subject is not the run that it tells of"]), ...summaryFaults(predicate)];
}

function journalProblems(
  { predicate }: Statement,
  journal: JournalledRun & Candidate,
  { judge, now }: Scales,
): readonly string[] {
  const again = said(journal, circumstancesOf(predicate)).predicate;
  if (again.journal.digest.sha256 !== predicate.journal.digest.sha256)
    return ["the journal is not the one that it was made from"];
  const names = Object.keys(predicate) as (keyof Predicate)[];
  const differing = names.filter((name) => canonical(predicate[name]) !== canonical(again[name]));
  return [
    ...(differing.length === 0 ? [] : [`the journal says otherwise of its ${differing.join(", ")}`]),
    ...objectionsTo(journal, judge.edition, now).map(({ why }) => `the run earned no certificate: ${why}`),
  ];
}

/** All that a certificate says besides what its journal tells. */
function circumstancesOf({ target, issuedAt, expiresAt, publicKey }: Predicate): Circumstances {
  const { operator, version } = target;
  const product = {
    ...(operator === undefined ? {} : { operator }),
    ...(version === undefined ? {} : { version }),
  };
  return { product, issuedAt, expiresAt, publicKey };
}

function remarksOn({ tool }: Predicate, { judge, journal, pinned }: Scales): readonly string[] {
  return [
    ...(pinned === undefined ? ["it is signed by a key you did not name: anybody can make one"] : []),
    ...(journal === undefined ? ["the journal was not at hand"] : []),
    ...(tool.version === judge.tool.version
      ? []
      : [
          `version ${tool.version} judged, and this is ${judge.tool.version}: its suites could not be compared`,
        ]),
  ];
}
