import { judgedApart } from "./cases.bench.ts";
import type { Measured } from "./rows.bench.ts";
import { findSchemathesis, schemathesisSeconds } from "./schemathesis.bench.ts";
import { openShop } from "./shop.bench.ts";

const cases = 1000;
const concurrency = 8;

/** Generated cases of one operation against a server that answers at once, and against slower ones. */
export async function* benchValidation(): AsyncGenerator<Measured> {
  yield await atOnce();
  for (const latencyMs of [10, 50]) {
    const ours = await secondsAt(latencyMs);
    const bare = (cases * latencyMs) / 1000 / concurrency;
    yield {
      what: `validation, ${cases} cases at ${latencyMs} ms of latency`,
      unit: "s",
      than: "latency alone",
      bare,
      ours,
      ratio: bare / ours,
      // Judging takes its own time: beside 10 ms that shows, beside 50 ms it should not.
      ...(latencyMs < 50 ? {} : { target: 0.5 }),
    };
  }
}

async function atOnce(): Promise<Measured> {
  const ours = cases / (await secondsAt(0));
  const program = findSchemathesis();
  if (program === undefined)
    return `validation: ${Math.round(ours)} cases/s; schemathesis is not on the PATH, so nothing to compare with`;
  const shop = await openShop(concurrency);
  try {
    const bare = cases / (await schemathesisSeconds(program, shop, cases));
    const ratio = ours / bare;
    return { what: "validation", unit: "cases/s", than: "Schemathesis", bare, ours, ratio, target: 20 };
  } finally {
    await shop.close();
  }
}

async function secondsAt(latencyMs: number): Promise<number> {
  const shop = await openShop(concurrency, { latencyMs });
  try {
    const { seconds } = await judgedApart({ settings: shop.settings, warmUp: 500, cases });
    return seconds;
  } finally {
    await shop.close();
  }
}
