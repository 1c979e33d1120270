import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { HeaderFields } from "../model/index.ts";
import type { Delivery } from "./inbox.ts";
import { mistakeOf, schemeOf } from "./signature.ts";

const bare = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const secret = `whsec_${bare}`;
const body = '{"type":"session.completed","data":{"name":"Zo\u00eb"}}';
const time = "1767225600";

function delivery(headers: HeaderFields, sent = body): Delivery {
  const host: HeaderFields = [
    ["host", "hooks.example"],
    ["content-type", "application/json"],
  ];
  const all = [...host, ...headers];
  return {
    at: 0,
    method: "POST",
    url: "http://hooks.example/in/1",
    headers: all,
    body: Buffer.from(sent),
    answered: 200,
  };
}

type Encoding = "hex" | "base64" | "base64url";

function mac(
  text: string,
  key: string | Buffer = secret,
  encoding: Encoding = "hex",
  name = "sha256",
): string {
  return createHmac(name, key).update(text).digest(encoding);
}

describe("the signature finder finds", () => {
  const decoded = Buffer.from(bare, "base64");
  const standard = mac(`msg_1.${time}.${body}`, decoded, "base64");
  const schemes: readonly (readonly [name: string, headers: HeaderFields])[] = [
    ["hex of the body", [["X-Signature", mac(body)]]],
    ["HEX of the body", [["X-Signature", mac(body).toUpperCase()]]],
    ["sha256=hex", [["X-Hub-Signature-256", `sha256=${mac(body)}`]]],
    ["base64", [["X-Signature", mac(body, secret, "base64")]]],
    ["base64url", [["X-Signature", mac(body, secret, "base64url")]]],
    ["sha256=base64", [["X-Signature", `sha256=${mac(body, secret, "base64")}`]]],
    ["t=…,v1=…", [["Kadosei-Signature", `t=${time},v1=${mac(`${time}.${body}`)}`]]],
    ["t=…, v1=…; several", [["S", `t=${time}, v1=${"0".repeat(64)}, v1=${mac(`${time}.${body}`)}`]]],
    [
      "a time in another header",
      [
        ["X-Timestamp", time],
        ["X-Signature", `v1=${mac(`${time}.${body}`)}`],
      ],
    ],
    [
      "v0:time:body",
      [
        ["X-Timestamp", time],
        ["X-Signature", `v0=${mac(`v0:${time}:${body}`)}`],
      ],
    ],
    [
      "time, line feed, body",
      [
        ["X-Timestamp", time],
        ["X-Signature", mac(`${time}\n${body}`)],
      ],
    ],
    ["address and body", [["X-Signature", mac(`https://hooks.example/in/1${body}`, secret, "base64")]]],
    [
      "address and body, forwarded",
      [
        ["X-Forwarded-Host", "shop.example"],
        ["X-Signature", mac(`https://shop.example/in/1${body}`)],
      ],
    ],
    ["the secret without its start", [["X-Signature", mac(body, bare)]]],
    ["the secret decoded", [["X-Signature", mac(body, decoded)]]],
    [
      "Standard Webhooks",
      [
        ["webhook-id", "msg_1"],
        ["webhook-timestamp", time],
        ["webhook-signature", `v1,${standard}`],
      ],
    ],
  ];

  test.each(schemes)("%s", (_, headers) => {
    expect(schemeOf(delivery(headers), secret)?.told).toMatch(/^[\w-]+: HMAC of .+ under .+secret/);
  });

  test.each(schemes)("nothing in %s under another secret, or over another body", (_, headers) => {
    expect(schemeOf(delivery(headers), "whsec_another")).toBeUndefined();
    expect(schemeOf(delivery(headers, `${body} `), secret)).toBeUndefined();
  });
});

describe("a signature that does not verify is explained:", () => {
  test.each([
    ["HMAC-SHA1", mac(body, secret, "hex", "sha1"), "HMAC-SHA1"],
    ["HMAC-SHA512", mac(body, secret, "hex", "sha512"), "HMAC-SHA512"],
    ["other bytes", mac(JSON.stringify(JSON.parse(body), undefined, 2)), "indented"],
    ["a part", mac(JSON.stringify({ name: "Zo\u00eb" })), "`data` alone"],
    ["none", "hello", "no header looks like a signature"],
  ])("%s", (_, signature, says) => {
    expect(mistakeOf(delivery([["X-Signature", signature]]), secret)).toContain(says);
  });
});
