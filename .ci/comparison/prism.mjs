// Prism: a proxy that compares with the description what passes it. The requests are ours.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { operations } from "./description.mjs";

export const prism = {
  name: "Prism",
  command: "prism",
  async findings({ target, documents, folder, env }) {
    const document = documents.openapi31;
    writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
    const port = String(await freePort());
    const proxy = spawn("prism", ["proxy", "openapi.json", target.url, "--port", port], { cwd: folder, env });
    try {
      await listening(proxy);
      return await walk(`http://127.0.0.1:${port}`, document, target);
    } finally {
      if (proxy.kill()) await once(proxy, "exit");
    }
  },
};

/** Every operation with its example, without a credential and with ids of nothing; what is deleted is deleted last. */
async function walk(url, document, { credentials, parameters }) {
  const found = [];
  const all = operations(document).toSorted((one, other) => order(one) - order(other));
  for (const one of all) {
    const own = await sent(url, one, parameters, credentials[one.scheme]);
    const bare = one.scheme === undefined ? [] : await sent(url, one, parameters);
    const nothing = { ...parameters, applicationId: randomUUID(), sessionId: randomUUID() };
    const absent = await sent(url, one, nothing, credentials[one.scheme]);
    found.push(...own, ...bare.map((text) => `bare ${text}`), ...absent.map((text) => `absent ${text}`));
  }
  return found;
}

function order({ method }) {
  return ["post", "get", "patch", "delete"].indexOf(method);
}

async function sent(url, { path, method, name, operation }, parameters, credential) {
  const target = new URL(url + path.replaceAll(/\{(\w+)\}/g, (_, id) => parameters[id]));
  const headers = credential === undefined ? {} : { authorization: `Bearer ${credential}` };
  for (const parameter of operation.parameters ?? []) {
    if (parameter.in === "query") target.searchParams.set(parameter.name, parameter.example);
    if (parameter.in === "header") headers[parameter.name] = parameter.example;
  }
  const body = operation.requestBody?.content["application/json"].example;
  if (body !== undefined) headers["content-type"] = "application/json";
  const answer = await fetch(target, { method: method.toUpperCase(), headers, body: JSON.stringify(body) });
  await answer.text();
  return JSON.parse(answer.headers.get("sl-violations") ?? "[]")
    .filter(({ location }) => location[0] === "response")
    .map(({ location, message }) => `${name} · ${answer.status} · ${location.join(".")} · ${message}`);
}

/** Its output is read to the end, or it would stand still. */
async function listening(proxy) {
  let output = "";
  await new Promise((done, fail) => {
    proxy.stdout.on("data", (chunk) => {
      output += chunk;
      if (output.includes("Prism is listening")) done();
    });
    proxy.on("exit", () => fail(new Error(output)));
  });
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}
