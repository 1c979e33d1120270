import { isHere, type RunSettings, type Sign } from "../model/index.ts";
import { type Answer, headerIn, isSuccess, summary, valueAt, type World } from "../suite/index.ts";
import { Blocked } from "../suite/index.ts";

/** What holds for the target as a whole. `met` gathers every answer of the examination. */
export async function examineTarget(
  world: World,
  settings: RunSettings,
  met: readonly Answer[],
): Promise<readonly Sign[]> {
  const login = await world.visitor.login(settings.merchant);
  return [
    loginSign(login),
    clockSign(login),
    await transportSign(world, settings),
    await keySign(world, settings),
    await rateSign(world, settings, met),
  ].map((sign): Sign => ({ about: "target", ...sign }));
}

type TargetSign = Omit<Sign, "about">;

function loginSign(login: Answer): TargetSign {
  const lifetime = valueAt(login.json, "/expiresIn");
  if (!isSuccess(login)) {
    const next = "until the login answers with a token, nothing else can be judged";
    return { name: "login", condition: "bad", says: summary(login).slice(0, 300), next };
  }
  const took = `${Math.round(login.exchange.durationMs)} ms`;
  return { name: "login", condition: "good", says: `answered in ${took}; its token lasts ${lifetime} s` };
}

/** A clock that is a minute off is nothing that a client would notice, but for the lives of tokens. */
const noticeable = 60;

function clockSign(login: Answer): TargetSign {
  const said = Date.parse(headerIn(login, "date") ?? "");
  if (Number.isNaN(said))
    return { name: "time", condition: "note", says: "no answer tells the target's time" };
  const ahead = Math.round((said - Date.now()) / 1000);
  if (Math.abs(ahead) <= noticeable)
    return { name: "time", condition: "good", says: "its clock agrees with this machine's" };
  const how = `${Math.abs(ahead)} s ${ahead > 0 ? "ahead of" : "behind"}`;
  const next = "set one of the two clocks right: tokens and sessions are judged by their instants";
  return { name: "time", condition: "note", says: `its clock is ${how} this machine's`, next };
}

async function transportSign({ handshakes }: World, { target }: RunSettings): Promise<TargetSign> {
  const name = "transport";
  if (!/^https:/i.test(target.url)) {
    const isNear = isHere(target);
    const says = isNear ? "plain HTTP on this machine" : "plain HTTP: everybody in between can read along";
    return { name, condition: "note", says, ...(isNear ? {} : { next: "serve the API over HTTPS" }) };
  }
  const versions = ["TLSv1.2", "TLSv1.3"] as const;
  try {
    const spoken = [];
    for (const version of versions) if (await handshakes.speaks(version)) spoken.push(version);
    const trust = target.tls.insecure
      ? "; any certificate is accepted (--insecure)"
      : "; its certificate is trusted";
    return { name, condition: target.tls.insecure ? "note" : "good", says: spoken.join(" and ") + trust };
  } catch (error) {
    return { name, condition: "note", says: error instanceof Error ? error.message : String(error) };
  }
}

/** Live keys move real money: the run would stop before it used one. */
async function keySign({ given }: World, { target }: RunSettings): Promise<TargetSign> {
  const name = "keys";
  try {
    const { apiKey } = await given.sharedApplication();
    if (!apiKey.startsWith("ks_live_"))
      return { name, condition: "good", says: "an API key was issued, no live one" };
    if (isHere(target)) return { name, condition: "note", says: "it issues live keys, on this machine" };
    if (target.live)
      return {
        name,
        condition: "note",
        says: "LIVE KEYS ARE ALLOWED: sessions and refunds of a run are real",
      };
    const next = "use a sandbox merchant, or set `target.live: true` if real payments are meant";
    return {
      name,
      condition: "bad",
      says: "it issued a live key: a run would stop before the first session",
      next,
    };
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    const next = "until a key is issued, give one: application: { id: …, apiKey: ${KADOSEI_API_KEY} }";
    return { name, condition: "bad", says: error.message, next };
  }
}

/** As many reads at once as a run would send, to see whether that is too many. */
async function rateSign(
  { given, together }: World,
  { limits }: RunSettings,
  met: readonly Answer[],
): Promise<TargetSign> {
  const name = "rate";
  const absent = given.absentId();
  await together(limits.concurrency, ({ payments }) => payments.readSession(absent));
  const putOff = met.filter(({ status }) => status === 429).length;
  if (putOff === 0)
    return { name, condition: "good", says: `${limits.concurrency} requests at once met no rate limit` };
  const next = "limits: { concurrency: …, requestsPerSecond: … } below what the target allows saves waiting";
  return {
    name,
    condition: "note",
    says: `${putOff} requests were put off with 429; a run waits them out`,
    next,
  };
}
