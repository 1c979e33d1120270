import { valueAt } from "../answer.ts";
import { chosen, type Command, real, type Run } from "./command.ts";
import { type ApplicationModel, type KeyModel, newApplication, newKey } from "./model.ts";

const mostApplications = 3;
/** Live ones of an application. */
const mostKeys = 3;

/** Creates an application, and takes it for the one of the model. */
export async function createApplication(run: Run, application: ApplicationModel): Promise<void> {
  const { management, given, expect, facts } = run.world;
  const name = given.name();
  const answer = await management.createApplication({ name });
  expect(answer).toBeAccepted().at("/name").toEqual(name);
  expect(answer).at("/id").toBeText();
  const id = String(valueAt(answer.json, "/id"));
  const isKnown = [...run.applications.values()].some((other) => other.id === id);
  expect.value(isKnown, "whether an earlier application has the same id", answer).toEqual(false);
  run.applications.set(application, { id, name });
  // Where linking is not claimed, it may be possible and needed all the same.
  if (!facts.claims.includes("providers"))
    for (const provider of facts.providers) await management.linkProvider(id, provider);
}

export async function issueKey(run: Run, application: ApplicationModel, key: KeyModel): Promise<void> {
  const { management, given, expect } = run.world;
  const { id: applicationId } = real(run.applications, application);
  const answer = await management.createApiKey(applicationId, { description: given.name().slice(0, 50) });
  expect(answer).toBeAccepted().at("/fullKey").toBeText();
  expect(answer).at("/id").toBeText();
  const [id, fullKey] = ["/id", "/fullKey"].map((pointer) => String(valueAt(answer.json, pointer)));
  const isKnown = [...run.keys.values()].some((other) => other.fullKey === fullKey);
  expect.value(isKnown, "whether an earlier key is the same", answer).toEqual(false);
  run.keys.set(key, { id: id ?? "", fullKey: fullKey ?? "", applicationId });
}

/** Applications and their keys. */
export const accessCommands: readonly Command[] = [
  {
    name: "issue a key",
    plan({ applications }, step) {
      const application = chosen(applications, step);
      if (application === undefined || application.keys.filter(({ isLive }) => isLive).length >= mostKeys)
        return undefined;
      const key = newKey(application);
      return {
        text: `issue key ${key.number} of application ${application.number}`,
        carryOut: (run) => issueKey(run, application, key),
        record: () => void application.keys.push(key),
      };
    },
  },
  {
    name: "revoke a key",
    plan({ applications }, step) {
      const live = applications.flatMap((owner) =>
        owner.keys.filter(({ isLive }) => isLive).map((key) => ({ owner, key })),
      );
      const found = chosen(live, step);
      if (found === undefined) return undefined;
      const { owner, key } = found;
      return {
        text: `revoke key ${key.number} of application ${owner.number}`,
        async carryOut({ world, keys }) {
          const { applicationId, id } = real(keys, key);
          world.expect(await world.management.revokeApiKey(applicationId, id)).toBeAccepted();
        },
        record: () => void (key.isLive = false),
      };
    },
  },
  {
    name: "create an application",
    plan({ applications }) {
      if (applications.length >= mostApplications) return undefined;
      const application = newApplication(applications.length + 1);
      return {
        text: `create application ${application.number}`,
        carryOut: (run) => createApplication(run, application),
        record: () => void applications.push(application),
      };
    },
  },
  {
    name: "create an application of a name that is taken",
    plan({ applications }, step) {
      const application = chosen(applications, step);
      if (application === undefined) return undefined;
      return {
        text: `create another application of the name of application ${application.number}`,
        async carryOut({ world, applications: known }) {
          const { name } = real(known, application);
          world.expect(await world.management.createApplication({ name })).toBeRefusedWith(409);
        },
      };
    },
  },
];
