import type { Catalogue } from "../catalogue.ts";

export const policy: Catalogue["policy"] = {
  title: "Policy figures", heading: "Policy figures and their sources", says: "Every number the system uses, with the article it comes from and the days it is in force. A new rule is a new row; what was counted under an old rule stays so.", key: "Figure", value: "Value", area: "Area", source: "Source", from: "From", to: "Until", open: "open", certainty: "Certainty",
  inForce: "in force", past: "past", future: "to come", article: "article ({{n}})", wholeProvince: "Whole province", note: "Note", none: "There are no policy figures.",
  certain: { PLAN: "the plan", FOUND: "document found", CHECKED: "text checked", MEMORY: "to be checked" },
};
