import type { Catalogue } from "../catalogue.ts";

export const runs: Catalogue["runs"] = {
  title: "Matching runs", heading: "Matching runs", says: "Every run is recorded: the day of its data, whom it offered what, and what they answered. Matching only proposes; people decide.", start: "Start a run", startRegion: "Region", startButton: "Start matching", none: "No run yet.", when: "Asked for", region: "Region", by: "Asked by",
  status: "State", seekers: "Job seekers", posts: "Posts", openings: "Openings", pairs: "Possible pairs", proposals: "Offers", seconds: "Time", secondsValue: "{{n}} s", asOf: "Data of", system: "System",
  page: {
    title: "Matching run", heading: "{{region}}, matching of {{day}}", progress: "Progress", failed: "This run didn't finish: {{error}}", stages: "By the order of help", stageSays: "The market first, then workshops and workfare, public-welfare posts last", stage: "Step", streams: "Kinds of post", considered: "People considered", assigned: "People offered a post",
    decisions: "Answers", matches: "People", byStream: "Offers by kind", meanScore: "Mean match", scores: "How well they match", band: "Match", skipped: "Left alone because an offer is open", refreshing: "Updates every 3 seconds", refresh: "Refresh for the latest",
  },
};
