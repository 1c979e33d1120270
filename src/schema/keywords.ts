import type { WireSchema } from "./schema-name.ts";
import { errorsOf } from "./validator.ts";

/** A keyword of a schema that a value breaks, and at which JSON pointer; of a missing member, at its own. */
export interface BrokenKeyword {
  readonly pointer: string;
  readonly keyword: string;
}

export function brokenKeywords(name: WireSchema, value: unknown): readonly BrokenKeyword[] {
  return errorsOf(`wire/${name}.schema.json`, value).map(({ instancePath, keyword, params }) => {
    const missing: unknown = params["missingProperty"];
    return { keyword, pointer: typeof missing === "string" ? `${instancePath}/${missing}` : instancePath };
  });
}
