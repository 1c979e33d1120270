import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Speaks TLS from version 1.0 on",
  breaks: "transport/tls-1.2-or-better",
  over: "tls",
  wrap: (parts) => ({ ...parts, tls: { ...parts.tls, minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" } }),
});
