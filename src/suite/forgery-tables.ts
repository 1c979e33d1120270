import { managementOperations } from "./arrange.ts";
import { premise } from "./premises.ts";
import { fixture } from "./fixtures.ts";
import { cooked, type Recipe } from "./forgery-recipe.ts";
import { alteredSignatures } from "./forgery-signature.ts";
import type { Forgery, Trial } from "./forgery.ts";
import { hmacAlgorithms, readJwt, segment, signedWithSecret, textSegment } from "./jwt.ts";
import { Blocked } from "./violation.ts";
import type { World } from "./world.ts";

interface Kid {
  readonly name: string;
  readonly kid: unknown;
  readonly secret: string;
  readonly repeat?: number;
}

type Table = "unsigned" | "stripped" | "claims" | "critical" | "early" | "json" | "garbage" | "huge";

const fixtures = fixture<Record<Table, readonly Recipe[]> & { kids: readonly Kid[] }>("token-forgeries");
const { secrets } = fixture<{ secrets: readonly string[] }>("weak-secrets");

export const unsignedTokens = fixtures.unsigned.map(cooked);
export const strippedTokens = fixtures.stripped.map(cooked);
export const alteredClaims = fixtures.claims.map(cooked);
export const jsonTokens = fixtures.json.map(cooked);
export const garbageTokens = fixtures.garbage.map(cooked);
export const hugeTokens: readonly Forgery[] = fixtures.huge.map((row) => ({ ...cooked(row), huge: true }));

/** Only the right key could sign these well; so they come under the old signature, and under a secret of ours. */
export const criticalTokens = inBothWays(fixtures.critical);
export const earlyTokens = inBothWays(fixtures.early);

function inBothWays(rows: readonly Recipe[]): readonly Forgery[] {
  return rows.map(cooked).flatMap((forgery) => [forgery, signedAnew(forgery)]);
}

function signedAnew({ name, forge }: Forgery): Forgery {
  return {
    name: `${name}, signed with a foreign secret`,
    async forge(genuine) {
      const forged = readJwt(await forge(genuine));
      return signedWithSecret(forged ?? genuine, "a secret that nobody was told");
    },
  };
}

/** The genuine claims under every weak secret; the empty string serves as well as any. */
export const guessedTokens: readonly Forgery[] = hmacAlgorithms.flatMap((alg) => [
  ...secrets.map((secret) => ({
    name: `${alg} under ${secret === "" ? "the empty secret" : `"${secret}"`}`,
    reproduces: true,
    forge: (jwt: Parameters<Forgery["forge"]>[0]) => signedWithSecret(jwt, secret, alg),
  })),
  {
    name: `${alg} under the issuer's name`,
    reproduces: true,
    forge: (jwt) => signedWithSecret(jwt, String(jwt.claims["iss"] ?? "issuer"), alg),
  },
]);

export const kidTokens: readonly Forgery[] = fixtures.kids.flatMap(({ name, kid: row, secret, repeat }) => {
  const kid = typeof row === "string" ? row.repeat(repeat ?? 1) : row;
  return [
    { name, forge: (jwt) => signedWithSecret({ ...jwt, header: { ...jwt.header, kid } }, secret) },
    { ...cooked({ name, header: { kid } }), name: `${name}, under the old signature` },
  ] satisfies readonly Forgery[];
});

/** A forgery of each common kind on every management operation: one route may have been left unguarded. */
export const onEachOperation: readonly Trial[] = managementOperations.map((variant) => ({
  ...variant,
  arrange: ({ given }) => given.request(variant.operation),
  forgeries: () => [unsignedTokens, strippedTokens, alteredSignatures].flatMap((table) => table.slice(0, 1)),
  hint: "every operation must verify the token",
}));

/** What the second merchant's token says, under the signature of the first one's. */
export async function claimsOfAnother({ facts, visitor }: World): Promise<readonly Forgery[]> {
  const { email, password } = facts.secondMerchant ?? { email: "", password: "" };
  const answer = await visitor.login({ email, password });
  const other = readJwt(premise("the second merchant's login", answer, "/accessToken"));
  if (other === undefined) throw new Blocked("the second merchant's token is no JWT");
  const { claims } = other;
  return [
    cooked({ name: "all claims of the other merchant", claimsAre: claims }),
    cooked({ name: "the other merchant's sub", claims: { sub: claims["sub"] } }),
  ];
}

/** An API key where a token belongs, in the shapes of a token. */
export async function keysAsTokens({ given }: World): Promise<readonly Forgery[]> {
  const { id } = await given.sharedApplication();
  const { fullKey, id: kid } = await given.apiKey(id);
  return [
    {
      name: "the key for a signature",
      forge: ({ header, claims }) => shaped(segment(header), segment(claims), fullKey),
    },
    {
      name: "the key for claims",
      forge: ({ header, signature }) => shaped(segment(header), textSegment(fullKey), signature),
    },
    { name: "the key for each part", anyToken: true, forge: () => shaped(fullKey, fullKey, fullKey) },
    {
      name: "the key among the claims",
      forge: (jwt) =>
        signedWithSecret({ ...jwt, claims: { ...jwt.claims, sub: id, apiKey: fullKey } }, fullKey),
    },
    {
      name: "signed with the key",
      forge: (jwt) => signedWithSecret({ ...jwt, header: { ...jwt.header, kid } }, fullKey),
    },
    {
      name: "signed with the key, for the application",
      forge: (jwt) => signedWithSecret({ ...jwt, claims: { ...jwt.claims, sub: id } }, fullKey),
    },
  ];
}

function shaped(...parts: readonly string[]): string {
  return parts.join(".");
}
