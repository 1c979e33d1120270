import { readFileSync } from "node:fs";
import { type Means, howToGive, isHere, isLoopback, means } from "../model/index.ts";
import type { Problem } from "./configuration-error.ts";
import { type Draft, type Rule, has, isObstructed, problemAt, textAt, textsAt } from "./draft.ts";
import { expectationsAreSound } from "./expectation-rules.ts";
import { faultOfUrl } from "./target-url.ts";
import { type Path, at, isTree, spell } from "./tree.ts";

/** Everything that is wrong beyond the schema. */
export function brokenRules(draft: Draft): readonly Problem[] {
  return rules.flatMap((rule) => rule(draft));
}

const url: Path = ["target", "url"];
const apiKey: Path = ["application", "apiKey"];
const applicationId: Path = ["application", "id"];

const essentials: readonly (readonly [path: Path, ways: string])[] = [
  [url, "give `--url <url>` (or `--self`), set KADOSEI_URL, or write it in kadosei-conformance.yaml"],
  [
    ["merchant", "email"],
    "give `--email <address>`, set KADOSEI_EMAIL, or write it in the configuration file",
  ],
  [["merchant", "password"], "set KADOSEI_PASSWORD, or write it in kadosei-conformance.yaml"],
];

const essentialsAreGiven: Rule = (draft) =>
  essentials
    .filter(([path]) => !has(draft, path) && !isObstructed(draft, path))
    .map(([path, ways]) => ({
      where: spell(path),
      what: draft.isByCode ? "is missing" : `is missing: ${ways}`,
    }));

const urlIsPlain: Rule = (draft) => {
  const fault = faultOfUrl(textAt(draft, url) ?? "http://localhost");
  return fault === undefined ? [] : [problemAt(draft, url, fault)];
};

const applicationIsWhole: Rule = (draft) => {
  if (has(draft, apiKey) === has(draft, applicationId)) return [];
  return has(draft, apiKey)
    ? [problemAt(draft, apiKey, "needs its application's id: give `--application <id>` as well")]
    : [problemAt(draft, applicationId, "needs one of its API keys: set KADOSEI_API_KEY as well")];
};

const liveIsOnPurpose: Rule = (draft) => {
  const live = textAt(draft, apiKey)?.startsWith("ks_live_") === true;
  const proxy = textAt(draft, ["target", "proxy"]);
  const address = { url: textAt(draft, url) ?? "http://localhost" };
  const here = isHere(proxy === undefined ? address : { ...address, proxy });
  if (!live || here || at(draft.tree, ["target", "live"]) === true) return [];
  const remedy =
    "use a sandbox key (ks_test_…), or allow it with `target.live: true` in the configuration file";
  return [problemAt(draft, apiKey, `is a live key: the run would make real payments; ${remedy}`)];
};

const homesOfMeans: Readonly<Partial<Record<Means, Path>>> = {
  clock: ["clock"],
  checkout: ["checkout"],
  receiver: ["receiver"],
  refundFailure: ["refunds", "fail"],
  secondMerchant: ["secondMerchant"],
  invites: ["invites"],
  expiredToken: ["merchant", "expiredToken"],
};

const lackIsReal: Rule = (draft) =>
  textsAt(draft, ["without"]).flatMap((lacking, i) => {
    const path = homesOfMeans[means.find((name) => name === lacking) ?? "waitForExpiry"];
    const waits = lacking === "waitForExpiry" && draft.waitForExpiry;
    if (!waits && (path === undefined || !has(draft, path))) return [];
    const given = path === undefined ? howToGive.waitForExpiry.replace("pass ", "") : `\`${spell(path)}\``;
    const place = path === undefined ? "" : ` (${draft.placeOf(path, "key")})`;
    const what = `\`without\` names ${lacking}, but ${given} is given${place}; remove one of the two`;
    return [{ where: draft.placeOf(["without", String(i)]), what }];
  });

const coreIsClaimed: Rule = (draft) => {
  const claims = textsAt(draft, ["claims"]);
  if (claims.length === 0 || claims.includes("core")) return [];
  return [problemAt(draft, ["claims"], "must include core, which every other capability rests on")];
};

