import type { Secret } from "../model/index.ts";
import type { Layer, Variable } from "./layer.ts";
import { spell } from "./tree.ts";

/** Where what comes out of a variable may well be a secret; elsewhere it is an address or a name. */
const secretPlaces =
  /^(session|checkout|refunds|clock|invites|target\.(headers|proxy)|providers\[\d+\]\.credentials)\b/;

/** An address that carries no password is none. */
const address = /^(https?:\/\/)?[\w.-]+(:\d+)?(\/[\w./-]*)?$/i;

/** The variables of a configuration that reports may not show, by names that a shell can be given beside ours. */
export function secretsIn({ variables = [] }: Pick<Layer, "variables">): readonly Secret[] {
  const open = new Set(variables.filter((variable) => !isSecretPlace(variable)).map(({ name }) => name));
  return variables
    .filter((variable) => isSecretPlace(variable) && !open.has(variable.name) && !isAddress(variable.value))
    .map(({ name, value }) => ({ name: ownName(name), value }));
}

function isSecretPlace({ path }: Variable): boolean {
  return secretPlaces.test(spell(path));
}

function isAddress(value: string): boolean {
  return /^https?:/i.test(value) && address.test(value);
}

function ownName(name: string): string {
  const upper = name.toUpperCase();
  return upper.startsWith("KADOSEI_") ? upper : `KADOSEI_${upper}`;
}
