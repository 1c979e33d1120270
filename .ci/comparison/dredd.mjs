// Dredd: every documented answer as one transaction, compared with its example.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { operations } from "./description.mjs";

export const dredd = {
  name: "Dredd",
  command: "dredd",
  async findings({ target, documents, folder, run }) {
    writeFileSync(join(folder, "openapi.json"), JSON.stringify(withoutDefaults(documents.openapi30)));
    writeFileSync(join(folder, "hooks.js"), hooks(target, documents.openapi30));
    const report = ["--reporter", "xunit", "--output", "report.xml", "--loglevel", "error"];
    await run("dredd", ["openapi.json", target.url, "--hookfiles", "hooks.js", "--sorted", ...report]);
    const text = readFileSync(join(folder, "report.xml"), "utf8");
    return [
      ...text.matchAll(/<testcase name="([^"]*)"[^>]*><failure><!\[CDATA\[Message:\n([^]*?)\n\n/g),
    ].flatMap(([, name, message]) => message.split("\n").map((line) => `${name} · ${line}`));
  },
};

/** "Any other failure" is no answer that could be asked for; Dredd would expect it of a good request, as a 200. */
function withoutDefaults(document) {
  const copy = structuredClone(document);
  for (const { operation } of operations(copy)) delete operation.responses.default;
  return copy;
}

/**
 * The credential that the operation needs. Of the refusals those two are provoked for which no body has to be
 * written: no credential, and ids of nothing. The charset that JSON is served with is no difference.
 */
function hooks({ credentials, parameters }, document) {
  const schemes = operations(document).map(({ path, method, scheme }) => [
    method.toUpperCase(),
    `^${path.replaceAll(/\{\w+\}/g, "[^/?]+")}(\\?.*)?$`,
    credentials[scheme],
  ]);
  const ids = [parameters.applicationId, parameters.sessionId];
  return `
const hooks = require("hooks");
const schemes = ${JSON.stringify(schemes)};
hooks.beforeEach((transaction, done) => {
  const { expected, request, fullPath } = transaction;
  const [, , credential] = schemes.find(([method, path]) => method === request.method && new RegExp(path).test(fullPath));
  if (credential !== undefined && expected.statusCode !== "401") request.headers.Authorization = "Bearer " + credential;
  if (expected.statusCode === "404") {
    for (const id of ${JSON.stringify(ids)}) {
      transaction.fullPath = transaction.fullPath.replace(id, "00000000-0000-4000-8000-000000000000");
    }
  }
  const login = fullPath.endsWith("/auth/login");
  transaction.skip = !(/^2/.test(expected.statusCode) || expected.statusCode === "404" || (expected.statusCode === "401" && !login));
  done();
});
hooks.beforeEachValidation((transaction, done) => {
  const { headers } = transaction.real;
  if (headers["content-type"]) headers["content-type"] = headers["content-type"].replace(/;\\s*charset=utf-8$/, "");
  done();
});
`;
}
