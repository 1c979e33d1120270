import { openRawLoad } from "./raw-load.bench.ts";
import type { Row } from "./rows.bench.ts";
import { openShop, openTwin, rawRequests } from "./shop.bench.ts";
import { sideBySide } from "./side-by-side.bench.ts";

const concurrency = 32;

/** The reference server against a bare `node:http` handler that answers the same JSON. */
export async function* benchServer(): AsyncGenerator<Row> {
  const shop = await openShop(concurrency);
  const twin = await openTwin(shop);
  const [to, toTwin] = await Promise.all([
    openRawLoad(shop.baseUrl, concurrency),
    openRawLoad(twin.baseUrl, concurrency),
  ]);
  try {
    for (const example of shop.calls) {
      const toTwinRequest = rawRequests(example, twin.baseUrl);
      const request = rawRequests(example, shop.baseUrl);
      const work = {
        bare: () => toTwin.send(toTwinRequest()),
        ours: () => to.send(request()),
      };
      const compared = await sideBySide(work, concurrency);
      yield {
        what: `server, ${example.name}`,
        unit: "requests/s",
        than: "bare node:http",
        ...compared,
        target: 0.5,
      };
    }
  } finally {
    to.close();
    toTwin.close();
    await Promise.all([shop.close(), twin.close()]);
  }
}
