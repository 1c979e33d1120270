/** JSON that a value can have in one spelling only: members in the order of their names, no space (RFC 8785). */
export function canonical(value: unknown): string {
  return JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const names = Object.keys(value).toSorted();
  // Without a prototype, so that a member called `__proto__` is one like any other.
  const members: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const name of names) members[name] = ordered((value as Readonly<Record<string, unknown>>)[name]);
  return members;
}
