import { Redis } from "ioredis";
import { type Meilisearch } from "meilisearch";
import { createSearchClient } from "#search/client.ts";
import { type CertificateVerifier, httpVerifier, localVerifier, noVerifier } from "./certificate-verifier.server.ts";
import { type Clock, systemClock } from "./clock.ts";
import { type FieldCrypto, createFieldCrypto } from "./crypto.server.ts";
import { databaseLimits } from "./database-limits.server.ts";
import { type Db, type Pool, openPool, openPrisma } from "./database.server.ts";
import { type Environment, readEnvironment } from "./environment.server.ts";
import { formOnlyVerifier, type IdentityVerifier } from "./identity-verifier.server.ts";
import { type NewId, idSource } from "./ids.ts";
import { openKeyRing } from "./keys/open-ring.server.ts";
import type { KeyRing } from "./keys/ring.ts";
import { type Logger, createLogger } from "./logger.server.ts";
import { recordingSms, type SmsChannel } from "./sms.server.ts";

/** Everything with a connection or a side effect; built once at a process's entry and passed in. */
export interface Deps {
  env: Environment;
  db: Db;
  pool: Pool;
  redis: Redis;
  meili: Meilisearch;
  crypto: FieldCrypto;
  keys: KeyRing & { reload(): Promise<void> };
  clock: Clock;
  newId: NewId;
  logger: Logger;
  sms: SmsChannel;
  identity: IdentityVerifier;
  certificates: CertificateVerifier;
  close(): Promise<void>;
}

export async function createDeps(source: Record<string, string | undefined>, options: { process?: string; clock?: Clock; sms?: SmsChannel; identity?: IdentityVerifier; certificates?: CertificateVerifier } = {}): Promise<Deps> {
  const env = readEnvironment(source);
  const logger = createLogger(options.process ?? "command", env.LOG_LEVEL);
  const limits = databaseLimits(options.process);
  // the library is loaded only where traces are wanted
  const traces = env.OTEL_EXPORTER_OTLP_ENDPOINT === undefined ? null : (await import("./traces/send.server.ts")).startTraces({ endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT, process: options.process ?? "command", logger });
  const db = openPrisma(env.DATABASE_URL, { limits });
  const pool = openPool(env.DATABASE_URL, { limits });
  const keys = await openKeyRing(pool, env, logger).catch(async (error: unknown) => {
    await Promise.allSettled([db.$disconnect(), pool.end(), traces?.stop()]);
    throw error;
  });
  const redis = openRedis(env.REDIS_URL, logger);
  return {
    env,
    db,
    pool,
    redis,
    meili: createSearchClient(env.MEILI_URL, env.MEILI_KEY),
    crypto: createFieldCrypto(keys),
    keys,
    clock: options.clock ?? systemClock,
    newId: idSource(),
    logger,
    sms: options.sms ?? recordingSms,
    identity: options.identity ?? formOnlyVerifier,
    certificates: options.certificates ?? verifierOf(env),
    async close() {
      keys.close();
      await Promise.allSettled([db.$disconnect(), pool.end(), redis.quit(), traces?.stop()]);
      redis.disconnect();
    },
  };
}

/** For requests: fails at once when Redis is away. BullMQ opens its own patient connections. */
function openRedis(url: string, logger: Logger): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: true, connectTimeout: 2_000, commandTimeout: 1_000, lazyConnect: false });
  redis.on("error", (error) => logger.debug({ error }, "redis connection"));
  return redis;
}

/** The made-up register answers only where all data is made up. */
function verifierOf({ APP_MODE, CERTIFICATE_REGISTER = APP_MODE === "demo" ? "local" : "none", CERTIFICATE_REGISTER_MS }: Environment): CertificateVerifier {
  if (CERTIFICATE_REGISTER === "none") return noVerifier;
  return CERTIFICATE_REGISTER === "local" ? localVerifier : httpVerifier(CERTIFICATE_REGISTER, CERTIFICATE_REGISTER_MS);
}
