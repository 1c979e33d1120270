const milliseconds = { ms: 1, s: 1000, m: 60_000 } as const;
const bytes = { B: 1, KiB: 1024, MiB: 1024 ** 2 } as const;

/** "10s", "500ms", "2m" in milliseconds. Expects what the schema has let through. */
export function parseDuration(text: string): number {
  const [, amount = "", unit = "s"] = /^([\d.]+)(ms|s|m)$/.exec(text) ?? [];
  return Math.ceil(Number(amount) * milliseconds[unit as keyof typeof milliseconds]);
}

/** "10MiB", "512KiB" in bytes. Expects what the schema has let through. */
export function parseSize(text: string): number {
  const [, amount = "", unit = "B"] = /^(\d+)(B|KiB|MiB)$/.exec(text) ?? [];
  return Number(amount) * bytes[unit as keyof typeof bytes];
}
