// Judges an API inside Vitest. A server of your own can be started in `beforeAll`, as here the bundled one.
import { startReferenceServer, type ReferenceServer } from "kadosei-conformance";
import { conformance } from "kadosei-conformance/vitest";
import { afterAll, beforeAll } from "vitest";

let server: ReferenceServer;

beforeAll(async () => {
  server = await startReferenceServer({ faults: ["idempotency-replay-creates-session"] });
});

afterAll(() => server.close());

conformance(() => ({
  target: server.url,
  merchant: server.merchants[0] ?? { email: "", password: "" },
  without: ["clock", "checkout", "secondMerchant"],
  seed: 5,
}));
