/** Every number of the contract in one place. Lengths are characters, durations seconds unless they say otherwise. */
export const limits = {
  applicationName: 100,
  applicationDescription: 250,
  apiKeyDescription: 50,
  providerName: 100,
  passwordLeast: 16,
  passwordMost: 32,
  orderReference: 100,
  paymentMethod: 50,
  itemName: 200,
  url: 2048,
  email: 254,
  refundKey: 255,
  defaultPageLimit: 10,
  greatestPageLimit: 100,
  bodyBytes: 1024 * 1024,
  bodyDepth: 100,
  targetLength: 8000,
  tokenSeconds: 3600,
  sessionSeconds: 3600,
  inviteSeconds: 7200,
  idempotencySeconds: 86_400,
  webhookTimeoutMs: 3000,
  webhookRetryDelaysMs: [200, 800, 2000] as readonly number[],
  webhookResponseBody: 1024,
};

export type Limits = typeof limits;
