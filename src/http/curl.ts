/**
 * One shell line that repeats a request. Double quotes, so that `$KADOSEI_…` in a masked line is filled in by
 * the shell; everything else that a shell would expand is escaped.
 */
export function curlOf(request: {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: string;
}): string {
  const head = ["curl", "--include", "--path-as-is", "--request", request.method, inQuotes(request.url)];
  const fields = request.headers.flatMap(([name, value]) => ["--header", inQuotes(field(name, value))]);
  const body = request.body === undefined ? [] : ["--data-binary", inQuotes(request.body)];
  return [...head, ...fields, ...body].join(" ");
}

/** curl drops a header without a value unless it ends in a semicolon. */
function field(name: string, value: string): string {
  return value === "" ? `${name};` : `${name}: ${value}`;
}

function inQuotes(text: string): string {
  return `"${text.replace(/[\\"`]|\$(?!KADOSEI_)/g, "\\$&").replaceAll("!", "\"'!'\"")}"`;
}
