/** Stand-ins from Unicode's private use area: as long as what they replace, so that columns stay true. */
const opening = "\uF8D0\uF8D1";
const closing = "\uF8D2";
const escaped = "\uF8D3\uF8D4\uF8D5";

/**
 * Hides `${NAME}` from the YAML parser, for which braces inside `{ … }` mean something else; `$${` stands for a
 * literal `${`.
 */
export function hideVariables(text: string): string {
  return text
    .replaceAll("$${", escaped)
    .replaceAll(/\$\{([^{}\n]*)\}/g, (_, name: string) => `${opening}${name}${closing}`);
}

export interface Interpolated {
  readonly text: string;
  readonly borrowed: boolean;
  /** The variables it is made of. */
  readonly names: readonly string[];
  readonly problems: readonly string[];
}

/** Puts the values of variables in. */
export function interpolate(text: string, env: Readonly<Record<string, string | undefined>>): Interpolated {
  const problems: string[] = [];
  const names: string[] = [];
  const filled = text.replaceAll(/\uF8D0\uF8D1([^\uF8D2]*)\uF8D2/g, (_, name: string) => {
    names.push(name);
    const problem = problemWith(name, env);
    if (problem !== undefined) problems.push(problem);
    return env[name] ?? "";
  });
  return { text: filled.replaceAll(escaped, "${"), borrowed: names.length > 0, names, problems };
}

/** What the file had before variables were hidden, for keys. */
export function showVariables(text: string): string {
  return text.replaceAll(opening, "${").replaceAll(closing, "}").replaceAll(escaped, "$${");
}

function problemWith(name: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    return "`${…}` must hold the name of an environment variable and nothing else; write `$${` for a literal `${`";
  }
  if (!Object.hasOwn(env, name) || env[name] === undefined) {
    return `the environment variable ${name} is not set; set it, or write the value here`;
  }
  return env[name] === "" ? `the environment variable ${name} is empty; set it` : undefined;
}
