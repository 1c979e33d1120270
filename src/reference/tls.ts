import type { SecureVersion } from "node:tls";

/** The certificate that makes the server speak HTTPS, and nothing else. */
export interface TlsIdentity {
  readonly key: string;
  readonly cert: string;
}

/** On which terms the server speaks TLS, if it does. */
export interface Tls {
  readonly isOn: boolean;
  readonly minVersion: SecureVersion;
  readonly ciphers?: string;
}

export const createTls = (isOn: boolean): Tls => ({ isOn, minVersion: "TLSv1.2" });
