// Makes .github/guides/configuration.md of the configuration's JSON Schema.
import { readFileSync, writeFileSync } from "node:fs";

const schema = JSON.parse(read("../schemas/tool/configuration.schema.json"));
const page = new URL("../.github/guides/configuration.md", import.meta.url);

const step = "#/$defs/step";
const parts = [
  "# Configuration",
  "",
  "Made by `npm run reference` of [the configuration's JSON Schema](../../schemas/tool/configuration.schema.json).",
  "",
  `${schema.description} The file is \`kadosei-conformance.yaml\` in the working directory, or the one of \`--config\`;`,
  "[an example](../../fixtures/kadosei-conformance.example.yaml) shows every key.",
  "",
  ...table(rowsOf(schema, "")),
  "",
  "## Steps",
  "",
  `${schema.$defs.step.description} See [means](means.md).`,
  "",
  ...table(rowsOf(schema.$defs.step, "")),
  "",
];
writeFileSync(process.argv[2] ?? page, parts.join("\n"));

function read(path) {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

function table(rows) {
  const line = (cells) => `| ${cells.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
  return [["key", "form", "is"], ["---", "---", "---"], ...rows].map(line);
}

/** The keys below a node, each with what may stand there; objects are told by their keys. */
function rowsOf(node, prefix) {
  return Object.entries(node.properties ?? {}).flatMap(([name, member]) => {
    const key = prefix + name;
    const found = resolved(member);
    const items = found.items === undefined ? undefined : resolved(found.items);
    const isStep = member.$ref === step;
    const row = [`\`${key}\``, isStep ? "a [step](#steps)" : formOf(found, items), found.description ?? ""];
    if (isStep) return [row];
    return [row, ...rowsOf(found, `${key}.`), ...(items === undefined ? [] : rowsOf(items, `${key}[].`))];
  });
}

function resolved(node) {
  if (node.$ref === undefined) return node;
  const named = schema.$defs[node.$ref.replace("#/$defs/", "")];
  return { ...named, ...node };
}

function formOf(node, items) {
  if (node["x-expected"] !== undefined) return node["x-expected"];
  if (node.enum !== undefined) return node.enum.map((value) => `\`${value}\``).join(", ");
  if (items !== undefined && node.type !== "array") return `${formOf(node)}, or a list of ${formOf(items)}`;
  if (items !== undefined) return `list of ${formOf(items)}`;
  if (node.type === "integer") return `whole number from ${node.minimum} to ${node.maximum}`;
  if (node.type === "object" || Array.isArray(node.type)) return "mapping";
  return { string: "text", boolean: "`true` or `false`" }[node.type] ?? "any JSON value";
}
