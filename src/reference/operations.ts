import type { Operations } from "./call.ts";
import { accountOperations } from "./operations/account.ts";
import { apiKeyOperations } from "./operations/api-keys.ts";
import { applicationOperations } from "./operations/applications.ts";
import { checkoutOperations } from "./operations/checkout.ts";
import { paymentMethodOperations } from "./operations/payment-methods.ts";
import { providerOperations } from "./operations/providers.ts";
import { refundOperations } from "./operations/refunds.ts";
import { sessionOperations } from "./operations/sessions.ts";
import { webhookOperations } from "./operations/webhooks.ts";
import type { Use } from "./parts.ts";

export const createOperations = (use: Use): Operations => ({
  ...accountOperations(use),
  ...applicationOperations(use),
  ...apiKeyOperations(use),
  ...providerOperations(use),
  ...webhookOperations(use),
  ...sessionOperations(use),
  ...refundOperations(use),
  ...paymentMethodOperations(use),
  ...checkoutOperations(use),
});
