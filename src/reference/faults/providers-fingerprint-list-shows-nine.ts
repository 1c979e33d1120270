import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Shows one character too many of a credential, in the list only",
  breaks: "providers/masks-credential",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      page: (call, items, view) =>
        parts.pager.page(call, items, (item) => {
          const shown = view(item);
          if (call.operation !== "listProviders" || typeof shown !== "object") return shown;
          const apiKey = String(Object(item).apiKey);
          return { ...shown, keyFingerprint: `${apiKey.slice(0, 9)}********${apiKey.slice(-4)}` };
        }),
    },
  }),
});
