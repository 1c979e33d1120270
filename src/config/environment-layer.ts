import { type Entry, type Layer, layerOf } from "./layer.ts";
import { convert } from "./schema-tree.ts";
import type { Path } from "./tree.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

const homes: Readonly<Record<string, Path>> = {
  KADOSEI_URL: ["target", "url"],
  KADOSEI_EMAIL: ["merchant", "email"],
  KADOSEI_PASSWORD: ["merchant", "password"],
  KADOSEI_EXPIRED_TOKEN: ["merchant", "expiredToken"],
  KADOSEI_SECOND_EMAIL: ["secondMerchant", "email"],
  KADOSEI_SECOND_PASSWORD: ["secondMerchant", "password"],
  KADOSEI_API_KEY: ["application", "apiKey"],
  KADOSEI_APPLICATION_ID: ["application", "id"],
  KADOSEI_CLAIMS: ["claims"],
  KADOSEI_WITHOUT: ["without"],
  KADOSEI_CONCURRENCY: ["limits", "concurrency"],
  KADOSEI_RATE: ["limits", "requestsPerSecond"],
  KADOSEI_TIMEOUT: ["limits", "timeout"],
  KADOSEI_CASES: ["limits", "cases"],
  KADOSEI_RUN_TIMEOUT: ["limits", "runTimeout"],
  KADOSEI_CA: ["target", "tls", "ca"],
  KADOSEI_PROXY: ["target", "proxy"],
};

const lists = new Set(["KADOSEI_CLAIMS", "KADOSEI_WITHOUT"]);

/** What `KADOSEI_*` variables say. An empty variable says nothing: that is how CI systems pass absent secrets. */
export function environmentLayer(env: Environment): Layer {
  return layerOf(
    Object.entries(homes).flatMap(([place, path]): Entry[] => {
      const text = env[place];
      if (text === undefined || text === "") return [];
      return [{ path, place, value: lists.has(place) ? splitList(text) : convert(text, path) }];
    }),
  );
}

/** Parts of a comma-separated list, each once. */
export function splitList(text: string): readonly string[] {
  return [...new Set(text.split(",").map((part) => part.trim()))].filter((part) => part !== "");
}
