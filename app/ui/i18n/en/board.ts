import type { Catalogue } from "../catalogue.ts";

export const board: Catalogue["board"] = {
  title: "Progress", heading: "Transferred to work, {{year}}", headingRegion: "{{region}}: transferred to work, {{year}}", counted: "Counted", goal: "Goal", goalValue: "{{goal}} people", asOf: "As of {{day}}", caliber: "Counting rule: {{name}}", official: "official", otherCaliber: "for comparison",
  rounded: "The counties' goals are scaled and rounded one by one and add up to {{sum}}; the province's, scaled at once, is {{shown}}.",
  openPeople: "See who is counted, and the proof",
  person: "people", ofGoal: "{{share}} of the goal", yearGone: "{{share}} of the year has gone by", seasonGone: "By this day last year {{share}} of the year's total had come in", ahead: "{{points}} points ahead of the season", behind: "{{points}} points behind the season", level: "level with the season",
  carriedOn: "The province's goal is carried on from the plan for 2021–2025 ({{article}}).", sample: "The demonstration is a sample of about 1/{{ratio}}: by the same scale the goal of {{goal}} becomes {{shown}}, against which the bar is drawn.", sampleGoal: "Sample of about 1/{{ratio}}: by the same scale {{shown}} people", choose: "Look at it another way", year: "Year", region: "Region", wholeProvince: "Whole province", show: "Show",
  pace: "Pace", paceSays: "Running total by month, beside the three years before and an even pace", month: "Month", needed: "Even pace", cumulative: "running total of people", byPlace: "Where they went", byStream: "Kind of post", persons: "People", map: "Progress by county", mapSays: "One tile is one county, placed as on the map. The darker the shade and pattern, the more of its goal is reached. Follow a tile to its county.",
  mapNoDuty: "No goal", bandTo: "{{from}}–{{to}}%", bandOver: "{{from}}% and more", counties: "County by county", byCity: "By city", county: "County", city: "City", class: "Class", countyGoal: "Goal", countyCounted: "Counted", countyShare: "Reached", lastYear: "Last year by now", change: "Change", lifted: "Poverty-lifted",
  classUnset: "not set", dutyOnly: "Counties with a goal", noHistory: "No record of last year", noGoal: "No goal was given here.", sortSays: "Sort by the column heads", download: "Download the table (CSV)",
  countyPage: {
    people: "The people counted", peopleSays: "Every number opens to its people. Names are masked.", name: "Name", home: "Home", countedOn: "Counted on", place: "Went to", stream: "Kind of post", employer: "Employer", rung: "Proof", ledger: "Ledger", byRung: "Strength of proof", none: "Nobody has been counted in this year yet.",
    guarded: "The list is open to the labour bureau of the region only.", classTitle: "Class of the county", classSays: "The three classes are not published: a bureau above the county fills them in.", classUnset: "Not set", classSave: "Save the class", classSaved: "Saved.", facts: "The county", lifted: "Poverty-lifted", deep: "Deep-poverty county", notLifted: "Not on the list",
  },
};
