const milliseconds = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;
const bytes = { B: 1, KiB: 1024, MiB: 1024 ** 2 } as const;

const duration = /^(?=.*[1-9])(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h)$/;

/** What the schema lets through as a duration, for what stands in no file. */
export function isDuration(text: string): boolean {
  return duration.test(text);
}

/** "10s", "500ms", "2m", "8h" in milliseconds. Expects what the schema has let through. */
export function parseDuration(text: string): number {
  const [, amount = "", unit = "s"] = duration.exec(text) ?? [];
  return Math.ceil(Number(amount) * milliseconds[unit as keyof typeof milliseconds]);
}

/** "10MiB", "512KiB" in bytes. Expects what the schema has let through. */
export function parseSize(text: string): number {
  const [, amount = "", unit = "B"] = /^(\d+)(B|KiB|MiB)$/.exec(text) ?? [];
  return Number(amount) * bytes[unit as keyof typeof bytes];
}
