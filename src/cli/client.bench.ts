import { suites } from "../../suites/index.ts";
import { openBareUndici } from "../http/undici.bench.ts";
import { openRecorder } from "../runner/sender.bench.ts";
import type { Row } from "./rows.bench.ts";
import { bareRequests, type Example, openShop, openTwin, type Shop } from "./shop.bench.ts";
import { sideBySide } from "./side-by-side.bench.ts";

const concurrency = 16;

/** The client of a run, which records and observes, against bare undici: same server, same calls, same concurrency. */
export async function* benchClient(): AsyncGenerator<Row> {
  const shop = await openShop(concurrency);
  const twin = await openTwin(shop);
  try {
    for (const example of shop.calls) yield compare(shop, twin.baseUrl, example, "a bare server");
    for (const example of shop.calls) yield compare(shop, shop.baseUrl, example, "the reference server");
  } finally {
    await Promise.all([shop.close(), twin.close()]);
  }
}

async function compare({ settings }: Shop, baseUrl: string, example: Example, where: string): Promise<Row> {
  const target = { ...settings.target, url: new URL(baseUrl).origin };
  const recorder = openRecorder(
    { ...settings, target },
    suites.flatMap(({ requirements }) => requirements),
  );
  const undici = openBareUndici();
  const requestForUndici = bareRequests(example, baseUrl);
  const work = {
    bare: () => undici.send(requestForUndici()),
    ours: () => recorder.send(example.call()),
  };
  const { bare, ours, ratio } = await sideBySide(work, concurrency);
  await Promise.all([recorder.close(), undici.close()]);
  return {
    what: `client, ${example.name} from ${where}`,
    unit: "requests/s",
    than: "bare undici",
    bare,
    ours,
    ratio,
    target: 0.7,
  };
}
