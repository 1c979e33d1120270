import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Shows a question mark for a character beyond the basic plane in a key's description",
  breaks: "validation/valid-is-shown",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      apiKey: (key) =>
        parts.views.apiKey({ ...key, description: key.description.replace(/[\u{10000}-\u{10ffff}]/gu, "?") }),
    },
  }),
});
