import { connect, type SecureVersion } from "node:tls";

/** Where a handshake goes. */
export interface Peer {
  readonly host: string;
  readonly port: number;
}

/** What became of an offer to speak one version of TLS: `unable` when this machine itself can't speak it. */
export type Handshake = "accepted" | "refused" | "unable";

/** Codes by which the own TLS library says that it does not know the version any more. */
const unable = /^ERR_SSL_(NO_PROTOCOLS_AVAILABLE|VERSION_TOO_LOW|NO_CIPHERS_AVAILABLE|NO_CIPHER_MATCH)$/;

/** Codes of a peer that does not like what it is offered; all others mean that the network failed. */
const refused = /^(ERR_SSL_|EPROTO$|ECONNRESET$|EPIPE$)/;

/**
 * Offers a peer one version of TLS, and nothing else. Whether its certificate is any good does not matter here.
 *
 * @throws the network's error where no handshake came about.
 */
export function shakeHands(
  { host, port }: Peer,
  version: SecureVersion,
  timeoutMs: number,
): Promise<Handshake> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      minVersion: version,
      maxVersion: version,
      // Old versions need digests that are off by default.
      ciphers: "DEFAULT@SECLEVEL=0",
      rejectUnauthorized: false,
      ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
    });
    const end = (settle: () => void) => {
      socket.destroy();
      settle();
    };
    socket.setTimeout(timeoutMs, () => end(() => reject(new Error(`no handshake within ${timeoutMs} ms`))));
    socket.once("secureConnect", () => end(() => resolve("accepted")));
    socket.once("error", (error: NodeJS.ErrnoException) => {
      const code = error.code ?? "";
      if (unable.test(code)) end(() => resolve("unable"));
      else if (refused.test(code)) end(() => resolve("refused"));
      else end(() => reject(error));
    });
  });
}
