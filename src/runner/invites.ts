import { type DriverStep, howToGive, type RunSettings } from "../model/index.ts";
import { Blocked, type Invite, type Invites, NotServed, parsed, valueAt } from "../suite/index.ts";

export interface InviteParts {
  /** Carries the step out; gives what it answered or printed. */
  readonly carry: (step: DriverStep) => Promise<string>;
  readonly keepSecret: (value: string, name: string) => void;
}

/** Tokens from a step that issues them, or from a list of which each is good once. */
export function createInvites({ invites }: Pick<RunSettings, "invites">, parts: InviteParts): Invites {
  if (invites === undefined) return { issue: unconfigured, issueNew: unconfigured };
  if ("issue" in invites) {
    const issue = () => issued(invites.issue, parts);
    return { issue, issueNew: issue };
  }
  const left = [...invites.tokens];
  return {
    issue: async () => {
      const token = left.shift() ?? usedUp(invites.tokens.length);
      keepParts(token, parts);
      return { token };
    },
    issueNew: async () => {
      throw new NotServed("invites made as they are needed: configure `invites.issue`");
    },
  };
}

async function unconfigured(): Promise<never> {
  throw new Blocked(`there are no invite tokens (${howToGive.invites})`);
}

function usedUp(count: number): never {
  throw new Blocked(
    `all ${count} tokens listed in \`invites\` are used up: list more, or configure \`invites.issue\``,
  );
}

async function issued(step: DriverStep, { carry, keepSecret }: InviteParts): Promise<Invite> {
  const token = tokenIn(await carry(step), "token" in step ? step.token : undefined);
  keepSecret(token, "KADOSEI_INVITE");
  keepParts(token, { keepSecret });
  return { token };
}

/** Checks send what is nearly an invite, which gives it away as well. */
function keepParts(token: string, { keepSecret }: Pick<InviteParts, "keepSecret">): void {
  keepSecret(token.slice(0, -1), "KADOSEI_INVITE_CUT");
  keepSecret(token.slice(0, Math.ceil(token.length / 2)), "KADOSEI_INVITE_HALF");
  keepSecret([...token].toReversed().join(""), "KADOSEI_INVITE_REVERSED");
}

/** At the JSON pointer where there is one; else all that was answered or printed. */
function tokenIn(text: string, pointer: string | undefined): string {
  const token = pointer === undefined ? text.trim() : valueAt(parsed(text), pointer);
  if (typeof token === "string" && token !== "") return token;
  throw new Blocked(
    pointer === undefined
      ? "`invites.issue` gave no token: it answered nothing"
      : `\`invites.issue\` gave no token: its answer has no string at ${pointer} (\`invites.issue.token\`)`,
  );
}
