import { defineFault } from "../fault.ts";

const compact = (text: string): string | undefined => {
  try {
    const { protected: header, payload, signature } = JSON.parse(text);
    return typeof header === "string" ? [header, payload, signature].join(".") : undefined;
  } catch {
    return undefined;
  }
};

export const fault = defineFault({
  title: "Takes a token in JSON for one in the compact form",
  breaks: "token-forgery/json-serialisation",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      bearer: (headers) => {
        const sent = headers.get("authorization")?.replace(/^bearer +/i, "") ?? "";
        return compact(sent) ?? parts.authenticator.bearer(headers);
      },
    },
  }),
});
