/** A copy in which every text is masked, so that nothing tells more than it should, whichever way it came. */
export function masked<T>(value: T, mask: (text: string) => string): T {
  return copied(value, mask) as T;
}

function copied(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === "string") return mask(value);
  if (Array.isArray(value)) return value.map((item: unknown) => copied(item, mask));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copied(member, mask)]));
}
