import type { Flags } from "../config/index.ts";
import { headerVariable } from "../model/index.ts";

/** Flags that point another run at the same target, for a shell; secrets as the variables that hold them. */
export function invocationOf(flags: Flags & { readonly self?: boolean }): string {
  const parts = [
    ...(flags.self === true ? ["--self"] : []),
    ...flag("--config", flags.config),
    ...flag("--url", flags.url),
    ...flag("--email", flags.email),
    ...credentials(flags),
    ...flag("--application", flags.application),
    ...flag("--claims", flags.claims?.join(",")),
    ...flag("--without", flags.without?.join(",")),
    ...flag("--cases", flags.cases),
    ...(flags.strict === true ? ["--strict"] : []),
    ...(flags.waitForExpiry === true ? ["--wait-for-expiry"] : []),
    ...connection(flags),
  ];
  return parts.join(" ");
}

/**
 * The arguments that replay a requirement out of a run's folder. Most of what the run was told stands in its report;
 * what is secret, or for nobody but the user to allow, does not.
 */
export function replayOf(folder: string, id: string, flags: Flags): string {
  const parts = [
    "replay",
    folderWord(folder),
    id,
    ...flag("--config", flags.config),
    ...flag("--url", flags.url),
    ...credentials(flags),
    ...connection(flags),
  ];
  return parts.join(" ");
}

/** A command that replays out of another folder, because the results have moved there; others stay as they are. */
export function movedTo(folder: string, command: string): string {
  return command.replace(
    /^(npx kadosei-conformance replay )(?:'(?:[^']|'\\'')*'|\S+)/,
    (_, start: string) => start + folderWord(folder),
  );
}

function folderWord(folder: string): string {
  return quote(folder.startsWith("-") ? `./${folder}` : folder);
}

function credentials({ password, apiKey }: Flags): string[] {
  return [
    ...(password === undefined ? [] : ['--password "$KADOSEI_PASSWORD"']),
    ...(apiKey === undefined ? [] : ['--api-key "$KADOSEI_API_KEY"']),
  ];
}

function connection({ insecure, ca, proxy, header = [] }: Flags): string[] {
  return [
    ...(insecure === true ? ["--insecure"] : []),
    ...flag("--ca", ca),
    ...(proxy === undefined ? [] : ['--proxy "$KADOSEI_PROXY"']),
    ...header.map((line) => headerFlag(line.split(":")[0]?.replaceAll(/[^\w-]/g, "") ?? "")),
  ];
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
