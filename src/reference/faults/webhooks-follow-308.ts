import { Agent, request } from "undici";
import { defineFault } from "../fault.ts";

const carefree = new Agent({ connect: { rejectUnauthorized: false }, keepAliveTimeout: 1 });

export const fault = defineFault({
  title: "Follows permanent redirects wherever they lead",
  breaks: "webhooks/refuses-internal-addresses",
  wrap: (parts) => ({
    ...parts,
    outbound: {
      ...parts.outbound,
      post: async (url, body, headers) => {
        const answer = await parts.outbound.post(url, body, headers);
        if (!(answer.status === 308)) return answer;
        const options = { method: "POST", body, headers, dispatcher: carefree } as const;
        const first = await request(url, options);
        await first.body.dump();
        const second = await request(String(first.headers["location"]), options);
        return { status: second.statusCode, text: await second.body.text() };
      },
    },
  }),
});
