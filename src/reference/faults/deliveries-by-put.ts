import { Agent, request } from "undici";
import { defineFault } from "../fault.ts";

const carefree = new Agent({ connect: { rejectUnauthorized: false }, keepAliveTimeout: 1 });

export const fault = defineFault({
  title: "Delivers by PUT",
  breaks: "webhook-delivery/signs",
  wrap: (parts) => ({
    ...parts,
    outbound: {
      ...parts.outbound,
      post: async (url, body, headers) => {
        const objection = parts.urlGuard.objection(new URL(url));
        if (objection !== undefined) throw new Error(objection);
        const answer = await request(url, { method: "PUT", body, headers, dispatcher: carefree });
        return { status: answer.statusCode, text: await answer.body.text() };
      },
    },
  }),
});
