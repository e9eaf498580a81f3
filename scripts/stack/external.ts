import { StackUnavailable } from "./missing.ts";
import type { Profile } from "./folders.ts";

const NAMES = ["DATABASE_URL", "REDIS_URL", "MEILI_URL"] as const;

export interface ExternalUrls {
  DATABASE_URL: string;
  REDIS_URL: string;
  MEILI_URL: string;
  MEILI_KEY: string;
}

/** Tests create, fill and drop; they only touch what was named for them. */
function refuseRealData(url: string) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  if (name.endsWith("_test")) return;
  throw new StackUnavailable(
    `The tests would write into the database "${name}" of DATABASE_URL, so they stop here. Name services for them ` +
      "(TEST_DATABASE_URL, TEST_REDIS_URL, TEST_MEILI_URL, TEST_MEILI_KEY; the database's name ends in _test), " +
      "or unset DATABASE_URL, REDIS_URL and MEILI_URL: they then start their own.",
  );
}

/** Services named by the environment: all three or none. Null means that a private stack is wanted. */
export function externalUrls(profile: Profile, environment: Record<string, string | undefined>): ExternalUrls | null {
  const testNamed = profile === "test" && NAMES.some((name) => environment[`TEST_${name}`]);
  const prefix = testNamed ? "TEST_" : "";
  const given = NAMES.filter((name) => environment[prefix + name]);
  if (given.length === 0) return null;
  if (given.length < NAMES.length) {
    const missing = NAMES.filter((name) => !environment[prefix + name]).map((name) => prefix + name);
    throw new StackUnavailable(`Set all three of ${NAMES.map((name) => prefix + name).join(", ")}, or none. Missing: ${missing.join(", ")}.`);
  }
  const url = (name: string) => environment[prefix + name] ?? "";
  if (profile === "test") refuseRealData(url("DATABASE_URL"));
  return { DATABASE_URL: url("DATABASE_URL"), REDIS_URL: url("REDIS_URL"), MEILI_URL: url("MEILI_URL"), MEILI_KEY: url("MEILI_KEY") };
}
