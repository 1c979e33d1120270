/** A value that reports show as a variable. */
export interface Secret {
  readonly name: string;
  readonly value: string;
}

/** The variable that stands for the value of a header that every request carries. */
export function headerVariable(header: string): string {
  return `KADOSEI_HEADER_${header
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, "_")}`;
}

const secretNames = /auth|key|token|secret|pass|cookie|cred|sign/i;

/** A word, a number or a truth value, under a name that does not sound secret: masking it would blind reports. */
export function isInnocent(value: string, name = ""): boolean {
  return /^([a-z]{1,11}|\d{1,6})$/.test(value) && !secretNames.test(name);
}
