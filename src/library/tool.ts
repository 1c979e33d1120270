import { createRequire } from "node:module";

interface Manifest {
  readonly name: string;
  readonly version: string;
}

const { name, version } = createRequire(import.meta.url)("#package") as Manifest;

/** What reports call us. */
export const tool: Manifest = { name, version };

/** The frozen set of requirements that this release judges by. */
export const edition = "2026.12";
