import { exec, type ExecException } from "node:child_process";
import { promisify } from "node:util";
import type { Transport } from "../http/index.ts";
import { type DriverStep, howToGive, type RunSettings } from "../model/index.ts";
import {
  Blocked,
  type Checkout,
  type Clock,
  type Drivers,
  type RefundOnItsWay,
  type Refunds,
  type Session,
} from "../suite/index.ts";
import { handshakesWith } from "./handshakes.ts";
import { createInvites } from "./invites.ts";

type Placeholders = Readonly<Record<string, string | number>>;

/** Carries out a configured step: an HTTP request to the target's operator, or a command of the user's. */
type Carry = (step: DriverStep | undefined, what: string, fill: Placeholders) => Promise<string>;

const timeoutMs = 30_000;

export function createDrivers(
  settings: RunSettings,
  transport: Transport,
  keepSecret: (value: string, name: string) => void = () => undefined,
  signal?: AbortSignal,
): Omit<Drivers, "receiver"> {
  const carry: Carry = async (step, what, fill) => {
    if (step === undefined) throw new Blocked(`${what} is not configured`);
    try {
      return await ("command" in step
        ? runCommand(step.command, fill, signal)
        : request(transport, step, fill, signal));
    } catch (error) {
      throw new Blocked(
        `${what} failed: ${error instanceof Error ? error.message : String(error)}`,
        undefined,
        error,
      );
    }
  };
  return {
    clock: clockOf(settings, carry),
    checkout: checkoutOf(settings, carry),
    refunds: refundsOf(settings, carry),
    invites: createInvites(settings, { carry: (step) => carry(step, "`invites.issue`", {}), keepSecret }),
    handshakes: handshakesWith(settings),
  };
}

function clockOf({ clock }: RunSettings, carry: Carry): Clock {
  return {
    async advance(seconds) {
      await carry(clock?.advance, `moving the target's clock (${howToGive.clock})`, { seconds });
    },
  };
}

function checkoutOf({ checkout }: RunSettings, carry: Carry): Checkout {
  const act = (verb: "pay" | "decline" | "cancel") => async (session: Session) => {
    const fill = { sessionId: session.id, checkoutUrl: session.checkoutUrl };
    await carry(checkout?.[verb], `\`checkout.${verb}\``, fill);
  };
  return { pay: act("pay"), decline: act("decline"), cancel: act("cancel") };
}

function refundsOf({ refunds }: RunSettings, carry: Carry): Refunds {
  const act =
    (verb: "complete" | "fail") =>
    async ({ id, sessionId }: RefundOnItsWay) => {
      await carry(refunds?.[verb], `\`refunds.${verb}\``, { refundId: id, sessionId });
    };
  const failsBeforehand = !JSON.stringify(refunds?.fail ?? "{refundId}").includes("{refundId}");
  return { complete: act("complete"), fail: act("fail"), failsBeforehand };
}

async function request(
  transport: Transport,
  step: Extract<DriverStep, { request: string }>,
  fill: Placeholders,
  signal: AbortSignal | undefined,
): Promise<string> {
  const [method = "", ...rest] = step.request.split(" ");
  const body = step.body === undefined ? undefined : JSON.stringify(filled(step.body, fill));
  const headers = { ...(body === undefined ? {} : { "content-type": "application/json" }), ...step.headers };
  const answer = await transport(
    {
      method,
      url: filledText(rest.join(" "), fill, encodeURIComponent),
      headers: Object.entries(headers),
      ...(body === undefined ? {} : { body }),
    },
    { timeoutMs, maxBodyBytes: 1024 * 1024, signal },
  );
  if (answer.status >= 400) throw new Error(`the driver's request answered ${answer.status}`);
  return answer.body;
}

async function runCommand(
  command: string,
  fill: Placeholders,
  signal: AbortSignal | undefined,
): Promise<string> {
  const quoted = (value: string) => `'${value.replaceAll("'", "'\\''")}'`;
  try {
    const { stdout } = await promisify(exec)(filledText(command, fill, quoted), {
      timeout: timeoutMs,
      signal,
    });
    return stdout;
  } catch (error) {
    throw new Error(howItEnded(error as ExecException), { cause: error });
  }
}

/** The command and its output are not repeated: either may hold secrets that nobody told the run of. */
function howItEnded({ killed, signal, code }: ExecException): string {
  const unshown = "(run it by hand: its output may hold secrets and is not shown)";
  if (killed === true) return `the command did not end within ${timeoutMs / 1000} s ${unshown}`;
  if (signal !== null && signal !== undefined) return `the command was ended by ${signal} ${unshown}`;
  return `the command ended with code ${code ?? "unknown"} ${unshown}`;
}

/** Fills `{placeholders}` in every string of a body; a string that is nothing else becomes the value itself. */
function filled(template: unknown, fill: Placeholders): unknown {
  if (typeof template === "string") {
    const whole = /^\{(\w+)\}$/.exec(template)?.[1];
    return (whole === undefined ? undefined : fill[whole]) ?? filledText(template, fill, String);
  }
  if (Array.isArray(template)) return template.map((item) => filled(item, fill));
  if (typeof template !== "object" || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, filled(value, fill)]));
}

function filledText(template: string, fill: Placeholders, escape: (value: string) => string): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    fill[name] === undefined ? placeholder : escape(String(fill[name])),
  );
}
