import type { Contact, DriverStep, Means, RunSettings } from "../model/index.ts";

/** Everybody that a run would talk to when it uses these means. Hosts alone: the rest of a URL may hold secrets. */
export function contactsOf(settings: RunSettings, used: readonly Means[]): readonly Contact[] {
  const { target, receiver } = settings;
  const proxy = target.proxy === undefined ? "" : `, by way of the proxy ${hostOf(target.proxy)}`;
  return merged([
    { address: hostOf(target.url), purpose: `the target${proxy}` },
    ...stepsOf(settings, used).flatMap(([name, step]) => (step === undefined ? [] : contactOf(name, step))),
    ...(receiver?.publicUrl !== undefined && used.includes("receiver")
      ? [{ address: hostOf(receiver.publicUrl), purpose: "receiver" }]
      : []),
  ]);
}

type NamedStep = readonly [name: string, step: DriverStep | undefined];

function stepsOf({ checkout, refunds, clock, invites }: RunSettings, used: readonly Means[]): NamedStep[] {
  const all: readonly (readonly [means: Means, steps: readonly NamedStep[]])[] = [
    [
      "checkout",
      [
        ["checkout.pay", checkout?.pay],
        ["checkout.decline", checkout?.decline],
        ["checkout.cancel", checkout?.cancel],
        ["refunds.complete", refunds?.complete],
      ],
    ],
    ["refundFailure", [["refunds.fail", refunds?.fail]]],
    ["clock", [["clock.advance", clock?.advance]]],
    ["invites", [["invites.issue", invites !== undefined && "issue" in invites ? invites.issue : undefined]]],
  ];
  return all.flatMap(([means, steps]) => (used.includes(means) ? steps : []));
}

function contactOf(name: string, step: DriverStep): Contact {
  if ("command" in step) return { address: "this machine", purpose: `the command of ${name}` };
  return { address: hostOf(step.request.split(" ")[1] ?? ""), purpose: name };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : `wherever ${/\{\w+\}/.exec(url)?.[0] ?? "it"} leads`;
}

/** One entry for each address. */
function merged(contacts: readonly Contact[]): readonly Contact[] {
  const addresses = [...new Set(contacts.map(({ address }) => address))];
  return addresses.map((address) => ({
    address,
    purpose: contacts
      .filter((contact) => contact.address === address)
      .map(({ purpose }) => purpose)
      .join("; "),
  }));
}
