import type { Flags } from "../config/index.ts";
import { headerVariable } from "../model/index.ts";

/** Flags that point another run at the same target, for a shell; secrets as the variables that hold them. */
export function invocationOf(flags: Flags & { readonly self?: boolean }): string {
  const parts = [
    ...(flags.self === true ? ["--self"] : []),
    ...flag("--config", flags.config),
    ...flag("--url", flags.url),
    ...flag("--email", flags.email),
    ...(flags.password === undefined ? [] : ['--password "$KADOSEI_PASSWORD"']),
    ...flag("--application", flags.application),
    ...(flags.apiKey === undefined ? [] : ['--api-key "$KADOSEI_API_KEY"']),
    ...flag("--claims", flags.claims?.join(",")),
    ...flag("--without", flags.without?.join(",")),
    ...(flags.strict === true ? ["--strict"] : []),
    ...(flags.waitForExpiry === true ? ["--wait-for-expiry"] : []),
    ...(flags.insecure === true ? ["--insecure"] : []),
    ...flag("--ca", flags.ca),
    ...(flags.proxy === undefined ? [] : ['--proxy "$KADOSEI_PROXY"']),
    ...(flags.header ?? []).map((line) => headerFlag(line.split(":")[0]?.replaceAll(/[^\w-]/g, "") ?? "")),
  ];
  return parts.join(" ");
}

/** A word as a POSIX shell takes it. */
export function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function headerFlag(name: string): string {
  return `--header "${name}: $${headerVariable(name)}"`;
}

function flag(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${name} ${quote(value)}`];
}
