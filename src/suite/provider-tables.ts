import { operations, type OperationName } from "../model/index.ts";
import { type Answer, isSuccess } from "./answer.ts";
import { operationsWhere, type OperationVariant } from "./arrange.ts";
import { memberFlaw, missing, noText, nulled } from "./body-flaws.ts";
import type { Flaw } from "./expect/refusal.ts";
import { fixture } from "./fixtures.ts";
import { naming } from "./path-ids.ts";
import type { World } from "./world.ts";
import { type WireSchema, wireSchemas } from "../schema/index.ts";

export const providerOperations = operationsWhere(({ capability }) => capability === "providers");

/** Operations on one linked provider. */
export const operationsOnProvider = providerOperations.filter(
  ({ operation }) => operation !== "linkProvider" && operation !== "listProviders",
);

/** One that makes, one that reads and one that changes. */
export const typicalProviderOperations = providerOperations.filter(({ operation }) =>
  ["linkProvider", "listProviders", "activateProvider"].includes(operation),
);

export interface FieldVariant extends OperationVariant {
  readonly flaws: readonly Flaw[];
}

interface Named {
  readonly name: string;
  readonly value: unknown;
}

const table = fixture<Readonly<Record<"texts" | "object", readonly Named[]>>>("wrong-provider-members");

function noTextAt(pointer: string): readonly Flaw[] {
  return [missing(pointer), nulled(pointer), ...noText(pointer)];
}

function wrongAt(pointer: string, rows: readonly Named[]): readonly Flaw[] {
  const wrong = rows.map(({ name, value }) => memberFlaw(pointer, name, value));
  return [missing(pointer), nulled(pointer), ...wrong];
}

function fieldsOf(operation: OperationName, flaws: readonly Flaw[]): FieldVariant {
  return { name: operation, operation, flaws };
}

/** Bodies in which one required member is missing or of another type. */
export const incompleteProviders: readonly FieldVariant[] = [
  fieldsOf("linkProvider", [
    ...noTextAt("/name"),
    ...wrongAt("/paymentMethods", table.texts),
    ...wrongAt("/credentials", table.object),
    ...noTextAt("/credentials/apiKey"),
  ]),
  fieldsOf("setPaymentMethods", wrongAt("/paymentMethods", table.texts)),
  fieldsOf("rotateProviderKey", noTextAt("/apiKey")),
];

export function isProviderAnswer(answer: Answer): boolean {
  return isSuccess(answer) && providerOperations.some(({ operation }) => operation === answer.operation);
}

/** The schema that an accepted answer to an operation has to satisfy. */
export function schemaOf({ operation }: Answer): WireSchema {
  const response = operation === undefined ? undefined : operations[operation].response;
  return wireSchemas.find((schema) => schema === response) ?? "empty";
}

/** Providers that the application of a call does not have: one it could have, and one nobody has. */
export function unlinkedProviders({ facts, given }: World): readonly Flaw[] {
  const [, ...others] = facts.providers;
  return [
    ...others.map(({ name }) => naming(`${name}, which is not linked`, 2, name)),
    // Where names are a closed list, one that is not on it may be called malformed.
    naming("a name nobody has", 2, given.name(), 400, 404),
    naming("the beginning of a name", 2, given.provider().name.slice(0, -1), 400, 404),
    naming("a name continued", 2, `${given.provider().name}2`, 400, 404),
    naming("a name of 300 letters", 2, "a".repeat(300), 400, 404, 414),
  ];
}
