// Schemathesis: requests generated from the description in all its phases, answers judged by all its checks.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const schemathesis = {
  name: "Schemathesis",
  command: "schemathesis",
  async findings({ target, documents, folder, run }) {
    writeFileSync(join(folder, "openapi.json"), JSON.stringify(documents.openapi31));
    writeFileSync(join(folder, "schemathesis.toml"), settings(target));
    const found = join(folder, "found.json");
    const given = ["--config-file", "schemathesis.toml", "run", "openapi.json", "--url", target.url];
    given.push("--phases", "examples,coverage,fuzzing,stateful", "--checks", "all", "--seed", "42");
    given.push("--max-examples", "25", "--continue-on-failure", "--no-shrink", "--no-color");
    given.push("--generation-database", "none", "--baseline", found, "--baseline-update");
    const output = await run("schemathesis", given);
    if (!output.includes("Test cases:")) throw new Error(output.slice(-500));
    return existsSync(found) ? JSON.parse(readFileSync(found, "utf8")).entries.map(identity) : [];
  },
};

/** What its own baseline file takes for the same failure. */
function identity({ operation, check, failure, signature }) {
  return [operation, check, failure, signature].join(" · ");
}

/**
 * The application and the provider are given; other ids come from examples and from answers, so that what it makes is
 * what it reads and deletes. A refund needs a paid session.
 */
function settings({ credentials, parameters }) {
  return `
[auth.openapi.jwt]
bearer = "${credentials.jwt}"
[auth.openapi.apiKey]
bearer = "${credentials.apiKey}"
[parameters]
applicationId = "${parameters.applicationId}"
providerName = "${parameters.providerName}"
[[operations]]
include-name = "POST /api/v1/sessions/{sessionId}/refunds"
parameters = { sessionId = "${parameters.sessionId}" }
`;
}
