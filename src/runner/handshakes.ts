import { shakeHands } from "../http/index.ts";
import type { RunSettings } from "../model/index.ts";
import { Blocked, type Handshakes, NotServed } from "../suite/index.ts";

const timeoutMs = 10_000;

/** Handshakes on connections of their own, straight to the target. */
export function handshakesWith(settings: Pick<RunSettings, "target">): Handshakes {
  return {
    async speaks(version) {
      const { url, proxy } = settings.target;
      if (proxy !== undefined) throw new NotServed("TLS without a proxy in between");
      const { hostname, port } = new URL(url);
      const peer = { host: hostname.replaceAll(/[[\]]/g, ""), port: Number(port || 443) };
      const outcome = await shakeHands(peer, version, timeoutMs).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Blocked(`a ${version} handshake failed: ${reason}`, undefined, error);
      });
      if (outcome === "unable") throw new NotServed(`${version} to ask for: this machine can't speak it`);
      return outcome === "accepted";
    },
  };
}
