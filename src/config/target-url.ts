/** Why a text cannot be a target's URL; nothing when it can. Never repeats the text, which may hold a password. */
export function faultOfUrl(text: string): string | undefined {
  const url = parse(text);
  const absolute = /^https?:\/\/[^/]/i.test(text) && !/\s/.test(text);
  if (url === undefined || !absolute) {
    return "must be an absolute http(s) URL, such as https://staging.example.com";
  }
  if (url.username !== "" || url.password !== "") {
    return "must not hold credentials; give the merchant's as --email and KADOSEI_PASSWORD";
  }
  if (text.includes("?")) return "must not have a query; remove everything from the ? on";
  return text.includes("#") ? "must not have a fragment; remove everything from the # on" : undefined;
}

/** The URL to which the base path is appended: without a closing slash, and without the base path itself. */
export function withoutBasePath(text: string, basePath: string): string {
  const { origin, pathname } = new URL(text);
  const path = trimSlashes(pathname);
  const kept = basePath !== "" && path.endsWith(basePath) ? path.slice(0, -basePath.length) : path;
  return origin + trimSlashes(kept);
}

export function trimSlashes(path: string): string {
  return path.replace(/\/+$/, "");
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
