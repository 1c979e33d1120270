import { afterAll, beforeAll } from "vitest";
import { type ReferenceServer, startReferenceServer } from "../index.ts";
import { conformance } from "./index.ts";

let server: ReferenceServer;

beforeAll(async () => {
  server = await startReferenceServer();
});

afterAll(() => server.close());

conformance(() => server.options, { title: "the reference server" });
