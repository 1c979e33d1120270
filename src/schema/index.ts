export { check, checkTool, membersOf } from "./check.ts";
export { demandOf } from "./expectation.ts";
export type { SchemaFault } from "./fault.ts";
export { inlinedWireSchema } from "./inline.ts";
export type { JsonSchema } from "./json-schema.ts";
export { brokenKeywords } from "./keywords.ts";
export { type ToolSchema, type WireSchema, wireSchemas } from "./schema-name.ts";
export { type Parameter, parametersOf } from "./parameters.ts";
