import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { dirname } from "node:path";
import { z } from "zod";

const key32 = z.string().refine((text) => Buffer.from(text, "base64").length === 32, "must be 32 bytes in base64");
const password = z.string().regex(/^[0-9a-f]{32,}$/);

export const secretsSchema = z.object({
  databasePassword: password,
  databaseRootPassword: password,
  redisPassword: password,
  meiliKey: password,
  sessionSecret: z.string().min(40),
  dataKey: key32,
  indexKey: key32,
});
export type Secrets = z.infer<typeof secretsSchema>;

export function generateSecrets(): Secrets {
  const word = () => randomBytes(24).toString("hex");
  const key = () => randomBytes(32).toString("base64");
  return {
    databasePassword: word(),
    databaseRootPassword: word(),
    redisPassword: word(),
    meiliKey: word(),
    sessionSecret: key(),
    dataKey: key(),
    indexKey: key(),
  };
}

/** Reads the secrets of a data folder, or makes them once; a damaged file stops, because new keys could not read old data. */
export function loadSecrets(file: string): Secrets {
  if (existsSync(file)) {
    try {
      return secretsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    } catch (error) {
      throw new Error(
        `${file} is damaged, and the stored personal data cannot be read without its keys. ` +
          `Restore the file, or start over with: npm start -- --reset (${String(error).slice(0, 200)})`,
      );
    }
  }
  const secrets = generateSecrets();
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
  return secrets;
}
