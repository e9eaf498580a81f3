import type { Catalogue } from "../catalogue.ts";

export const common: Catalogue["common"] = {
  name: "Jingangtong",
  tagline: "Jobs and skills matching for Shanxi",
  title: "{{page}} · Jingangtong",
  skip: "Skip to the main text",
  demo: "Demonstration: people, employers and records are made up by the system. No name or identity number is a real person's.",
  nav: {
    label: "Main", jobs: "Find work", guestJobs: "Jobs", board: "Progress", runs: "Matching", login: "Sign in", logout: "Sign out", matches: "My offers", wish: "My wishes", me: "My page",
    posts: "My posts", arrivals: "Confirm arrivals", newPost: "Post a job", employers: "Employers", policy: "Policy figures", home: "Home",
  },
  signedInAs: "Signed in as: {{role}}",
  prefs: { label: "Display", large: "Large print", largeShort: "Large print", normal: "Normal print", dark: "Dark", light: "Light", auto: "As the device", other: "中文" },
  footer: {
    about: "Jingangtong is free for job seekers. Report anybody who asks for a deposit, clothing fee or training fee for a job to your labour bureau, telephone 12333.",
    privacy: "Identity, phone and bank card numbers are stored encrypted and shown masked; every opening of them is recorded.",
    policy: "Policy figures and sources", board: "Progress", style: "Style guide",
  },
  breadcrumb: "You are here",
  back: "Back", save: "Save", cancel: "Cancel", confirm: "Confirm", change: "Change", all: "All", none: "None", unknown: "Not known", yes: "Yes", no: "No", optional: "optional",
  clear: "Clear", more: "See more", refresh: "Refresh", open: "Open", close: "Close", apply: "Apply", choose: "Please choose", colon: ": ", pause: ", ", semicolon: "; ", listed: ", ", inBrackets: " ({{text}})", total: "Total", share: "Share", print: "Print this page",
  count: {
    people_one: "{{n}} person", people_other: "{{n}} people", posts_one: "{{n}} post", posts_other: "{{n}} posts", openings_one: "{{n}} opening", openings_other: "{{n}} openings",
  },
  page: { label: "Pages", previous: "Previous", next: "Next", at: "Page {{page}} of {{pages}}" },
  table: { sortBy: "Sort by {{column}}", ascending: "ascending", descending: "descending", chart: "Table of the figures" },
  form: { problems_one: "One thing needs to be corrected", problems_other: "{{n}} things need to be corrected", error: "Please correct: " },
  wage: {
    range: "¥{{min}}–{{max}} a month", one: "¥{{min}} a month", from: "from ¥{{min}} a month", upTo: "up to ¥{{max}} a month", negotiable: "Pay to be agreed", piece: "Piece rate",
    asPaid: "paid by the {{period}}: ¥{{min}}–{{max}}", asPaidOne: "paid by the {{period}}: ¥{{min}}", months: "{{n}} monthly payments a year",
  },
  seeing: { whom: "Whose",
    head: "Name and telephone", says: "They are shown in part. Say what for before they are opened: the purpose and your account stand in the audit.", name: "Name", phone: "Telephone", none: "No telephone on record", employer: "Employer's telephone",
    why: "What for", note: "In words", noteHint: "Needed with “something else”", open: "Open", purpose: { CALL: "To call the person", VISIT: "To visit", CHECK: "To check what was said", COMPLAINT: "A complaint, wages not paid", OTHER: "Something else" },
  },
  read: { aloud: "Read this page aloud", stop: "Stop reading" },
};
