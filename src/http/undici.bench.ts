import { Agent, type Dispatcher, request } from "undici";

export interface BareRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The yardstick for our client: undici as its documentation shows it, one call and its text. */
export function openBareUndici(): { send(sent: BareRequest): Promise<string>; close(): Promise<void> } {
  const dispatcher = new Agent();
  return {
    async send({ url, method, headers, body }) {
      const options = { dispatcher, method: method as Dispatcher.HttpMethod, headers, body: body ?? null };
      const answer = await request(url, options);
      const text = await answer.body.text();
      if (answer.statusCode >= 300) throw new Error(`${method} ${url} answered ${answer.statusCode}`);
      return text;
    },
    close: () => dispatcher.destroy(),
  };
}
