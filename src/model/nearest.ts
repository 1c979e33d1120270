/** The word that was most likely meant, if one is near enough. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const typed = plain(word);
  const ranked = known
    .map((candidate) => ({ candidate, distance: distance(typed, plain(candidate)) }))
    .toSorted((one, other) => one.distance - other.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(1, typed.length / 3) ? best.candidate : undefined;
}

function plain(word: string): string {
  return word
    .slice(0, 60)
    .replaceAll(/[-_\s]/g, "")
    .toLowerCase();
}

/** Levenshtein's distance, with two swapped neighbours as one slip. */
function distance(one: string, other: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = nextRow(one, other, i, row, before);
    [before, row] = [row, next];
  }
  return row.at(-1) ?? one.length;
}

function nextRow(
  one: string,
  other: string,
  i: number,
  above: readonly number[],
  twoAbove: readonly number[],
): number[] {
  const row = [i];
  for (let j = 1; j <= other.length; j++) {
    const cost = one[i - 1] === other[j - 1] ? 0 : 1;
    const swapped = j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
    row[j] = Math.min(
      (above[j] ?? 0) + 1,
      (row[j - 1] ?? 0) + 1,
      (above[j - 1] ?? 0) + cost,
      swapped ? (twoAbove[j - 2] ?? Infinity) + 1 : Infinity,
    );
  }
  return row;
}
