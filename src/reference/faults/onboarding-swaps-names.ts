import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers with the first and last name of the administrator swapped",
  breaks: "onboarding/echoes-what-was-sent",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      signUp: ({ organization, admin }) =>
        parts.views.signUp({
          organization,
          admin: { ...admin, firstName: admin.lastName, lastName: admin.firstName },
        }),
    },
  }),
});
