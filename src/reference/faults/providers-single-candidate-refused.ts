import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refuses orders while an application has only one provider",
  breaks: "providers/routes-to-the-only-candidate",
  wrap: (parts) => ({
    ...parts,
    router: {
      ...parts.router,
      choose: (applicationId, order) => {
        const isAlone = parts.providers.of(applicationId).length === 1;
        if (isAlone) throw new Refusal(422, "Routing needs a choice of providers");
        return parts.router.choose(applicationId, order);
      },
    },
  }),
});
