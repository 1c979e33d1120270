export { check, checkTool, membersOf } from "./check.ts";
export type { SchemaFault } from "./fault.ts";
export { type ToolSchema, type WireSchema, wireSchemas } from "./schema-name.ts";
