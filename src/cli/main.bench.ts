import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { benchClient } from "./client.bench.ts";
import type { Row } from "./rows.bench.ts";
import { benchServer } from "./server.bench.ts";
import { tool } from "../library/tool.ts";

const benches: Readonly<Record<string, () => AsyncGenerator<Row>>> = {
  client: benchClient,
  server: benchServer,
};

const wanted = process.argv.slice(2).filter((name) => !name.startsWith("-"));
const rows: Row[] = [];
console.log(
  `${"".padEnd(52)}${["bare", "ours", "ratio", "target"].map((head) => head.padStart(9)).join("")}`,
);
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for await (const row of bench()) {
    rows.push(row);
    console.log(line(row));
  }
}
const file = save();
console.log(`${file}`);
process.exit(rows.every(({ ratio, target }) => ratio >= target) ? 0 : 1);

function line({ what, bare, ours, ratio, target }: Row): string {
  const numbers = [Math.round(bare), Math.round(ours), ratio.toFixed(2), target.toFixed(2)];
  return `${what.padEnd(52)}${numbers.map((number) => String(number).padStart(9)).join("")}`;
}

function save(): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model ?? "unknown"}`;
  const at = new Date().toISOString();
  const folder = join("reports", "bench");
  const path = join(folder, `${at.replaceAll(/[:.]/g, "-")}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path,
    `${JSON.stringify({ at, tool, node: process.version, machine, rows }, undefined, 2)}\n`,
  );
  return path;
}
