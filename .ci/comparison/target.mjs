// A reference server with a fault, or none if it is empty, and what a tool needs to test it: credentials, ids, bodies.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";

const bin = new URL("../../dist/src/cli/main.js", import.meta.url).pathname;

/** Serves, sets up through the API, and gives everything back; `close` ends the server. */
export async function startTarget(fault, document) {
  const args = [bin, "serve", "--json", ...(fault === "" ? [] : ["--fault", fault])];
  const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(server.stdout, "data");
  const { url, controlUrl, merchants } = JSON.parse(line.toString());
  const close = async () => {
    server.kill();
    await once(server, "exit");
  };
  try {
    return { url, close, ...(await setUp({ url, controlUrl, merchant: merchants[0], document })) };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Two applications: what a tool does to the one it manages, such as switching it off, must not take away the key it
 * pays with. The session is paid, so that it can be refunded.
 */
async function setUp({ url, controlUrl, merchant, document }) {
  const example = (path, method = "post") =>
    document.paths[`/api/v1${path}`][method].requestBody.content["application/json"].example;
  const { accessToken } = await post(`${url}/api/v1/auth/login`, merchant);
  const manage = (path, body) =>
    post(`${url}/api/v1${path}`, body, { authorization: `Bearer ${accessToken}` });
  const applications = [];
  for (const name of ["managed", "paying"]) {
    const { id } = await manage("/applications", { name });
    const key = await manage(`/applications/${id}/api-keys`, { description: name });
    await manage(`/applications/${id}/providers`, example("/applications/{applicationId}/providers"));
    applications.push({ id, key });
  }
  const [managed, paying] = applications;
  const webhook = await manage(
    `/applications/${managed.id}/webhooks`,
    example("/applications/{applicationId}/webhooks"),
  );
  const session = await post(`${url}/api/v1/sessions`, example("/sessions"), {
    authorization: `Bearer ${paying.key.fullKey}`,
    "idempotency-key": randomUUID(),
  });
  await post(`${controlUrl}/sessions/${session.sessionId}/pay`);
  const [invite, spare] = [await post(`${controlUrl}/invites`), await post(`${controlUrl}/invites`)];
  return {
    credentials: { jwt: accessToken, apiKey: paying.key.fullKey },
    parameters: {
      applicationId: managed.id,
      keyId: managed.key.id,
      providerName: "stripe",
      webhookId: webhook.id,
      sessionId: session.sessionId,
      token: invite.token,
      spareToken: spare.token,
    },
    bodies: {
      login: merchant,
      linkProvider: { ...example("/applications/{applicationId}/providers"), name: "adyen" },
    },
  };
}

async function post(url, body, headers = {}) {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body ?? {}),
  });
  return answer.json();
}
