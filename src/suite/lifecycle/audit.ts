import { type Answer, valueAt } from "../answer.ts";
import { moneyOf } from "../money.ts";
import { expectEachListed } from "../providers.ts";
import { listedRefunds } from "../refunds.ts";
import { expectListedAs } from "../webhooks.ts";
import { real, type Run, under } from "./command.ts";
import type { ApplicationModel, KeyModel, Model, SessionModel } from "./model.ts";

/** Judges that all there is on the target is as the model has it. */
export async function audit(run: Run, { applications, sessions }: Model): Promise<void> {
  await Promise.all([
    ...applications.flatMap((application) => [
      ...application.keys
        .filter((key) => !isShown(key, application, sessions))
        .map((key) => auditKey(run, application, key)),
      auditProviders(run, application),
      ...auditHooks(run, application),
    ]),
    ...sessions.map((session) => auditSession(run, session)),
  ]);
}

/** Whether reading a session shows that a key is live, so that it need not be tried by itself. */
function isShown(key: KeyModel, { isEnabled }: ApplicationModel, sessions: readonly SessionModel[]): boolean {
  return isEnabled && key.isLive && sessions.some((session) => session.key === key);
}

async function auditKey(run: Run, { isEnabled }: ApplicationModel, key: KeyModel): Promise<void> {
  const { given, payments, expect } = under(run, key);
  const answer = await payments.readSession(given.absentId());
  const judged = expect(answer, `it was read under key ${key.number}, ${stateOf(isEnabled, key)}`);
  // What is said first, that the key is dead or that its application is disabled, is open.
  if (!isEnabled) judged.toBeRefusedWith(...(key.isLive ? [401, 403, 404] : [401, 403]));
  else if (key.isLive) judged.toBeLetIn();
  else judged.toBeRefusedWith(401);
}

function stateOf(isEnabled: boolean, { isLive }: KeyModel): string {
  return `which is ${isLive ? "live" : "revoked"}${isEnabled ? "" : ", of a disabled application"}`;
}

async function auditProviders({ world, applications }: Run, application: ApplicationModel): Promise<void> {
  const { id: applicationId } = real(applications, application);
  const links = application.providers.map(({ name, isActive, paymentMethods }) => {
    const provider = world.facts.providers.find((one) => one.name === name);
    if (provider === undefined) throw new Error("the model knows a provider that the run does not");
    return { applicationId, provider, state: { isActive, paymentMethods } };
  });
  if (links.length > 0) await expectEachListed(world, applicationId, links);
}

function auditHooks(
  { world, applications, hooks }: Run,
  application: ApplicationModel,
): readonly Promise<void>[] {
  const { id: applicationId } = real(applications, application);
  return application.hooks.map((hook) => {
    const { id, url } = real(hooks, hook);
    const webhook = { id, applicationId, signingSecret: "" };
    return expectListedAs(world, webhook, { url, isActive: hook.isActive });
  });
}

/** Under the key that made it, as long as that is good; what a sibling key may see is not stated. */
async function auditSession(run: Run, session: SessionModel): Promise<void> {
  if (!session.key.isLive) return;
  const { payments, expect } = under(run, session.key);
  const { id, order } = real(run.sessions, session);
  const answer = await payments.readSession(id);
  if (!session.application.isEnabled) {
    expect(answer, "the application of this session is disabled").toBeRefused();
    return;
  }
  expect(answer).toBeAccepted().at("/orderReference").toEqual(order.orderReference);
  if (session.status === "OVER") expect(answer).at("/status").toDifferFrom("SUCCEEDED");
  else if (session.isOpen) expect(answer).at("/status").toDifferFrom("REFUNDED");
  else expect(answer).at("/status").toEqual(session.status);
  if (session.isOpen) return;
  expect
    .value(amountsOn(answer), "amounts of the refunds on the session", answer)
    .toEqual(session.refunds.map(({ cents }) => moneyOf(cents)).toSorted((one, other) => one - other));
}

function amountsOn(answer: Answer): readonly unknown[] {
  return listedRefunds(answer)
    .map((entry) => Number(valueAt(entry, "/amount")))
    .toSorted((one, other) => one - other);
}
