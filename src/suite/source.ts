import type { Source } from "../model/index.ts";

const docs = "https://docs.kadosei.com";

const guides = {
  GS: ["Get Started", "getstarted"],
  CP: ["Create a Payment", "create-a-payment"],
  WH: ["Webhooks", "webhooks"],
  RF: ["Refunds", "refunds"],
  AK: ["Applications & API Keys", "applications-api-keys"],
  RT: ["How Intelligent Routing Works", "how-intelligent-routing-works"],
} as const;

/** "About the API", the highest authority. */
export function about(topic: string): Source {
  return { code: "A", title: `About the API: ${topic}`, url: `${docs}/about-the-api` };
}

export function guide(code: keyof typeof guides): Source {
  const [title, page] = guides[code];
  return { code, title, url: `${docs}/${page}` };
}

/** The reference page of an operation, by its method and its path below `/api/v1/`, such as `post auth/login`. */
export function reference(operation: string): Source {
  const [method = "", path = ""] = operation.split(" ");
  const page = `${method}-api-v1-${path}`.replaceAll(/[{}]/g, "").replaceAll("/", "-").toLowerCase();
  return {
    code: "R",
    title: `API reference: ${method.toUpperCase()} ${path}`,
    url: `${docs}/api-reference/${page}`,
  };
}

export function rfc(number: number, section?: string): Source {
  const anchor = section === undefined ? "" : `#section-${section}`;
  const code = section === undefined ? `RFC ${number}` : `RFC ${number} §${section}`;
  return { code, title: code, url: `https://www.rfc-editor.org/rfc/rfc${number}${anchor}` };
}

const owaspPages = {
  authentication: ["Authentication Cheat Sheet", "Authentication_Cheat_Sheet"],
  errors: ["Error Handling Cheat Sheet", "Error_Handling_Cheat_Sheet"],
  sessions: ["Session Management Cheat Sheet", "Session_Management_Cheat_Sheet"],
  input: ["Input Validation Cheat Sheet", "Input_Validation_Cheat_Sheet"],
  requestForgery: [
    "Server-Side Request Forgery Prevention Cheat Sheet",
    "Server_Side_Request_Forgery_Prevention_Cheat_Sheet",
  ],
  rest: ["REST Security Cheat Sheet", "REST_Security_Cheat_Sheet"],
  authorization: ["Authorization Cheat Sheet", "Authorization_Cheat_Sheet"],
  massAssignment: ["Mass Assignment Cheat Sheet", "Mass_Assignment_Cheat_Sheet"],
  passwordStorage: ["Password Storage Cheat Sheet", "Password_Storage_Cheat_Sheet"],
  headers: ["HTTP Headers Cheat Sheet", "HTTP_Headers_Cheat_Sheet"],
} as const;

export function owasp(page: keyof typeof owaspPages): Source {
  const [title, file] = owaspPages[page];
  return { code: "OWASP", title, url: `https://cheatsheetseries.owasp.org/cheatsheets/${file}.html` };
}

/** The IETF draft on the Idempotency-Key header field. */
export function idempotencyDraft(): Source {
  return {
    code: "IETF draft",
    title: "The Idempotency-Key HTTP Header Field",
    url: "https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header",
  };
}

/** The documentation and the standards are silent; asked because an integrator would want to know. */
export function silence(): Source {
  return { code: "–", title: "Not documented; observed only" };
}
