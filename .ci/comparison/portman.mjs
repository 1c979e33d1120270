// Portman: a Postman collection with contract tests, and variations that have to be refused, run by Newman.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { moved, operations } from "./description.mjs";

const every = { openApiOperation: "*::/*" };
const on = { enabled: true };
const bounds = { minimumNumberFields: on, maximumNumberFields: on, minLengthFields: on, maxLengthFields: on };
const fields = [{ requiredFields: on, ...bounds }];

const settings = {
  version: 1,
  tests: {
    contractTests: ["statusSuccess", "contentType", "jsonBody", "schemaValidation", "headersPresent"].map(
      (check) => ({ ...every, [check]: on }),
    ),
    variationTests: [
      refusal(401, { name: "no credential", overwrites: [{ overwriteRequestSecurity: { remove: true } }] }, [
        "login",
      ]),
      refusal(400, {
        name: "invalid",
        fuzzing: [{ requestBody: fields, requestQueryParams: fields, requestHeaders: fields }],
      }),
    ],
  },
};

export const portman = {
  name: "Portman and Newman",
  command: "portman",
  async findings(given) {
    const { target, documents, folder, run } = given;
    generated ??= { target, text: generate(given) };
    const text = moved(await generated.text, generated.target, target);
    const collection = completed(JSON.parse(text), target, documents.openapi30);
    writeFileSync(join(folder, "collection.json"), JSON.stringify(collection));
    const report = ["--reporters", "json", "--reporter-json-export", "report.json"];
    await run("newman", ["run", "collection.json", "--timeout-request", "10000", ...report]);
    const { failures } = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")).run;
    return failures.map(({ source, error }) => `${source.name} · ${error.test ?? error.message}`);
  },
};

let generated;

async function generate({ documents, folder, run }) {
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(documents.openapi30));
  writeFileSync(join(folder, "portman.json"), JSON.stringify(settings));
  const files = ["--portmanConfigFile", "portman.json", "--output", "collection.json"];
  await run("portman", ["--local", "openapi.json", ...files]);
  return readFileSync(join(folder, "collection.json"), "utf8");
}

function refusal(status, variation, excludeForOperations = []) {
  const tests = {
    contractTests: [{ statusCode: { ...on, code: status } }, { jsonBody: on }, { schemaValidation: on }],
  };
  return {
    ...every,
    excludeForOperations,
    openApiResponse: String(status),
    variations: [{ ...variation, tests }],
  };
}

/**
 * A collection knows one bearer token; here each request gets the one of its operation. What is deleted is deleted
 * last. Sign-ups that have to be refused get an invitation that the accepted one has not used up.
 */
function completed(collection, { credentials, parameters }, document) {
  const schemes = new Map(
    operations(document).map(({ path, method, scheme }) => [`${method} ${path}`, scheme]),
  );
  const visit = (item) => {
    item.item?.sort(
      (one, other) => (one.request?.method === "DELETE") - (other.request?.method === "DELETE"),
    );
    item.item?.forEach(visit);
    if (item.request === undefined) return;
    const { auth, method, url } = item.request;
    const path = `/${url.path.map((part) => part.replace(/^:(.*)/, "{$1}")).join("/")}`;
    if (auth?.type === "bearer") {
      auth.bearer[0].value = credentials[schemes.get(`${method.toLowerCase()} ${path}`)];
    }
    const token = url.query?.find(({ key, value }) => key === "token" && value === parameters.token);
    if (token !== undefined && item.name.includes("[")) token.value = parameters.spareToken;
  };
  visit(collection);
  return collection;
}
