import type { Catalogue } from "../catalogue.ts";

export const tables: Catalogue["tables"] = {
  link: "Export XLSX", linkOf: "Export XLSX: {{table}}", about: "About", title: "Title", region: "Your region", asOf: "As of", rows: "Rows", cut: "Note", cutSays: "Only the first {{shown}} of {{total}} rows. Narrow the filters and export again.",
  source: "Source", sourceSays: "Jingangtong, at the same moment and with the same filters as the page", masked: "Masked", maskedSays: "Names, ID numbers and telephones are masked as on the page. Do not pass on.", total: "Total: {{what}}", side: "Side", kind: "Grouping", seq: "No.",
  sites: "Resettlement sites", sitesSays: "The resettlement sites in your region, and the people on record who live there.", site: "Site", county: "County", households: "Households", people: "People", wageMin: "Monthly pay from (yuan)", wageMax: "Monthly pay to (yuan)", period: "Paid by", openings: "Openings left",
  jobs: "Posts", verified: "Verified", placementLedger: "Ledger", event: "Event", happened: "Happened on", recorded: "Recorded", by: "Said by", evidence: "Proof", reason: "Reason", takenBack: "Taken back", seal: "Seal",
};
