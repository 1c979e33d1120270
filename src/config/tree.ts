/** Way to a value: names of members and numbers of items, from the outside in. */
export type Path = readonly string[];

export type Tree = Readonly<Record<string, unknown>>;

export function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path, or undefined where there is none. */
export function at(value: unknown, [name, ...rest]: Path): unknown {
  if (name === undefined) return value;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return at((value as Tree)[name], rest);
}

/** Lays one tree over another. Members meet one by one; anything else is replaced as a whole, as is a driver's step. */
export function lay(over: unknown, under: unknown): unknown {
  if (!isTree(over) || !isTree(under)) return over === undefined ? under : over;
  if (isStep(over) && isStep(under)) return over;
  const names = new Set([...Object.keys(under), ...Object.keys(over)]);
  return treeOf([...names].map((name) => [name, lay(at(over, [name]), at(under, [name]))]));
}

/** Headers and a body belong to the request that they stand beside. */
function isStep(value: Tree): boolean {
  return typeof value["request"] === "string" || typeof value["command"] === "string";
}

/** A copy in which every string was replaced, names by `rename`; paths come along. */
export function mapStrings(
  value: unknown,
  replace: (text: string, path: Path) => unknown,
  rename: (name: string) => string,
  path: Path = [],
): unknown {
  const inner = (item: unknown, step: string) => mapStrings(item, replace, rename, [...path, step]);
  if (typeof value === "string") return replace(value, path);
  if (Array.isArray(value)) return value.map((item: unknown, i) => inner(item, String(i)));
  if (!isTree(value)) return value;
  return treeOf(Object.entries(value).map(([name, item]) => [rename(name), inner(item, rename(name))]));
}

/** `providers[0].name`, as people write it. */
export function spell(path: Path): string {
  return path.reduce((text, step) => text + (/^\d+$/.test(step) ? `[${step}]` : `${text && "."}${step}`), "");
}

export function pathOf(pointer: string): Path {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Unlike an object literal or an assignment, it takes `__proto__` for a name like any other. */
function treeOf(entries: readonly (readonly [string, unknown])[]): Tree {
  return Object.fromEntries(entries);
}
