import type { desk as zh } from "../zh/desk.ts";

export const desk: typeof zh = {
  title: "Workbench", nav: "Workbench", nothing: "Nothing waits for you just now.", sum: "Waiting for you: {{waiting}}.", sumLate: "Waiting for you: {{waiting}}, of them past their day: {{late}}.", late: "{{n}} late",
  groups: { people: "People", work: "Employers and posts", money: "Money", count: "The count" },
  queues: {
    watch: "Warnings about households", checkins: "Check-ins and calls for help", questions: "Questions to answer", certificates: "Certificates to check", rosters: "Rosters to decide on", dispatches: "Departures within three days", noShows: "Did not come: to be called",
    booths: "Fairs with booths to decide", employers: "Employers to verify", reports: "Reports of posts", flags: "Warnings about ads", welfare: "Public-welfare posts to review", workfare: "Workfare projects short of their labour share",
    claims: "Claims to decide", claimsToPay: "Claims checked, to be paid", welfareSheets: "Public-welfare pay sheets not settled", workfareSheets: "Workfare pay sheets not settled", samples: "Random checks to telephone",
  },
  places: "Go to",
  placeNames: {
    "/bureau/welfare/quotas": "Public-welfare quotas and funds", "/bureau/welfare/exits": "Public-welfare posts that end", "/bureau/workfare": "Workfare projects", "/bureau/workshops": "Workshops and returnees", "/bureau/certified": "All certified", "/bureau/certificates/ending": "Certificates running out", "/bureau/issuers": "Issuing bodies", "/bureau/operators": "Accounts of bodies and brands", "/bureau/training": "Skills training", "/bureau/brands": "Labour brands", "/board/brands": "Brands by county", "/bureau/dispatches": "Organised departures", "/bureau/fairs": "Job fairs", "/bureau/drives": "Drives", "/bureau/agreements": "Labour agreements", "/bureau/stations": "Service stations", "/bureau/overseas": "Work abroad: licences and filings", "/agent/register": "Register a worker",
    "/board/samples": "Random checks", "/board/months": "Frozen months", "/board/calibers": "Calibers", "/policy/regimes": "The two regimes side by side", "/bureau/audit": "Who opened personal data",
  },
};
