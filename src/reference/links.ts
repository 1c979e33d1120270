import type { Session } from "./records.ts";

/** URLs of this very server; its own address is known only once it listens. */
export interface Links {
  checkout(session: Session): string;
  setOrigin(origin: string): void;
}

export const createLinks = (): Links => {
  let origin = "http://127.0.0.1";
  return {
    checkout: ({ id }) => `${origin}/checkout/${id}`,
    setOrigin: (given) => {
      origin = given;
    },
  };
};
