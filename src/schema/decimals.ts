/** How many decimals a number has when written as JSON: 140.76 has two, 1e-7 seven. */
export function decimals(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const fraction = digits.split(".")[1] ?? "";
  return Math.max(0, fraction.length - Number(exponent));
}
