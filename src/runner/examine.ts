import {
  type Claim,
  claims,
  configurationLine,
  type Examination,
  type Means,
  means,
  type Need,
  alternatives,
  type RunSettings,
  type Sign,
} from "../model/index.ts";
import { type Answer, type Judgeable, lookFor, type World } from "../suite/index.ts";
import { examineTarget } from "./examine-target.ts";
import { tryMeans } from "./examine-means.ts";
import { whyUnreachable } from "./gate.ts";
import { createRig, type Rig } from "./rig.ts";
import type { RunOptions } from "./run.ts";
import { select } from "./select.ts";
import { type Stop, stopFor } from "./stop.ts";

/**
 * Looks at a target before a run: whether it can be reached and lets the merchant in, what it serves of what it
 * claims, and which means are missing. Tries what it is given; cleans up after itself.
 *
 * @throws SelectionError when the selection leaves nothing to judge.
 */
export async function examine(options: Omit<RunOptions, "emit">): Promise<Examination> {
  const { settings, tool } = options;
  const requirements = select(options.suites, settings.selection);
  const stop = stopFor(settings, options.signal);
  const rig = createRig({ ...options, signal: stop.signal }, requirements);
  try {
    const signs = await signsOf(rig, settings, requirements, stop);
    return {
      tool,
      target: { url: rig.baseUrl, live: settings.target.live },
      signs: signs.map((sign) => ({ ...sign, says: rig.mask(sign.says) })),
      ready: signs.every(({ condition }) => condition === "good" || condition === "note"),
      leftOver: await rig.cleanUp(),
    };
  } finally {
    stop.end();
    await rig.close();
  }
}

/** Nothing more can be said of a target that does not let the merchant in. */
async function signsOf(
  rig: Rig,
  settings: RunSettings,
  requirements: readonly Judgeable[],
  stop: Stop,
): Promise<readonly Sign[]> {
  const closed = await whyUnreachable(rig, stop);
  if (closed !== undefined)
    return [{ about: "target", name: "login", condition: "bad", says: closed, next: howToGetIn }];
  const met: Answer[] = [];
  const world = rig.aside("doctor", (answer) => void met.push(answer));
  const target = await examineTarget(world, settings, met);
  if (target.some(({ name, condition }) => name === "keys" && condition === "bad")) return target;
  const capabilities = await examineClaims(world, settings.claims);
  return [...target, ...capabilities, ...(await examineMeans(world, settings, requirements, rig.given))];
}

const howToGetIn =
  "check `target.url` and the way to it (--proxy, --ca), the merchant's e-mail address and KADOSEI_PASSWORD";

async function examineClaims(world: World, claimed: readonly Claim[]): Promise<readonly Sign[]> {
  const looks = await Promise.all(claims.map(async (claim) => ({ claim, ...(await lookFor(world, claim)) })));
  const isUnclaimed = (look: Look) => look.presence === "served" && !claimed.includes(look.claim);
  const all = claims.filter((claim, i) => claimed.includes(claim) || looks[i]?.presence === "served");
  // One line for all of them, below the last.
  const last = looks.findLast(isUnclaimed);
  return looks.map((look) => {
    if (claimed.includes(look.claim)) return claimedSign(look);
    const says = isUnclaimed(look) ? `not claimed, but served: ${look.found}` : "not claimed, and not served";
    const next = look === last ? { next: `claims: [${all.join(", ")}]` } : {};
    return { about: "capability", name: look.claim, condition: "note", says, ...next };
  });
}

type Look = { readonly claim: Claim } & Awaited<ReturnType<typeof lookFor>>;

function claimedSign({ claim, presence, found }: Look): Sign {
  const about = "capability";
  if (presence === "served")
    return { about, name: claim, condition: "good", says: `claimed, and served: ${found}` };
  const next =
    presence === "absent"
      ? `leave ${claim} out of the claims if the target is not meant to serve it`
      : `until this answers, what needs ${claim} can't be judged`;
  return { about, name: claim, condition: "bad", says: `claimed, but ${found}`, next };
}

async function examineMeans(
  world: World,
  settings: RunSettings,
  requirements: readonly Judgeable[],
  given: readonly Means[],
): Promise<readonly Sign[]> {
  const signs: Sign[] = [];
  // One after the other: a clock that is moved must not meet a session that is being paid.
  for (const name of means) {
    const wanted = wantedBy(name, requirements, settings.claims, given);
    if (given.includes(name)) signs.push(await tryMeans(world, name, settings));
    else if (wanted.length > 0) signs.push(missing(name, wanted, settings.without));
  }
  return signs;
}

function missing(name: Means, wanted: readonly Judgeable[], without: readonly Means[]): Sign {
  const musts = wanted.filter(({ level }) => level === "MUST").length;
  const says = `${musts} MUST and ${wanted.length - musts} other requirements need it`;
  const next = configurationLine[name];
  if (without.includes(name))
    return { about: "means", name, condition: "note", says: `waived: ${says}`, next };
  const condition = musts > 0 ? "gap" : "note";
  return { about: "means", name, condition, says: `not given: ${says}`, next };
}

/** The requirements that a run could judge with these means and can't without. */
function wantedBy(
  name: Means,
  requirements: readonly Judgeable[],
  claimed: readonly Claim[],
  given: readonly Means[],
): readonly Judgeable[] {
  const wants = (need: Need) =>
    alternatives(need)[0] === name && !alternatives(need).some((one) => given.includes(one));
  const needsOf = ({ needs, cases, capability }: Judgeable) => [
    ...needs,
    ...cases
      .filter(({ variant }) => claimed.includes(variant?.capability ?? capability))
      .flatMap(({ variant }) => variant?.needs ?? []),
  ];
  return requirements.filter(
    (requirement) => claimed.includes(requirement.capability) && needsOf(requirement).some(wants),
  );
}
