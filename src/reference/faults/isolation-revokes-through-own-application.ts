import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Checks the application of the path, and then revokes whatever key is named",
  breaks: "isolation/another-merchants-api-keys",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      apiKey: (call) => {
        parts.access.application(call);
        const all = [...parts.applications.all()].flatMap(({ id }) => parts.keyRing.of(id));
        return all.find(({ id }) => id === call.params["keyId"]) ?? parts.access.apiKey(call);
      },
    },
  }),
});
