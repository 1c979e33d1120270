/** Whether a provider is meant: in what letters a target writes its name is documented nowhere. */
export function isCalled(value: unknown, name: string): boolean {
  return typeof value === "string" && value.toLowerCase() === name.toLowerCase();
}
