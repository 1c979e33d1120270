import type { KeyObject } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import {
  type Objection,
  type Statement,
  foreign,
  objectionsTo,
  sealed,
  signingKey,
  statementOf,
  verified,
} from "../certificate/index.ts";
import { printable } from "../report/index.ts";
import { candidateOf } from "./candidate.ts";
import type { Context } from "./context.ts";
import { thisJudge } from "./judge.ts";
import { UsageError } from "./usage-error.ts";

export interface CertifyFlags {
  readonly key?: string;
  readonly operator?: string;
  readonly targetVersion?: string;
  readonly days: number;
  readonly out?: string;
}

/** The variable that holds the key where no file does. */
const keyVariable = "KADOSEI_SIGNING_KEY";

const refusedExitCode = 1;

/** Signs what a run has shown. Resolves to 1 when the run earns no certificate; nothing is written then. */
export function certifyCommand(run: string, flags: CertifyFlags, context: Context): number {
  const now = new Date();
  const judge = thisJudge();
  const candidate = candidateOf(run, context.cwd);
  const file = certificateFile(run, flags, context);
  const strange = foreign(candidate.report, judge);
  const objections = strange.length > 0 ? strange : objectionsTo(candidate, judge.edition, now);
  if (objections.length > 0) return refuse(run, objections, context);
  const key = keyFrom(flags, context);
  const product = {
    ...(flags.operator === undefined ? {} : { operator: flags.operator }),
    ...(flags.targetVersion === undefined ? {} : { version: flags.targetVersion }),
  };
  const statement = statementOf(candidate, { product, days: flags.days, now }, key);
  const text = sealed(statement, key);
  const { problems, fingerprint = "" } = verified(Buffer.from(text), { judge, now, journal: candidate });
  if (problems.length > 0)
    return refuse(
      run,
      problems.map((why) => ({ why, remedy: "give a longer --days, or judge again" })),
      context,
    );
  write(file, text);
  context.print(told(statement, { file: relative(context.cwd, file), fingerprint }));
  return 0;
}

function refuse(run: string, objections: readonly Objection[], { warn }: Context): number {
  warn(printable(`no certificate for ${run}:`));
  for (const { why, remedy } of objections) warn(printable(`- ${why} → ${remedy}`));
  return refusedExitCode;
}

/** Beside the journal unless told; never over a file that is there. */
function certificateFile(run: string, { out }: CertifyFlags, { cwd }: Context): string {
  const place = resolve(cwd, run);
  const folder = statSync(place).isDirectory() ? place : dirname(place);
  return out === undefined ? join(folder, "certificate.json") : resolve(cwd, out);
}

function keyFrom({ key }: CertifyFlags, { cwd, env, warn }: Context): KeyObject {
  const variable = env[keyVariable] ?? "";
  if (key === undefined && variable !== "") return signingKey(variable, keyVariable);
  if (key === undefined)
    throw new UsageError(
      "there is no key to sign with",
      `give --key <file> or ${keyVariable}; \`kadosei-conformance keygen\` makes one`,
    );
  const file = resolve(cwd, key);
  const pem = read(file, key);
  if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0)
    warn(`warning: others on this machine can read ${key}; chmod 600 makes it yours alone`);
  return signingKey(pem, key);
}

function read(file: string, name: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new UsageError(`cannot read the key ${name} (${code})`, "`kadosei-conformance keygen` makes one", {
      cause,
    });
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: "wx" });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === "EEXIST" ? `${file} is there already` : `cannot write ${file} (${code})`;
    throw new UsageError(why, "give another place with --out", { cause });
  }
}

function told(
  { subject: [{ name }], predicate }: Statement,
  { file, fingerprint }: { readonly file: string; readonly fingerprint: string },
): string {
  const { outcome, expiresAt } = predicate;
  const lines = [
    `${file} certifies that ${name} is ${outcome.replaceAll("-", " ")}, until ${expiresAt}`,
    `signed by ${fingerprint}`,
    ...(outcome === "conformant" ? [] : predicate.reasons),
  ];
  return lines.map((line) => `${printable(line)}\n`).join("");
}
