import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers with the address of the contact in place of the state",
  breaks: "onboarding/echoes-what-was-sent",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      signUp: ({ organization, admin }) => {
        const { city } = organization.registeredAddress;
        const registeredAddress = { ...organization.registeredAddress, state: city };
        return parts.views.signUp({ admin, organization: { ...organization, registeredAddress } });
      },
    },
  }),
});
