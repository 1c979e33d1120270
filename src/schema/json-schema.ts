export type Level = "MUST" | "SHOULD" | "MAY";

/** The part of JSON Schema 2020-12 that our schemas use, with our own annotations. */
export interface JsonSchema {
  readonly title?: string;
  readonly description?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly not?: JsonSchema;
  readonly allOf?: readonly JsonSchema[];
  /** Where the fact is stated: a source of the contract. */
  readonly "x-source"?: string;
  /** How firmly this part is judged when missing or ill formed. MUST, unless the whole says otherwise. */
  readonly "x-level"?: Level;
  /** The same for single keywords, by keyword. */
  readonly "x-levels"?: Readonly<Record<string, Level>>;
  /** What a pattern or format asks for, in words. */
  readonly "x-expected"?: string;
  /** How many decimals a number may have. */
  readonly "x-max-decimals"?: number;
}
