import { BlockList, isIP } from "node:net";

/** Keeps webhooks from reaching into the network the server stands in. */
export interface UrlGuard {
  /** Why the URL must not be stored or called, as far as its text tells; undefined when it may. */
  objection(url: URL): string | undefined;
  /** Whether a connection to this address may be made: asked once its name is resolved. */
  permitsAddress(address: string): boolean;
  /** An origin the operator of the server vouches for. */
  isTrusted(url: URL): boolean;
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

const internal = new BlockList();
const internalNetworks: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 9],
  ["ff00::", 8],
];
for (const [network, prefix] of internalNetworks)
  internal.addSubnet(network, prefix, network.includes(":") ? "ipv6" : "ipv4");

const family = (address: string): "ipv4" | "ipv6" => (isIP(address) === 6 ? "ipv6" : "ipv4");

// The URL parser has already turned decimal, octal and hexadecimal spellings into plain dotted ones.
const hostOf = ({ hostname }: URL): string => hostname.replaceAll(/^\[|\]$/g, "").replace(/\.$/, "");

const isLocalName = (host: string): boolean => /(?:^|\.)(?:localhost|local|internal)$/.test(host);

/** `allowLoopback` is true, false, or the very origins on loopback that are allowed. */
export const createUrlGuard = (allowLoopback: boolean | readonly string[]): UrlGuard => {
  const permitsAddress = (address: string): boolean => {
    if (allowLoopback === true && loopback.check(address, family(address))) return true;
    return !internal.check(address, family(address));
  };
  const isTrusted = ({ origin }: URL): boolean =>
    typeof allowLoopback !== "boolean" && allowLoopback.includes(origin);
  return {
    permitsAddress,
    isTrusted,
    objection: (url) => {
      const host = hostOf(url);
      if (isTrusted(url)) return undefined;
      if (url.username !== "" || url.password !== "") return "must not carry credentials";
      if (host === "localhost" && allowLoopback === true) return undefined;
      if (isIP(host) === 0 ? isLocalName(host) : !permitsAddress(host))
        return "must not point at an internal address";
      return undefined;
    },
  };
};
