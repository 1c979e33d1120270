import { existsSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { newKeyPair } from "../certificate/index.ts";
import type { Context } from "./context.ts";
import { UsageError } from "./usage-error.ts";

/** Makes a key that signs certificates: `<name>.key` for its owner alone, and `<name>.pub` for everybody. */
export function keygenCommand(name: string, { cwd, print }: Context): number {
  const [secret, open] = [`${name}.key`, `${name}.pub`];
  for (const file of [secret, open]) if (existsSync(resolve(cwd, file))) throw taken(file);
  const { privatePem, publicPem, fingerprint } = newKeyPair();
  create(resolve(cwd, secret), privatePem, 0o600, secret);
  try {
    create(resolve(cwd, open), publicPem, 0o644, open);
  } catch (error) {
    rmSync(resolve(cwd, secret));
    throw error;
  }
  print(
    [
      `${secret}  signs certificates: keep it secret, and out of the repository`,
      `${open}  verifies them: hand it out, or this fingerprint`,
      fingerprint,
      "",
    ].join("\n"),
  );
  return 0;
}

/** Never over a file that is there, not even one that came in this moment. */
function create(path: string, text: string, mode: number, file: string): void {
  try {
    writeFileSync(path, text, { flag: "wx", mode });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "EEXIST") throw taken(file);
    throw new UsageError(`cannot write ${file} (${code})`, "give a name in a folder that is there", {
      cause,
    });
  }
}

function taken(file: string): UsageError {
  return new UsageError(
    `${file} is there already, and a key is never overwritten`,
    "give another name: kadosei-conformance keygen <name>",
  );
}
