import { isInnocent } from "../model/index.ts";
import type { Context } from "./context.ts";
import type { Flags } from "../config/index.ts";
import { tool } from "../library/tool.ts";

/** Warns of secrets on the command line, and takes them out of the list of processes from here on. */
export function hideSecrets(flags: Flags, { warn }: Pick<Context, "warn">): void {
  const shown = [
    ...(flags.password === undefined ? [] : ["--password (safer: KADOSEI_PASSWORD or the file)"]),
    ...(flags.apiKey === undefined ? [] : ["--api-key (safer: KADOSEI_API_KEY or the file)"]),
    ...(/@/.test(flags.proxy ?? "") ? ["--proxy (safer: KADOSEI_PROXY or the file)"] : []),
    ...(flags.header?.some(isSecretHeader) === true
      ? ["--header (safer: target.headers in the file, with ${VARIABLE})"]
      : []),
  ];
  if (shown.length === 0) return;
  process.title = tool.name;
  warn(`warning: other users of this machine can read ${shown.join(" and ")} in the list of processes`);
}

function isSecretHeader(line: string): boolean {
  const [name = "", ...value] = line.split(":");
  return !isInnocent(value.join(":").trim(), name);
}
