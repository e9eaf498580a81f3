import { z } from "zod";

const secret = (bytes: number, what: string) =>
  z.string().refine((v) => Buffer.from(v, "base64").length >= bytes, {
    message: `must be ${what}: at least ${bytes} bytes in base64 (openssl rand -base64 ${bytes})`,
  });

const url = (protocols: string[]) =>
  z.string().refine((v) => URL.canParse(v) && protocols.includes(new URL(v).protocol), {
    message: `must be a URL starting with ${protocols.map((p) => `${p}//`).join(" or ")}`,
  });

/** Everybody sleeps, and the day's changes are in. */
const NIGHT = 2;
/** Short enough that nobody notices, long enough to carry a rush. */
const PAGES_KEPT = 30;

const schema = z.object({
  /** demo: made-up data, demo accounts, SMS to a page. production: refuses all three. */
  APP_MODE: z.enum(["demo", "production"], { message: "must be demo or production" }).default("production"),
  DATABASE_URL: url(["mysql:", "mariadb:"]),
  REDIS_URL: url(["redis:", "rediss:"]),
  MEILI_URL: url(["http:", "https:"]),
  MEILI_KEY: z.string().min(16, "must be Meilisearch's master key, 16 characters or more"),
  MEILI_PREFIX: z.string().regex(/^[a-z0-9_]*$/, "may hold a-z, 0-9 and _").default(""),
  QUEUE_PREFIX: z.string().regex(/^[a-z0-9_]+$/, "may hold a-z, 0-9 and _").default("jgt"),
  SESSION_SECRET: secret(32, "the key that signs cookies"),
  DATA_KEY: secret(32, "the key that encrypts personal data"),
  INDEX_KEY: secret(32, "the key of the blind index"),
  /** the cipher of new keys: AES-256-GCM with HMAC-SHA-256, or 国密 SM4-GCM with HMAC-SM3 */
  FIELD_CIPHER: z.enum(["aes", "sm4"], { message: "must be aes or sm4" }).default("aes"),
  /** how often a process looks for announced keys */
  KEY_RELOAD_SECONDS: z.coerce.number("must be a number of seconds").min(0.05).max(60).default(5),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number("must be a port number").int().min(0).max(65535).default(3000),
  /** where `remix vite:build` put the web application */
  BUILD_DIR: z.string().default("build"),
  PUBLIC_URL: url(["http:", "https:"]).optional(),
  /** who is believed about the address of a visitor; everybody else is taken for one */
  TRUSTED_PROXIES: z.string().regex(/^(?:loopback|[0-9a-f.:]+(?:\/\d{1,3})?)(?:, *(?:loopback|[0-9a-f.:]+(?:\/\d{1,3})?))*$/i, "must be addresses or networks with commas between, or loopback").default("loopback"),
  /** required: nobody of OFFICER or ADMIN works without a second factor; by default so in production */
  SECOND_FACTOR: z.enum(["required", "optional"], { message: "must be required or optional" }).optional(),
  METRICS_TOKEN: z.string().min(16, "must have 16 characters or more").optional(),
  /** where traces go, over OTLP/HTTP; without it none are made */
  OTEL_EXPORTER_OTLP_ENDPOINT: url(["http:", "https:"]).optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  /** a register of certificates that answers over HTTP; `none`: nobody is asked. Left out: a made-up one in a demonstration, none otherwise */
  CERTIFICATE_REGISTER: z.union([z.literal("none"), z.url({ protocol: /^https?$/ })], { message: "must be an address, or none" }).optional(),
  CERTIFICATE_REGISTER_MS: z.coerce.number("must be a number of milliseconds").int().min(100).max(30_000).default(4_000),
  /** the hour in China at which the province is matched; by default 2 in production, never in a demo */
  NIGHTLY_MATCH_HOUR: z.union([z.literal("off").transform(() => null), z.coerce.number().int().min(0).max(23)], { message: "must be an hour from 0 to 23, or off" }).optional(),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  /** how many pages one web process makes at once; who comes on top waits a moment or is told to come back. 0: it takes on everything */
  PAGES_AT_ONCE: z.coerce.number("must be a number of pages").int().min(0).max(1_000).default(16),
  /** how old a public page may be that a guest is given; by default 30 in production, 0 in a demo, where one looks on as things change */
  KEEP_PAGES_SECONDS: z.coerce.number("must be a number of seconds").int().min(0).max(300).optional(),
}).transform((env) => ({
  ...env,
  NIGHTLY_MATCH_HOUR: env.NIGHTLY_MATCH_HOUR === undefined ? (env.APP_MODE === "production" ? NIGHT : null) : env.NIGHTLY_MATCH_HOUR,
  SECOND_FACTOR: env.SECOND_FACTOR ?? (env.APP_MODE === "production" ? ("required" as const) : ("optional" as const)),
  KEEP_PAGES_SECONDS: env.KEEP_PAGES_SECONDS ?? (env.APP_MODE === "production" ? PAGES_KEPT : 0),
}));

export type Environment = z.infer<typeof schema>;

export class EnvironmentError extends Error {
  constructor(readonly problems: { variable: string; problem: string }[]) {
    super(
      `The environment is not right, nothing was started. 环境变量有误，未启动。\n${problems
        .map((p) => `  ${p.variable}: ${p.problem}`)
        .join("\n")}`,
    );
    this.name = "EnvironmentError";
  }
}

/** Keys anybody could have read in a manual; production refuses them. */
const KNOWN_SECRETS = new Set(["changeme", "secret", "masterKey", "aSampleMasterKey"]);

/** Reads the settings, or throws EnvironmentError that names each wrong variable and what it must be. */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new EnvironmentError(
      parsed.error.issues.map((issue) => ({
        variable: String(issue.path[0]),
        problem: given[String(issue.path[0])] === undefined ? "is not set; see the table of settings in README.md" : issue.message,
      })),
    );
  }
  const env = parsed.data;
  if (env.APP_MODE === "production") {
    const weak = (["MEILI_KEY", "SESSION_SECRET", "DATA_KEY", "INDEX_KEY"] as const).filter((name) => isWeak(env[name]));
    if (weak.length > 0) {
      throw new EnvironmentError(weak.map((variable) => ({ variable, problem: "is a default or trivial secret; make one of its own" })));
    }
    if (env.DATA_KEY === env.INDEX_KEY) {
      throw new EnvironmentError([{ variable: "INDEX_KEY", problem: "must differ from DATA_KEY" }]);
    }
  }
  return env;
}

/** The address people type, without a slash at its end. */
export function originOf(env: Pick<Environment, "PUBLIC_URL" | "HOST" | "PORT">): string {
  return (env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/$/, "");
}

function isWeak(value: string): boolean {
  return KNOWN_SECRETS.has(value) || new Set(Buffer.from(value, "base64")).size < 8;
}
