// Step CI: the workflow it generates from the description, with credentials, and a step without each credential.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { moved, operations } from "./description.mjs";

export const stepCi = {
  name: "Step CI",
  command: "stepci",
  async findings(given) {
    const { target, documents, folder, run } = given;
    generated ??= { target, text: generate(given) };
    const text = moved(await generated.text, generated.target, target);
    const workflow = completed(parse(text), target, documents.openapi30);
    writeFileSync(join(folder, "workflow.yml"), stringify(workflow, { aliasDuplicateObjects: false }));
    const output = await run("stepci", ["run", "workflow.yml"]);
    if (!output.includes("Steps:")) throw new Error(output.slice(-500));
    return failedChecks(output);
  },
};

let generated;

async function generate({ documents, folder, run }) {
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(documents.openapi30));
  await run("stepci", ["generate", "openapi.json", "workflow.yml", "--checkExamples=false"]);
  return readFileSync(join(folder, "workflow.yml"), "utf8");
}

/** Tests run side by side and end with their first failure, so all steps become one test that goes on. */
function completed(workflow, { credentials }, document) {
  const schemes = new Map(operations(document).map(({ name, scheme }) => [name, scheme]));
  const written = Object.values(workflow.tests)
    .flatMap(({ steps }) => steps)
    .toSorted((one, other) => order(one) - order(other));
  const steps = written.flatMap((step) => {
    const credential = credentials[schemes.get(step.id)];
    if (credential === undefined) return [step];
    const headers = { ...step.http.headers, Authorization: `Bearer ${credential}` };
    const bare = { ...step, id: `${step.id}Bare`, name: `${step.name} without a credential` };
    return [
      { ...step, http: { ...step.http, headers } },
      { ...bare, http: { ...step.http, check: { status: 401 } } },
    ];
  });
  return {
    ...workflow,
    config: { ...workflow.config, continueOnFail: true },
    tests: { all: { name: "all", steps } },
  };
}

function order({ http }) {
  return ["POST", "GET", "PATCH", "DELETE"].indexOf(http.method);
}

/** What it prints, which is the only report it has: a heading for each step, and a cross for each check. */
function failedChecks(output) {
  let step = "";
  return output.split("\n").flatMap((line) => {
    step = line.match(/^● .* › (.*)$/)?.[1] ?? step;
    const check = line.match(/^✕ (.*)$/)?.[1];
    return check === undefined ? [] : [`${step} · ${check}`];
  });
}
