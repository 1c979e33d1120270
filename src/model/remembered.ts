/** More texts than a run meets over and over; a target that makes up others must not fill the memory. */
const most = 1000;

/** Works a text out once, as long as it has at most so many characters: much of what is judged is alike. */
export function remembered<T extends NonNullable<unknown>>(
  workOut: (text: string) => T,
  longest: number,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = workOut(text);
    if (known.size >= most) known.clear();
    if (text.length <= longest) known.set(text, result);
    return result;
  };
}
