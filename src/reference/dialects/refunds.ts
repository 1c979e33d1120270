import { defineDialect } from "../fault.ts";
import type { Dialect } from "../fault.ts";
import type { Ledger } from "../ledger.ts";
import { Refusal } from "../refusal.ts";

const delayMs = 120;

/** What the documentation leaves open about refunds. */
export const refunds: Readonly<Record<string, Dialect>> = {
  "refunds-take-a-while": defineDialect({
    title: "Leaves a refund PENDING for a while; the session follows when it is COMPLETED",
    wrap: (parts) => ({
      ...parts,
      ledger: {
        ...parts.ledger,
        settle: (refund) =>
          void setTimeout(() => quietly(() => parts.ledger.settle(refund)), delayMs).unref(),
      },
    }),
  }),

  "refunds-answer-202": defineDialect({
    title: "Answers a refund with 202",
    wrap: (parts) => ({
      ...parts,
      operations: {
        ...parts.operations,
        createRefund: async (call) => ({ ...(await parts.operations.createRefund(call)), status: 202 }),
      },
    }),
  }),

  "refunds-refused-otherwise": defineDialect({
    title: "Refuses refunds of sessions that are not paid with 422, and excess with 409",
    wrap: (parts) => ({ ...parts, ledger: swapping(parts.ledger) }),
  }),

  "refunds-one-at-a-time": defineDialect({
    title: "Answers 409 to a refund while another one of the session is PENDING",
    wrap: (parts) => ({
      ...parts,
      ledger: {
        ...parts.ledger,
        accept: (session, order) => {
          if (session.refunds.some(({ status }) => status === "PENDING"))
            throw new Refusal(409, "Another refund of the session is under way");
          return parts.ledger.accept(session, order);
        },
      },
    }),
  }),

  "refunds-without-reason-member": defineDialect({
    title: "Leaves out a reason that was not given",
    wrap: (parts) => ({
      ...parts,
      views: {
        ...parts.views,
        createdRefund: (refund) => withoutNull(parts.views.createdRefund(refund)),
        listedRefund: (refund) => withoutNull(parts.views.listedRefund(refund)),
      },
    }),
  }),

  "refunds-newest-first": defineDialect({
    title: "Lists the refunds of a session newest first",
    wrap: (parts) => ({
      ...parts,
      views: {
        ...parts.views,
        session: (session) => parts.views.session({ ...session, refunds: session.refunds.toReversed() }),
      },
    }),
  }),

  "failed-refunds-keep-their-amount": defineDialect({
    title: "Does not give the amount of a failed refund back",
    wrap: (parts) => ({
      ...parts,
      ledger: {
        ...parts.ledger,
        taken: ({ refunds: all }) => all.reduce((sum, { amount }) => sum + amount, 0),
      },
    }),
  }),
};

/** Whoever decided the refund meanwhile was quicker. */
const quietly = (work: () => void): void => {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
};

const swapped: Readonly<Record<number, number>> = { 409: 422, 422: 409 };

const swapping = (ledger: Ledger): Ledger => ({
  ...ledger,
  accept: (session, order) => {
    try {
      return ledger.accept(session, order);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Refusal(swapped[error.status] ?? error.status, error.reasons);
    }
  },
});

const withoutNull = ({ reason, ...view }: Readonly<Record<string, unknown>>) =>
  reason === null ? view : { ...view, reason };
