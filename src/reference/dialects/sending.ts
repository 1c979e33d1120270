import type { Event } from "../events.ts";
import type { Parts } from "../parts.ts";
import type { Sender } from "../sender.ts";

const renamed = ({ id, type, createdAt, data }: Event) => ({
  specversion: "1.0",
  event: type,
  eventId: id,
  occurredAt: createdAt,
  payload: { object: data },
});

/** The reference sender writes what it is given: here an event whose members have other names. */
export const sendAs = ({ outbound, signer }: Parts): Sender["attempt"] => {
  return async (webhook, event) => {
    const body = JSON.stringify(renamed(event), null, 2);
    try {
      return await outbound.post(webhook.url, body, signer.headers(body, webhook.signingSecret));
    } catch {
      return undefined;
    }
  };
};

/** Internal addresses are objected to when something is sent there, and not before. */
export const late = (parts: Parts): Parts => ({
  ...parts,
  urlGuard: { ...parts.urlGuard, objection: () => undefined },
  outbound: {
    ...parts.outbound,
    post: async (url, body, headers) => {
      const objection = parts.urlGuard.objection(new URL(url));
      if (objection !== undefined) throw new Error(`The URL ${objection}`);
      return parts.outbound.post(url, body, headers);
    },
  },
});
