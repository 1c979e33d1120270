import type { Step } from "../../generate/index.ts";
import { isClientError } from "../answer.ts";
import { failRefund } from "../failed-refunds.ts";
import { moneyOf } from "../money.ts";
import { secondsToLive, tryToPay } from "../sessions.ts";
import { chosen, type Command, type Planned, real, type Run, under } from "./command.ts";
import { isServed, type Model, type SessionModel } from "./model.ts";

/** Applications that are disabled and enabled. */
export const statusCommands: readonly Command[] = [
  { name: "disable an application", plan: (model, step) => planStatus(model, step, false) },
  { name: "enable an application", plan: (model, step) => planStatus(model, step, true) },
];

function planStatus({ applications }: Model, step: Step, isEnabled: boolean): Planned | undefined {
  // Now and then what is so already.
  const application = chosen(
    applications.filter((one) => one.isEnabled !== isEnabled || step.size % 3 === 0),
    step,
  );
  if (application === undefined) return undefined;
  const isSo = application.isEnabled === isEnabled;
  return {
    text: `${isEnabled ? "enable" : "disable"} application ${application.number}${isSo ? " once more" : ""}`,
    async carryOut({ world, applications: known }) {
      const { id } = real(known, application);
      const answer = await world.management.setApplicationStatus(id, { isEnabled });
      // Whether there is anything to accept, where nothing changes, is not stated.
      if (isSo && isClientError(answer)) return;
      world.expect(answer).toBeAccepted().at("/isEnabled").toEqual(isEnabled);
    },
    record: () => void (application.isEnabled = isEnabled),
  };
}

/** Refunds that their provider fails. What becomes of the amount is not documented. */
export const failureCommands: readonly Command[] = [
  {
    name: "fail a refund",
    capability: "refunds",
    needs: ["checkout", "refundFailure"],
    plan({ sessions }, step) {
      const session = chosen(
        sessions.filter(
          (one) => one.key.isLive && one.status === "SUCCEEDED" && isServed(one) && !one.isOpen,
        ),
        step,
      );
      if (session === undefined) return undefined;
      return {
        text: `refund session ${session.number} whole, and let its provider fail that`,
        carryOut: (run) => failWhole(run, session),
        record: () => void (session.isOpen = true),
      };
    },
  },
];

async function failWhole(run: Run, session: SessionModel): Promise<void> {
  const world = under(run, session.key);
  const { id } = real(run.sessions, session);
  await failRefund(world, id, { amount: moneyOf(session.total) });
}

/** Time that passes. */
export const timeCommands: readonly Command[] = [
  {
    name: "let sessions expire",
    needs: ["clock"],
    plan({ sessions }) {
      const pending = sessions.filter(({ status }) => status === "PENDING");
      const [first] = pending;
      if (first === undefined) return undefined;
      return {
        text: "let the time of all sessions pass",
        carryOut: (run) => expire(run, first),
        record: () => pending.forEach((session) => void (session.status = "OVER")),
      };
    },
  },
  {
    name: "pay a session that expired",
    needs: ["clock", "checkout"],
    plan({ sessions }, step) {
      const session = chosen(
        sessions.filter(({ status }) => status === "OVER"),
        step,
      );
      if (session === undefined) return undefined;
      return {
        text: `try to pay session ${session.number}, which has expired`,
        carryOut: (run) => tryToPay(run.world.checkout, real(run.sessions, session)),
      };
    },
  },
];

async function expire({ world, sessions }: Run, session: SessionModel): Promise<void> {
  await world.clock.advance(secondsToLive(real(sessions, session)) + 60);
  // The merchant's token did not outlive that.
  await world.given.token();
}
