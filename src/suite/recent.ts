/** What a rule of the whole run remembers at most: a run that goes on for hours must not fill up with it. */
const most = 1000;

/** Adds a value to those that are remembered; the oldest makes room for it. */
export function keepRecent<T>(values: Set<T>, value: T): void {
  values.add(value);
  const [oldest] = values;
  if (values.size > most && oldest !== undefined) values.delete(oldest);
}
