import { X509Certificate } from "node:crypto";
import { expect, test } from "vitest";
import { keyAlgorithms, ownKeys } from "./jwt.ts";
import { selfSigned } from "./self-signed.ts";

test.each(keyAlgorithms)("a certificate under %s is read and verified", async (alg) => {
  const keys = await ownKeys(alg);
  const certificate = new X509Certificate(selfSigned(keys, alg));
  expect(certificate.verify(keys.publicKey)).toBe(true);
  expect(certificate.subject).toBe("CN=kadosei-conformance");
  expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now());
  expect(certificate.subjectAltName).toBeUndefined();
});

test("a certificate of a server names its hosts, by name and by address", async () => {
  const hosts = ["localhost", "127.0.0.1", "::1", "::ffff:7f00:1", "2001:db8:1:2:3:4:5:6", "2001:db8::"];
  const certificate = new X509Certificate(selfSigned(await ownKeys("ES256"), "ES256", { hosts, days: 7 }));
  expect(certificate.ca).toBe(true);
  expect(certificate.keyUsage).toEqual(["1.3.6.1.5.5.7.3.1"]);
  expect(certificate.subjectAltName).toBe(
    "DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, IP Address:0:0:0:0:0:FFFF:7F00:1, " +
      "IP Address:2001:DB8:1:2:3:4:5:6, IP Address:2001:DB8:0:0:0:0:0:0",
  );
  expect(certificate.checkHost("localhost")).toBe("localhost");
  expect(certificate.checkIP("::1")).toBe("::1");
  expect(certificate.checkIP("127.0.0.2")).toBeUndefined();
});
