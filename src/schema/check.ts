import { type SchemaFault, faultsFrom } from "./fault.ts";
import type { ToolSchema, WireSchema } from "./schema-name.ts";
import { readSchemaFile } from "./schema-file.ts";
import { errorsOf } from "./validator.ts";

/** What a body of the API breaks in its schema; nothing when it is lawful. */
export function check(name: WireSchema, value: unknown): SchemaFault[] {
  return faultsFrom(errorsOf(`wire/${name}.schema.json`, value));
}

/** The same for a file of our own. */
export function checkTool(name: ToolSchema, value: unknown): SchemaFault[] {
  return faultsFrom(errorsOf(`tool/${name}.schema.json`, value));
}

/** The members that the documentation knows of a body of the API. */
export function membersOf(name: WireSchema): string[] {
  return Object.keys(readSchemaFile(`wire/${name}.schema.json`).properties ?? {});
}
