import type { Use } from "./parts.ts";
import type { Invite } from "./records.ts";
import { Refusal } from "./refusal.ts";

/** Sign-up tokens: good once, for two hours. */
export interface Invites {
  issue(seconds?: number): Invite;
  /** The usable invite behind the token; 400 when there is none, 410 when its time is over. */
  check(token: string | null): Invite;
  use(invite: Invite): void;
}

export const createInvites = (use: Use): Invites => {
  const invites = new Map<string, Invite>();
  return {
    issue: (seconds = use().limits.inviteSeconds) => {
      const token = use().secrets.inviteToken();
      const invite = { token, expiresAt: use().clock.now() + seconds * 1000, usedAt: null };
      invites.set(token, invite);
      return invite;
    },
    check: (token) => {
      const invite = token === null ? undefined : invites.get(token);
      if (invite === undefined) throw new Refusal(400, "token is missing or invalid");
      if (invite.usedAt !== null) throw new Refusal(410, "token was already used");
      if (invite.expiresAt <= use().clock.now()) throw new Refusal(410, "token has expired");
      return invite;
    },
    use: (invite) => {
      invite.usedAt = use().clock.now();
    },
  };
};
