/** Under which heading of the rule book a key stands, by the first word of it. */
export const RULE_GROUPS = ["benefits", "posts", "workfare", "work", "watch", "targets", "market"] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

const FIRST_WORDS: Readonly<Record<Exclude<RuleGroup, "market">, readonly string[]>> = {
  benefits: ["travel", "stay-in-work", "training", "startup", "hiring", "post-subsidy", "claim"], posts: ["welfare", "ranger", "pv", "afforestation", "workshop"], workfare: ["workfare"],
  work: ["wage", "work", "retirement", "day"], watch: ["watch"], targets: ["target", "brand", "regime"],
};

/** What has no heading of its own is a matter of the market: posts, employers, matching. */
export function ruleGroup(key: string): RuleGroup {
  const [first = ""] = key.split(".");
  return RULE_GROUPS.find((group) => group !== "market" && FIRST_WORDS[group].includes(first)) ?? "market";
}
