import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Verification, certificateWords, fingerprintOfPem, verified } from "../certificate/index.ts";
import { printable } from "../report/index.ts";
import type { Context } from "./context.ts";
import { thisJudge } from "./judge.ts";
import type { RecheckFlags } from "./recheck.ts";
import { UsageError } from "./usage-error.ts";

export interface VerifyFlags extends RecheckFlags {
  readonly journal?: string;
  readonly key?: string;
  readonly json?: boolean;
}

const notValidExitCode = 1;

/** Says whether a certificate is valid and what it shows. Asks nobody, unless told to judge again. */
export async function verifyCommand(
  certificate: string,
  flags: VerifyFlags,
  context: Context,
): Promise<number> {
  const bytes = read(certificate, context.cwd, "give the certificate.json that `certify` has written");
  const { journal, key } = flags;
  const result = verified(bytes, {
    judge: thisJudge(),
    now: new Date(),
    ...(journal === undefined ? {} : { journal: await candidate(journal, context) }),
    ...(key === undefined ? {} : { pinned: pinnedKey(key, context.cwd) }),
  });
  context.print(flags.json === true ? asJson(result) : asText(result));
  const { problems, statement } = result;
  if (problems.length > 0 || statement === undefined) return notValidExitCode;
  if (flags.recheck === undefined) return 0;
  const { recheck } = await import("./recheck.ts");
  return recheck(statement, flags, context);
}

/** Loaded when it is asked for: who has the certificate alone should not wait for what judges. */
async function candidate(journal: string, { cwd }: Context) {
  const { candidateOf } = await import("./candidate.ts");
  return candidateOf(journal, cwd);
}

/** A fingerprint as it is, or that of the public key in a file. */
function pinnedKey(text: string, cwd: string): string {
  const [, fingerprint] = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text) ?? [];
  if (fingerprint !== undefined) return fingerprint.toLowerCase();
  const pem = read(text, cwd, "give the fingerprint of the signer's key, or a file with the public key");
  return fingerprintOfPem(pem.toString("utf8"), text);
}

function read(file: string, cwd: string, hint: string): Buffer {
  try {
    return readFileSync(resolve(cwd, file));
  } catch (cause) {
    throw new UsageError(`cannot read ${file} (${(cause as NodeJS.ErrnoException).code})`, hint, { cause });
  }
}

function asText(result: Verification): string {
  return certificateWords(result)
    .map((line) => `${printable(line)}\n`)
    .join("");
}

function asJson({ problems, remarks, fingerprint, statement }: Verification): string {
  const value = { valid: problems.length === 0, problems, remarks, fingerprint, statement };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
