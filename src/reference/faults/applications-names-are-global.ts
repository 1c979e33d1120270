import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets a name be used by one merchant only",
  breaks: "applications/names-are-per-merchant",
  wrap: (parts) => {
    const taken = new Set<string>();
    return {
      ...parts,
      names: {
        ...parts.names,
        isApplicationTaken: (_, name) => {
          const isTaken = taken.has(name);
          taken.add(name);
          return isTaken;
        },
      },
    };
  },
});
