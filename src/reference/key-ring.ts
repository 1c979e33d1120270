import { hash } from "node:crypto";
import type { Use } from "./parts.ts";
import type { ApiKey } from "./records.ts";
import { createStore } from "./store.ts";

export interface IssuedKey {
  readonly key: ApiKey;
  readonly fullKey: string;
}

/** The API keys. Only digests are kept: a full key can be recognised, but never shown again. */
export interface KeyRing {
  issue(applicationId: string, description: string): IssuedKey;
  /** The live key behind a full key. */
  find(fullKey: string): ApiKey | undefined;
  /** The same for live and revoked keys. */
  lookUp(fullKey: string): ApiKey | undefined;
  isLive(key: ApiKey): boolean;
  /** The live keys of an application, oldest first. */
  of(applicationId: string): readonly ApiKey[];
  revoke(key: ApiKey): void;
}

const digest = (fullKey: string): string => hash("sha256", fullKey, "base64");

export const createKeyRing = (use: Use): KeyRing => {
  const byDigest = new Map<string, ApiKey>();
  const keys = createStore<ApiKey>((key) => key.applicationId);
  return {
    issue: (applicationId, description) => {
      const { secrets, clock } = use();
      const fullKey = secrets.apiKey();
      const keyPrefix = secrets.keyPrefix(fullKey);
      const createdAt = clock.now();
      const key = { id: secrets.id(), applicationId, keyPrefix, description, createdAt, revokedAt: null };
      keys.add(key);
      byDigest.set(digest(fullKey), key);
      return { key, fullKey };
    },
    find: (fullKey) => {
      const key = use().keyRing.lookUp(fullKey);
      return key !== undefined && use().keyRing.isLive(key) ? key : undefined;
    },
    lookUp: (fullKey) => byDigest.get(digest(fullKey)),
    isLive: (key) => key.revokedAt === null,
    of: (applicationId) => keys.of(applicationId).filter((key) => use().keyRing.isLive(key)),
    revoke: (key) => {
      key.revokedAt = use().clock.now();
    },
  };
};
