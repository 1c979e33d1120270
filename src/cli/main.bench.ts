import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchClient } from "./client.bench.ts";
import { benchGrowth } from "./growth.bench.ts";
import { isMissed, type Measured, type Row, tableHead, tableLine } from "./rows.bench.ts";
import { benchServer } from "./server.bench.ts";
import { tool } from "../library/tool.ts";
import { benchValidation } from "./validation.bench.ts";

const benches: Readonly<Record<string, () => AsyncGenerator<Measured>>> = {
  client: benchClient,
  server: benchServer,
  validation: benchValidation,
  growth: benchGrowth,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { strict: { type: "boolean" } },
});
const unknown = positionals.find((name) => !Object.hasOwn(benches, name));
if (unknown !== undefined) {
  console.error(`there is no benchmark "${unknown}": ${Object.keys(benches).join(", ")}`);
  process.exit(2);
}
const rows: Row[] = [];
const notes: string[] = [];
console.log(tableHead);
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  for await (const measured of bench()) tell(measured);
}
const missed = rows.filter(isMissed).length;
console.log(`${missed} of ${rows.length} missed · ${save()}`);
// A busy machine measures badly: that fails nothing unless it is asked to.
process.exit(values.strict === true && missed > 0 ? 1 : 0);

function tell(measured: Measured): void {
  if (typeof measured === "string") notes.push(measured);
  else rows.push(measured);
  console.log(typeof measured === "string" ? measured : tableLine(measured));
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
    `${JSON.stringify({ at, tool, node: process.version, machine, rows, notes }, undefined, 2)}\n`,
  );
  return path;
}
