import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { RULE_GROUPS, ruleGroup } from "#app/domain/policy/groups.ts";
import { findText } from "./i18n/translate.ts";

const keys = [...new Set((JSON.parse(readFileSync("prisma/seed/data/policy-parameters.json", "utf8")) as { key: string }[]).map(({ key }) => key))];

it("every key of the rule book has its name in both languages, and every heading some keys", () => {
  const nameless = keys.filter((key) => (["zh", "en"] as const).some((locale) => findText(locale, `policy.keys.${key.replaceAll(".", "_")}`) === null));
  expect(nameless).toEqual([]);
  expect(RULE_GROUPS.filter((group) => !keys.some((key) => ruleGroup(key) === group))).toEqual([]);
  expect([ruleGroup("workfare.labour-share.floor.pct"), ruleGroup("workshop.recognition.years"), ruleGroup("work.age.min"), ruleGroup("match.near-home.km")]).toEqual(["workfare", "posts", "work", "market"]);
});
