import { fixture } from "./fixtures.ts";
import { merged } from "./order.ts";
import type { Values } from "./values.ts";

/** Somebody who wants to become a merchant: the body to sign up with, and what to log in with afterwards. */
export interface Applicant {
  readonly body: SignUpBody;
  readonly email: string;
  readonly password: string;
}

/** The same applicant with another e-mail address, or another password. */
export function otherwise(who: Applicant, { email = who.email, password = who.password }): Applicant {
  const admin = { ...who.body.admin, email, password };
  return { body: { ...who.body, admin }, email, password };
}

interface SignUpBody {
  readonly organization: Readonly<Record<string, unknown>>;
  readonly admin: Readonly<Record<string, unknown>>;
}

const usualLength = 20;

/** An applicant that the target has not met, with a password of its own. */
export function makeApplicant(
  { name: freshName, uuid }: Values,
  keepSecret: (value: string, name: string) => void,
  length = usualLength,
): Applicant {
  const name = freshName();
  const email = `${name}@example.com`;
  const password = `Kc7!${uuid().replaceAll("-", "")}`.padEnd(length, "k").slice(0, length);
  keepSecret(password, "KADOSEI_SIGNUP_PASSWORD");
  const digits = uuid().replaceAll(/\D/g, "").padEnd(9, "7").slice(0, 9);
  const own = {
    organization: {
      legalBusinessName: name,
      companyRegistrationNumber: digits,
      companyWebsite: `https://www.example.com/${name}`,
      contactPersonEmail: `contact-${email}`,
    },
    admin: { email, password },
  };
  return { body: merged(fixture<SignUpBody>("organization"), own) as SignUpBody, email, password };
}
