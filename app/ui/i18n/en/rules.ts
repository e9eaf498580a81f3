import type { Catalogue } from "../catalogue.ts";

export const rules: Catalogue["rules"] = {
  regimes: "The transition and regular assistance compared", book: "Rule book", timeline: "Rules over the years", timelineSays: "A line for each area, a piece for each rule; the dark one is in force.", rows: "All rows", back: "All rules", rowsCount: "Rows: {{n}}", own: "areas with their own: {{n}}",
  drafts: "Drafts that wait", draftsSays: "A draft does nothing until a second officer has switched it on.", draftsNone: "No drafts wait.", state: { DRAFT: "draft", ON: "switched on", DROPPED: "dropped" }, draftedBy: "Drafted by", decidedBy: "Decided by",
  group: { benefits: "Benefits", posts: "Public posts and workshops", workfare: "Workfare", work: "Wages and work", watch: "Watch", targets: "Targets and periods", market: "Recruiting and matching" },
  add: "Add a row", addSays: "Rows are never changed: the old one ends on the day the new one begins. Another officer switches it on.", addNot: "This one is set by the state and can't be typed in here.",
  area: "Where it holds", value: { YUAN: "Amount (yuan)", NUMBER: "Number", CATEGORIES: "Categories of people", MONTH_DAYS: "First and last day (month-day)", CODES: "Codes, separated by commas" },
  valueHint: { YUAN: "Digits only, such as 1800", NUMBER: "A whole number", CATEGORIES: "Tick those it is for", MONTH_DAYS: "Such as 11-01 11-15", CODES: "Such as 6-16-01, 6-16-02" },
  documentNumber: "Document number", documentHint: "As printed on it; without a number, the notice's name", article: "Article", source: "Where it says so", certainty: "Certainty", validFrom: "From which day", validFromHint: "From 1 January of this year at the earliest: past years are closed.", note: "Note", submit: "Keep as a draft",
  draft: {
    title: "Draft of a rule", heading: "Draft: {{key}}", now: "The rule now", next: "Once switched on", closes: "This row ends on {{day}}", closesNone: "There is no row of its own here yet; the wider area's holds.", on: "Switch on", onSays: "It holds at once; everything from its first day on is computed by it.", drop: "Drop", dropReason: "Why it is dropped", reason: "A word on it (optional)",
    simulateFirst: "This rule moves money. Simulate it above for the whole of its area ({{area}}) and look at what it does first.", fourEyes: "You drafted this one: another officer switches it on.", notYours: "This rule is not your area's; you can only look.", saved: "Kept as a draft. Simulate it, then ask another officer to switch it on.", isOn: "Switched on, in force from {{day}}.", isDropped: "Dropped.", from: "from {{day}}",
  },
  sim: {
    title: "Simulation of a rule", heading: "Simulation: {{key}}", run: "Simulate", runSays: "Computes a year of the ledger: had the new rule held all year, who would get more, who less, and what it would cost.", year: "The ledger of which year", list: "Simulations", none: "Nothing has been simulated yet.", value: "Changed to", region: "People of", ofRule: "Where the rule holds",
    status: { QUEUED: "waiting", RUNNING: "under way", DONE: "done", FAILED: "failed" }, progress: "People done", refresh: "Look again", failed: "It did not work out ({{error}}). Please simulate again; if it fails once more, tell the administrator.",
    gain: "Get more", lose: "Get less", same: "Unchanged", before: "A year under the rule in force", after: "A year under the new one", difference: "Difference a year", person: "people", yuan: "yuan", byCounty: "By county", county: "County", people: "Whose amount changes", peopleSays: "Names are masked; each look is recorded.", peopleNone: "Nobody's amount changes.", nowYuan: "Now (yuan)", thenYuan: "Then (yuan)", differenceYuan: "Change (yuan)", home: "Home", otherCounties: "{{n}} other counties", allCounties: "All counties",
    chart: "What a year costs under both rules (yuan)", what: "Try a number", whatSays: "See what it would do, without keeping a draft.", earned: "Counts everybody who meets the conditions by the ledger, whether they applied or not.",
  },
  regime: {
    title: "Two periods of policy compared", heading: "The transition and regular assistance", says: "On the left the rules of the last day of the transition of 2021–2025, on the right those of regular assistance from {{year}}. What was due in a past year is still computed by that year's rules.", key: "Rule", transition: "Transition (2021–2025)", regular: "From {{year}}", change: "Change", changes: { CHANGED: "changed", NEW: "new", ENDED: "ended", SAME: "carried on" }, none: "none", since: "from {{day}}", count: "{{n}} changed, {{same}} carried on.", same: "Carried on as they were",
  },
  chart: { label: "{{key}} over the years", row: "{{area}}: from {{from}} {{value}}" },
};
