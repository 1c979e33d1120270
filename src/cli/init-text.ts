import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { tool } from "../library/tool.ts";
import { configurationLine, type Means } from "../model/index.ts";
import type { InitAnswers } from "./init-answers.ts";

/** A commented configuration. The means that are still to be described stand in it as comments. */
export function configurationText(answers: InitAnswers, file: string): string {
  const { url, email, secondEmail, claims, wanted, without } = answers;
  const open = wanted.filter((name) => name !== "secondMerchant" || secondEmail === undefined);
  return [
    `# yaml-language-server: $schema=${schemaFrom(file)}`,
    "#",
    "# What kadosei-conformance is told of its target. ${NAME} is the environment variable NAME; keep secrets there.",
    "",
    "target:",
    `  url: ${scalar(url)} # the base path is appended`,
    "  basePath: /api/v1",
    "  # live: true # allows a live key (ks_live_…): the run then makes real payments",
    "",
    "# What the target claims to serve; what is not claimed is skipped.",
    `claims: [${claims.join(", ")}]`,
    "",
    "# Means that a run knowingly lacks: the requirements that need them stay unjudged, by name.",
    `without: [${without.join(", ")}]`,
    "",
    "merchant:",
    `  email: ${scalar(email)}`,
    "  password: ${KADOSEI_PASSWORD}",
    ...(secondEmail === undefined ? [] : secondMerchant(secondEmail)),
    ...(claims.includes("providers") ? providers : []),
    ...(open.length === 0 ? [] : meansToDescribe(open)),
    "",
    "# Every other key: fixtures/kadosei-conformance.example.yaml of the package.",
    "",
  ].join("\n");
}

function secondMerchant(email: string): readonly string[] {
  return [
    "",
    "# Another merchant's account, for the requirements about isolation.",
    "secondMerchant:",
    `  email: ${scalar(email)}`,
    "  password: ${KADOSEI_SECOND_PASSWORD}",
  ];
}

const providers = [
  "",
  "# What the target can link, the default first; left out, stripe and adyen with keys that are not real.",
  "# providers:",
  "#   - { name: stripe, paymentMethods: [card], credentials: { apiKey: ${STRIPE_SANDBOX_KEY} } }",
];

function meansToDescribe(open: readonly Means[]): readonly string[] {
  return [
    "",
    "# How a run is given the rest of its means: fill in, and uncomment. Until then `doctor` names them as missing.",
    ...open.map((name) => `# ${configurationLine[name]}`),
  ];
}

/** Plain where YAML and `${…}` leave it as it is, and in quotes otherwise. */
function scalar(text: string): string {
  const escaped = text.replaceAll("${", "$${");
  return /^[A-Za-z][\w.+@/-]*(:\/\/[\w.:/-]*\w\/?)?$/.test(text) ? text : JSON.stringify(escaped);
}

/** Where an editor finds the schema: in the project's own installation, else where packages are published. */
function schemaFrom(file: string): string {
  const schema = "schemas/tool/configuration.schema.json";
  try {
    const manifest = createRequire(file).resolve(`${tool.name}/package.json`);
    const path = relative(dirname(file), join(dirname(manifest), schema));
    return path.startsWith(".") ? path : `./${path}`;
  } catch {
    return `https://unpkg.com/${tool.name}@${tool.version}/${schema}`;
  }
}
