import { type CasesJudged } from "./cases-process.bench.ts";
import { judgedApart } from "./cases.bench.ts";
import type { Row } from "./rows.bench.ts";
import { openShop } from "./shop.bench.ts";
import { median } from "./side-by-side.bench.ts";

const few = 1000;
const concurrency = 8;
/** As good as growing with nothing but the number of cases, and as holding no more for many than for few. */
const target = 1 / 1.5;
const mebibyte = 1024 ** 2;

/** What time and memory come to when there are ten and a hundred times as many cases. */
export async function* benchGrowth(): AsyncGenerator<Row> {
  const base = [await judged(few), await judged(few), await judged(few)];
  const middle = (of: (one: CasesJudged) => number) => median(base.map(of));
  const than = `${few} cases`;
  for (const times of [10, 100]) {
    const what = `growth, ${times * few} cases`;
    const { seconds, peak, held } = await judged(times * few);
    const time = { bare: middle((one) => one.seconds) * times, ours: seconds };
    yield { what, unit: "s", than: `${times} times ${than}`, ...compared(time) };
    const resident = { bare: middle((one) => one.peak) / mebibyte, ours: peak / mebibyte };
    yield { what: `${what}, resident at most`, unit: "MiB", than, ...compared(resident) };
    const heap = { bare: middle((one) => one.held) / mebibyte, ours: held / mebibyte };
    yield { what: `${what}, objects in the end`, unit: "MiB", than, ...compared(heap) };
  }
}

function compared({
  bare,
  ours,
}: Pick<Row, "bare" | "ours">): Pick<Row, "bare" | "ours" | "ratio" | "target"> {
  return { bare, ours, ratio: bare / ours, target };
}

async function judged(cases: number): Promise<CasesJudged> {
  const shop = await openShop(concurrency);
  try {
    return await judgedApart({ settings: shop.settings, warmUp: few, cases });
  } finally {
    await shop.close();
  }
}
