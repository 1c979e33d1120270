import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Without a hash (nobody has that e-mail address) it works just as long and says no. */
  matches(password: string, hash: string | undefined): Promise<boolean>;
}

const keyLength = 32;
// Far below what a production server needs: a reference server logs in thousands of times a minute.
const cost = { N: 16, r: 8, p: 1 };

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password, salt, keyLength, cost, (error, key) => (error === null ? resolve(key) : reject(error)));
  });

export const createPasswords = (): Passwords => {
  const nobody = { salt: randomBytes(16), key: randomBytes(keyLength) };
  return {
    hash: async (password) => {
      const salt = randomBytes(16);
      const key = await derive(password, salt);
      return `${salt.toString("hex")}.${key.toString("hex")}`;
    },
    matches: async (password, hash) => {
      const [salt = "", key = ""] = hash?.split(".") ?? [];
      const known =
        hash === undefined ? nobody : { salt: Buffer.from(salt, "hex"), key: Buffer.from(key, "hex") };
      return timingSafeEqual(await derive(password, known.salt), known.key);
    },
  };
};