const providersDiffer: Rule = (draft) => {
  const providers: unknown = at(draft.tree, ["providers"]);
  const names = Array.isArray(providers) ? providers.map((provider: unknown) => at(provider, ["name"])) : [];
  return names.flatMap((name, i) =>
    typeof name === "string" && names.indexOf(name) < i
      ? [problemAt(draft, ["providers", String(i), "name"], "occurs twice; give each provider once")]
      : [],
  );
};

const merchantsDiffer: Rule = (draft) => {
  const first = textAt(draft, ["merchant", "email"])?.toLowerCase();
  const second: Path = ["secondMerchant", "email"];
  if (first === undefined || textAt(draft, second)?.toLowerCase() !== first) return [];
  return [problemAt(draft, second, "is the first merchant's; isolation needs another merchant")];
};

const reserved =
  /^(authorization|host|connection|content-(type|length|encoding)|transfer-encoding|idempotency-key)$/i;

const headersAreFree: Rule = (draft) => {
  const headers = at(draft.tree, ["target", "headers"]);
  return Object.keys(isTree(headers) ? headers : {}).flatMap((name) => {
    const path = ["target", "headers", name];
    const where = draft.placeOf(path, "key");
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) {
      return [{ where, what: "a header name is made of letters, digits and hyphens" }];
    }
    return reserved.test(name) ? [{ where, what: `the header ${name} is the run's own; remove it` }] : [];
  });
};

const pemFiles: readonly (readonly [path: Path, holds: RegExp, what: string])[] = [
  [["target", "tls", "ca"], /-----BEGIN CERTIFICATE-----/, "certificate"],
  [["receiver", "certificate"], /-----BEGIN CERTIFICATE-----/, "certificate"],
  [["receiver", "key"], /-----BEGIN (\w+ )?PRIVATE KEY-----/, "private key without a passphrase"],
];

const filesArePem: Rule = (draft) =>
  pemFiles.flatMap(([path, holds, what]) => {
    const file = textAt(draft, path);
    if (file === undefined) return [];
    try {
      if (holds.test(readFileSync(file, "utf8"))) return [];
      return [problemAt(draft, path, `names a file without a PEM ${what}: ${file}`)];
    } catch {
      return [problemAt(draft, path, `names a file that cannot be read: ${file.replaceAll("\0", "?")}`)];
    }
  });

const receiver: Path = ["receiver"];
const certificate: Path = ["receiver", "certificate"];
const key: Path = ["receiver", "key"];
const listen: Path = ["receiver", "listen"];

/** What the target must be told where it is not the listening address itself. */
const receiverIsReachable: Rule = (draft) => {
  const address = textAt(draft, listen);
  if (address === undefined || has(draft, ["receiver", "publicUrl"])) return [];
  const spelled = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  if (/^https:/i.test(spelled) && isLoopback(spelled)) return [];
  return [problemAt(draft, receiver, "needs the HTTPS URL at which the target reaches it, as `publicUrl`")];
};

const certificateHasKey: Rule = (draft) => {
  if (has(draft, certificate) === has(draft, key)) return [];
  return has(draft, certificate)
    ? [problemAt(draft, certificate, "needs its private key as well, as `receiver.key`")]
    : [problemAt(draft, key, "needs its certificate as well, as `receiver.certificate`")];
};

const urlsParse: Rule = (draft) =>
  [
    ["target", "proxy"],
    ["receiver", "publicUrl"],
  ]
    .filter((path) => {
      const text = textAt(draft, path);
      return text !== undefined && /^https?:\/\//i.test(text) && !URL.canParse(text);
    })
    .map((path) => problemAt(draft, path, "must be an absolute URL"));

const rules: readonly Rule[] = [
  essentialsAreGiven,
  urlIsPlain,
  applicationIsWhole,
  liveIsOnPurpose,
  lackIsReal,
  coreIsClaimed,
  providersDiffer,
  merchantsDiffer,
  headersAreFree,
  filesArePem,
  receiverIsReachable,
  certificateHasKey,
  urlsParse,
  expectationsAreSound,
];
