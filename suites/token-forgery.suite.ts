import {
  about,
  alteredClaims,
  alteredSignatures,
  blankSignatures,
  claimsOfAnother,
  criticalTokens,
  defineSuite,
  earlyTokens,
  foreignTokens,
  garbageTokens,
  guessedTokens,
  hugeTokens,
  jsonTokens,
  keysAsSecrets,
  keysAsTokens,
  kidTokens,
  must,
  onEachOperation,
  otherAlgorithms,
  ownKeysAsSecrets,
  refuseForgeries,
  rfc,
  strippedTokens,
  tried,
  unsignedTokens,
} from "../src/suite/index.ts";

export default defineSuite({
  name: "token-forgery",
  title: "Token forgery",
  requirements: {
    unsigned: must("refuse tokens that say they need no signature", {
      source: rfc(8725, "3.1"),
      fault: ["token-forgery-accepts-unsigned", "token-forgery-accepts-unsigned-in-capitals"],
      variants: tried(unsignedTokens, "verify with the algorithm you sign with, whatever the header says"),
      check: refuseForgeries,
    }),

    "stripped-signature": must("refuse tokens whose signature was cut off", {
      source: about("authentication"),
      fault: ["token-forgery-accepts-stripped", "token-forgery-accepts-stripped-on-reads"],
      variants: tried(strippedTokens, "a token without a signature proves nothing"),
      check: refuseForgeries,
    }),

    "altered-claims": must("refuse tokens whose claims were changed after signing", {
      source: about("authentication"),
      fault: ["token-forgery-remembers-signatures", "token-forgery-signs-identity-only"],
      variants: [
        ...tried(alteredClaims, "the signature must cover every claim"),
        ...tried(claimsOfAnother, "one merchant's signature makes another merchant's token", {
          name: "as the second merchant",
          needs: ["secondMerchant"],
        }),
      ],
      check: refuseForgeries,
    }),

    "altered-signature": must("refuse tokens whose signature was changed", {
      source: about("authentication"),
      fault: ["token-forgery-compares-signature-start", "token-forgery-compares-what-is-there"],
      variants: tried(alteredSignatures, "compare the whole signature, and its length"),
      check: refuseForgeries,
    }),

    "another-algorithm": must("refuse tokens that name an algorithm by which nobody signed them", {
      source: rfc(8725, "3.1"),
      fault: ["token-forgery-unverified-rs512", "token-forgery-empty-es384-signature"],
      variants: tried(otherAlgorithms, "allow the one algorithm that tokens are signed with, and no other"),
      check: refuseForgeries,
    }),

    "guessable-secret": must("sign tokens with a secret that can't be guessed", {
      source: rfc(8725, "3.5"),
      fault: [
        "token-forgery-default-secret",
        "token-forgery-empty-secret-for-hs512",
        "token-forgery-signs-with-a-word",
      ],
      variants: tried(guessedTokens, "the signing secret is a well-known word: replace it, and all tokens"),
      check: refuseForgeries,
    }),

    "foreign-key": must("refuse tokens signed with a key that is not its own", {
      source: rfc(8725, "3.10"),
      fault: ["token-forgery-trusts-jwk", "token-forgery-fetches-jku", "token-forgery-trusts-x5c"],
      variants: tried(foreignTokens, "never take the key, or its address, from the token that it verifies"),
      check: refuseForgeries,
    }),

    "public-key-as-secret": must("refuse tokens that are signed with a public key as if it were a secret", {
      source: rfc(8725, "2.1"),
      fault: ["token-forgery-public-key-is-a-secret", "token-forgery-brought-key-is-a-secret"],
      variants: [
        ...tried(ownKeysAsSecrets, "a key is for one algorithm, and none comes with the token", {
          name: "that the token brings along",
        }),
        ...tried(keysAsSecrets, "a key is for one algorithm, whatever the token's header says", {
          name: "that the target publishes",
          optional: true,
        }),
      ],
      check: refuseForgeries,
    }),

    "hostile-kid": must("refuse tokens whose key id is an attack", {
      source: rfc(8725, "3.10"),
      fault: ["token-forgery-kid-is-a-path", "token-forgery-kid-crashes"],
      variants: tried(kidTokens, "a `kid` is looked up in a fixed set, and is neither path nor SQL"),
      check: refuseForgeries,
    }),

    "unknown-critical-header": must("refuse tokens with critical extensions that nobody knows", {
      source: rfc(7515, "4.1.11"),
      fault: "token-forgery-crit-crashes",
      variants: tried(criticalTokens, "an unknown `crit` makes a token invalid, which is 401 and no crash"),
      check: refuseForgeries,
    }),

    "not-yet-valid": must("refuse tokens whose time was moved to begin later", {
      source: rfc(7519, "4.1.5"),
      fault: "token-forgery-early-is-forbidden",
      variants: tried(earlyTokens, "invalid credentials are 401, whichever check finds them so"),
      check: refuseForgeries,
    }),

    "blank-ecdsa-signature": must("refuse tokens with an ECDSA signature of zeros", {
      source: rfc(8725, "3.1"),
      fault: "token-forgery-accepts-blank-ecdsa",
      variants: tried(blankSignatures, "r and s must be greater than zero (CVE-2022-21449)"),
      check: refuseForgeries,
    }),

    "json-serialisation": must("refuse tokens in the JSON serialisation", {
      source: rfc(7519, "3"),
      fault: ["token-forgery-takes-json", "token-forgery-json-crashes"],
      variants: tried(jsonTokens, "a JSON Web Token has the compact form, and no other"),
      check: refuseForgeries,
    }),

    garbage: must("refuse everything that is no token", {
      source: about("authentication"),
      fault: [
        "token-forgery-garbage-header-crashes",
        "token-forgery-null-claims-crash",
        "token-forgery-ignores-further-parts",
        "token-forgery-huge-token-crashes",
      ],
      variants: [
        ...tried(garbageTokens, "what can't be read is 401 as well, never a server error"),
        ...tried(hugeTokens, "what is too large is refused, not failed at", { name: "huge" }),
      ],
      check: refuseForgeries,
    }),

    "each-operation": must("refuse a forged token on every management operation", {
      source: about("authentication"),
      fault: ["token-forgery-unverified-webhook-updates", "token-forgery-unverified-revocations"],
      variants: onEachOperation,
      check: refuseForgeries,
    }),

    "another-environment": must("refuse an API key that is dressed as a token", {
      source: about("authentication"),
      fault: ["token-forgery-api-keys-sign-tokens", "token-forgery-finds-keys-in-tokens"],
      variants: tried(keysAsTokens, "an API key is for payments; nothing about it makes a token"),
      check: refuseForgeries,
    }),
  },
});
