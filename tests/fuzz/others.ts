import fc from "fast-check";
import type { z } from "zod";
import { contactSchema } from "#app/data/dispatch/contacts.server.ts";
import { occupationCodesSchema } from "#app/data/matching-facts/person-facts.server.ts";
import { weightsSchema } from "#app/data/occupations/lexicon.server.ts";
import { aliasesSchema } from "#app/data/search-sources/posts.server.ts";
import { codesSchema } from "#app/data/search-sources/profiles.server.ts";
import { homeSchema, whoSchema } from "#app/domain/account/registration.ts";
import { fromPayload } from "#app/domain/certificate/signed.ts";
import { readRunResult } from "#app/domain/matching/read-run-result.ts";
import { registrationSchema } from "#app/domain/person/registration.ts";
import { postInputSchema } from "#app/domain/post/post-input.ts";
import { storedCare } from "#app/domain/profile/care.ts";
import { caliberRuleSchema } from "#app/domain/target/caliber.ts";
import { registerReply } from "#app/platform/certificate-verifier.server.ts";
import { EnvironmentError, readEnvironment } from "#app/platform/environment.server.ts";
import { openText } from "#app/platform/signed-text.server.ts";
import { claimFilter } from "#app/platform/web/claim-query.ts";
import { dayIn } from "#app/platform/web/day-query.ts";
import { formValues } from "#app/platform/web/guards.server.ts";
import { batchSchema } from "#app/platform/web/phone-queue.server.ts";
import { yearIn } from "#app/platform/web/year-query.ts";
import { readDraft } from "#app/usecases/accounts/registration-draft.server.ts";
import { signInSchema } from "#app/usecases/auth/sign-in.server.ts";
import { noteSchema } from "#app/usecases/helpers/consent-by-code.server.ts";
import { manifestSchema } from "#prisma/backup/manifest.ts";
import { secretsSchema } from "#scripts/stack/secrets.ts";
import { parsePostSearch, postSearchUrl } from "#search/queries/params.ts";
import { profileSearchSchema } from "#search/queries/profile-search.ts";
import { deliveriesSchema } from "#workers/catalog/payloads.ts";
import type { Boundary } from "./boundaries.ts";
import { hostileText } from "./hostile.ts";

const parsed = (name: string, schema: z.ZodType): Boundary => ({ name, schema, read: (value) => schema.parse(value) });
const kept = (name: string, schema: z.ZodType): Boundary => ({ ...parsed(name, schema), anyLength: true });

/** An address' query, which may name anything any number of times. */
const query = fc.array(fc.tuple(fc.oneof(fc.constantFrom("day", "year", "state", "benefit", "page", "q", "stream", "region", "place", "wage", "cert", "level", "sort", "near", "brand", "v", "housing", "__proto__"), hostileText), fc.oneof(hostileText, fc.constantFrom("1", "2026-11-27", "2026", "DRAWN", "140100", "wage"))), { maxLength: 12 })
  .map((pairs) => new URLSearchParams(pairs));
const read = (name: string, near: fc.Arbitrary<unknown>, reader: (value: never) => unknown): Boundary => ({ name, near, read: reader as (value: unknown) => unknown });
const asQuery = (value: unknown) => (value instanceof URLSearchParams ? value : new URLSearchParams({ q: typeof value === "string" ? value : "" }));

const form = fc.array(fc.tuple(fc.oneof(fc.constantFrom("name", "acts", "__proto__", "constructor", "length"), hostileText), hostileText), { maxLength: 12 });
const formOf = (value: unknown) => {
  const data = new FormData();
  for (const pair of Array.isArray(value) ? value.slice(0, 1_000) : []) if (Array.isArray(pair) && typeof pair[0] === "string") data.append(pair[0], String(pair[1]));
  return data;
};

const secret = (from: number) => Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 7 + from) % 256)).toString("base64");
const word = fc.constant("0a".repeat(24));
const secretsNear = fc.record({ databasePassword: word, databaseRootPassword: word, redisPassword: fc.oneof(word, hostileText), meiliKey: word, sessionSecret: fc.constant(secret(0)), dataKey: fc.constant(secret(1)), indexKey: fc.constant(secret(2)) });
const settings = fc.record({
  DATABASE_URL: fc.constant("mysql://a:b@127.0.0.1:3306/x"), REDIS_URL: fc.constant("redis://127.0.0.1"), MEILI_URL: fc.constant("http://127.0.0.1"), MEILI_KEY: fc.constant("0123456789abcdef0123"),
  SESSION_SECRET: fc.constant(secret(0)), DATA_KEY: fc.constant(secret(1)), INDEX_KEY: fc.constant(secret(2)), PORT: fc.oneof(hostileText, fc.constant("3000")), NIGHTLY_MATCH_HOUR: fc.oneof(hostileText, fc.constantFrom("off", "2")), PUBLIC_URL: fc.oneof(hostileText, fc.constant("https://a.example")), CERTIFICATE_REGISTER: fc.oneof(hostileText, fc.constant("none")),
}, { requiredKeys: ["DATABASE_URL", "REDIS_URL", "MEILI_URL", "MEILI_KEY", "SESSION_SECRET", "DATA_KEY", "INDEX_KEY"] });

