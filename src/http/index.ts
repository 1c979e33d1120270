export { createBudget, type Budget } from "./budget.ts";
export { createClient, type Client } from "./client.ts";
export { createRedaction, type Redaction } from "./redaction.ts";
export { type Handshake, shakeHands } from "./handshake.ts";
export { reachOf } from "./curl.ts";
export { cut, recordOf } from "./record.ts";
export { sleep } from "./sleep.ts";
export { openTransport, type OpenTransport, type Transport } from "./transport.ts";
