import { expect, test } from "vitest";
import type { RunNews, RunSettings } from "../model/index.ts";
import type { Answer } from "../suite/index.ts";
import { createNews } from "./news.ts";

const exchange = {
  at: "2026-12-01T10:00:00.000Z",
  durationMs: 3,
  request: {
    method: "GET",
    url: "http://localhost/hunter2?token=hunt",
    headers: [["authorization", "Bearer hunter2"]],
  },
  response: { status: 200, headers: [], body: "hunter2" },
} as const;

function heard(exchanges: boolean): readonly RunNews[] {
  const told: RunNews[] = [];
  let time = 0;
  const news = createNews(
    // Of the settings it reads how long a soak is, and of an answer the exchange.
    { listener: { hear: (one) => told.push(one), exchanges }, settings: { soakMs: 900 } as RunSettings },
    {
      mask: (text) => text.replaceAll("hunter2", "$KADOSEI_PASSWORD"),
      requests: () => 7,
      cases: () => 5,
      now: () => time,
    },
  );
  for (time = 0; time < 600; time += 100) news({ exchange } as unknown as Answer, "sessions/creates");
  return told;
}

test("progress is told now and then", () => {
  const counts = { soakMs: 900, requests: 7, cases: 5 };
  expect(heard(false)).toEqual([
    { type: "progress", elapsedMs: 200, ...counts },
    { type: "progress", elapsedMs: 400, ...counts },
  ]);
});

test("exchanges are told to whom wants them, masked, without headers and bodies", () => {
  const told = heard(true).filter(({ type }) => type === "exchanged");
  expect(told).toHaveLength(6);
  expect(JSON.stringify(told[0])).toContain('"http://localhost/$KADOSEI_PASSWORD?…"');
  expect(JSON.stringify(told)).not.toMatch(/hunter2|Bearer/);
});
