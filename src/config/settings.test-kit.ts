import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunSettings } from "../model/index.ts";
import { ConfigurationError } from "./configuration-error.ts";
import { type SettingsSources, configurationFileName, loadSettings } from "./load-settings.ts";

/** A folder with a configuration file, as a run would be started in. */
export function folderWith(yaml: string, name: string = configurationFileName): string {
  const folder = mkdtempSync(join(tmpdir(), "kadosei-config-"));
  writeFileSync(join(folder, name), yaml);
  return folder;
}

/** What is enough for a run, as a file. */
export const enough = `
target:
  url: https://staging.example.com
merchant:
  email: owner@example.com
  password: correct-horse-battery
`;

export function load(yaml: string, sources: SettingsSources = {}): RunSettings {
  return loadSettings({ cwd: folderWith(yaml), ...sources });
}

export function refusal(yaml: string, sources: SettingsSources = {}): ConfigurationError {
  try {
    load(yaml, sources);
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