/** What is read beside the use cases, by the file that reads it. */
export const READ_IN: Readonly<Record<string, readonly Boundary[]>> = {
  "app/usecases/auth/sign-in.server.ts": [parsed("sign-in", signInSchema)],
  "app/usecases/accounts/registration-draft.server.ts": [parsed("registration: who", whoSchema), parsed("registration: home", homeSchema), read("registration: draft", fc.object(), readDraft)],
  "app/usecases/helpers/consent-by-code.server.ts": [kept("consent: what was asked", noteSchema)],
  "app/usecases/posts/upload-posts.server.ts": [parsed("post", postInputSchema)],
  "app/domain/person/registration.ts": [parsed("a person, told by an agent", registrationSchema)],
  "app/platform/environment.server.ts": [{ name: "settings", near: settings, read: (value) => readEnvironment((value ?? {}) as never), refuses: (error) => error instanceof EnvironmentError }],
  "app/platform/web/day-query.ts": [
    read("query: day", query, (value) => dayIn(asQuery(value), "2026-11-27")), read("query: year", query, (value) => yearIn(asQuery(value), "2026-11-27")), read("query: claims", query, (value) => claimFilter(asQuery(value))),
    { ...read("form: values", form, (value) => formValues(formOf(value))), anyLength: true },
  ],
  "app/platform/web/phone-queue.server.ts": [kept("sync: people", batchSchema(40)), kept("sync: rolls", batchSchema(120))],
  "app/platform/certificate-verifier.server.ts": [parsed("register's reply", registerReply)],
  "app/domain/certificate/signed.ts": [read("certificate: payload", fc.array(hostileText, { minLength: 11, maxLength: 11 }), fromPayload), read("certificate: text", fc.oneof(hostileText, fc.array(hostileText, { minLength: 4, maxLength: 4 }).map((parts) => parts.join("."))), (value) => openText(typeof value === "string" ? value : "", new Map([["k1", "x".repeat(43)]])))],
  "app/data/occupations/lexicon.server.ts": [kept("stored: weights", weightsSchema)],
  "app/data/search-sources/profiles.server.ts": [kept("stored: wishes", codesSchema)],
  "app/data/search-sources/posts.server.ts": [kept("stored: aliases", aliasesSchema)],
  "app/data/matching-facts/person-facts.server.ts": [kept("stored: occupations", occupationCodesSchema)],
  "app/data/ledger/calibers.server.ts": [kept("stored: caliber", caliberRuleSchema)],
  "app/data/dispatch/contacts.server.ts": [kept("stored: contact", contactSchema)],
  "app/domain/profile/care.ts": [kept("stored: care", storedCare)],
  "app/domain/matching/read-run-result.ts": [read("stored: a run's result", fc.object(), readRunResult)],
  "workers/handlers/deliver.ts": [parsed("job: deliveries", deliveriesSchema)],
  "search/queries/params.ts": [read("query: a search", query, (value) => parsePostSearch(postSearchUrl(parsePostSearch(asQuery(value)).params)))],
  "search/queries/search-profiles.ts": [parsed("search: profiles", profileSearchSchema)],
  "prisma/backup/manifest.ts": [kept("backup: manifest", manifestSchema)],
  "scripts/stack/secrets.ts": [{ ...kept("own services' secrets", secretsSchema), near: secretsNear }],
};

/** Read with a schema, and from nowhere outside. */
export const NOT_FROM_OUTSIDE: Readonly<Record<string, string>> = {
  "app/domain/matching/rules.ts": "policy rows in force: written by the rule book's use cases, which are tried",
  "app/domain/welfare/rules.ts": "the same",
  "app/usecases/welfare/take-step.server.ts": "input that its own use case has read already",
  "prisma/seed/reference.ts": "the reference files of this repository",
  "scripts/command-line.ts": "arguments of whoever runs the command",
};

export const OTHERS: readonly Boundary[] = Object.values(READ_IN).flat();
