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
});
