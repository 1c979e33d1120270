import type { TargetSettings } from "./settings.ts";

/** Whether a URL's host is this machine. */
export function isLoopback(text: string): boolean {
  const hostname = URL.canParse(text) ? new URL(text).hostname : "";
  return /^(localhost\.?|.+\.localhost\.?|127\.\d+\.\d+\.\d+|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]+\])$/.test(
    hostname,
  );
}

/** Whether a target is on this machine; behind a proxy `localhost` is the proxy's. */
export function isHere({ url, proxy }: Pick<TargetSettings, "url" | "proxy">): boolean {
  return isLoopback(url) && proxy === undefined;
}
