import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { formats, journalName } from "../report/index.ts";
import { type Served, end, start } from "./cli.test-kit.ts";

/** What every run writes into its folder. */
export const everyFile = [
  journalName,
  ...Object.values(formats).flatMap(({ usual, file }) => (usual === true ? [file] : [])),
].toSorted();

export function journalOf(cwd: string): string {
  const [run = ""] = readdirSync(join(cwd, "reports"));
  return join(cwd, "reports", run, journalName);
}

/** Flags and environment that point a run at a reference server. */
export function pointedAt({ url, merchants }: Served): {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
} {
  const [{ email, password } = { email: "", password: "" }] = merchants;
  return {
    args: ["--url", url, "--email", email, "--rate", "100"],
    env: { KADOSEI_PASSWORD: password },
  };
}

/** A run that has written so many lines of its journal. */
export async function running(served: Served, cwd: string, lines: number, ...more: readonly string[]) {
  const { args, env } = pointedAt(served);
  const child = start([...args, ...more], { cwd, env });
  const ended = end(child);
  const count = () =>
    existsSync(join(cwd, "reports")) && existsSync(journalOf(cwd))
      ? readFileSync(journalOf(cwd), "utf8").split("\n").length
      : 0;
  while (count() < lines && child.exitCode === null) await sleep(20);
  return { child, ended };
}

/** Applications on the target that are still enabled, as `id name`. */
export async function enabled({ url, merchants }: Served): Promise<readonly string[]> {
  const api = `${url}/api/v1`;
  const login = await fetch(`${api}/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(merchants[0]),
  });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const names: string[] = [];
  for (let page = 1, more = true; more; page += 1) {
    const headers = { authorization: `Bearer ${accessToken}` };
    const answer = await fetch(`${api}/applications?page=${page}&limit=100`, { headers });
    const list = (await answer.json()) as {
      items: { id: string; name: string; isEnabled: boolean }[];
      hasNextPage: boolean;
    };
    names.push(...list.items.filter(({ isEnabled }) => isEnabled).map(({ id, name }) => `${id} ${name}`));
    more = list.hasNextPage;
  }
  return names;
}
