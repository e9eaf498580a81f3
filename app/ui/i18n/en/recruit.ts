import type { Catalogue } from "../catalogue.ts";

export const recruit: Catalogue["recruit"] = {
  register: {
    title: "Register an employer", lead: "Any organisation with a business licence may register, free of charge. Once the labour bureau has checked it, it can publish posts.", link: "Employers register here", have: "You are signed in for an employer: go to my posts", haveAccount: "Have an account? Sign in",
    name: "Name of the organisation", nameHint: "As on the business licence", code: "Unified social credit code", codeHint: "18 characters, on the licence. It is your name for signing in", kind: "How you recruit", licence: "Number of the human resources service licence", licenceHint: "Commercial agencies only", region: "Where you are",
    contact: "Person to ask for", phone: "Telephone", phoneHint: "The bureau calls it to check; job seekers see it once they agree", passwordHint: "10 characters or more, neither the credit code nor the telephone", passwordAgain: "The password was not kept; please type it again.",
    submit: "Register", after: "The labour bureau of your county then checks licence and telephone, usually within a few working days.", done: "Registered; the labour bureau will check it. Sign in with the credit code {{code}} and your password.",
  },
  kindSays: { OWN_RECRUITING: "For your own organisation", COMMERCIAL_AGENCY: "For others, under a human resources service licence. Posts are marked “agency” and left out of searches unless asked for", PUBLIC_AGENCY: "A public employment service of the government" },
  bureau: {
    open: "Look and decide", dueSoon: "due soon", facts: "As registered", account: "Account", hasAccount: "registered by itself", noAccount: "none; known from imported postings", registered: "Registered on", noLicence: "not given", reason: "What the bureau said",
    look: "Check licence, permit and telephone. Each approval counts the time to the next check anew.", again: "Approved already. If all still holds, approve once more.", approveSays: "Approve when licence, code and telephone agree.", suspendReason: "Why suspend it", suspendHint: "The employer reads this",
  },
  recheck: { dueSoon: "Employers are checked again at least every half year. Please see your labour bureau before {{day}}.", overdue: "The check was due on {{day}}; your posts no longer say “verified”. Please see your labour bureau soon." },
  check: {
    button: "Check it first", blocked: "Must change: ", advised: "Better changed: ", unlawful: "Something here is unlawful; it can be published once that is changed.", lawful: "Nothing unlawful. These changes would bring more people.", fine: "No fault found; it can be published.",
  },
  form: { onBehalfOf: "Recruiting for", onBehalfOfHint: "The full name of the organisation people would work for", template: "Start from a template", noTemplate: "No template", useTemplate: "Fill it in" },
  renew: {
    title: "Confirm and renew", link: "Nothing changed? Confirm and renew", short: "Renew", says: "Read it once; if all of it holds, renew. The day of first publication stays, so renewing lifts nothing.", first: "First published", confirmedOn: "Last confirmed", confirmBy: "Closes unless confirmed by", edit: "Something changed: edit it",
    confirm: "We are still recruiting, and every line above is true", send: "Confirm and renew", done: "Renewed; searches show the new date within seconds.", soon: "confirm by {{day}}",
  },
  upload: {
    title: "Publish posts from a table", link: "Publish from a table", says: "One row is one post, and each is checked. What is in order is published at once; for the rest you read why, and send them again.", template: "Download the table to fill in", file: "Table", fileHint: "XLSX or CSV, up to 1 MB and 500 rows at a time", send: "Upload and publish",
    report: "Row by row", counts: "{{rows}} rows: {{published}} published, {{duplicate}} double, {{refused}} not published.", cut: "Not read from line {{line}} on; please send the rest separately.", line: "Line", outcome: "Outcome", why: "Why", published: "published", duplicate: "double", refused: "not published",
  },
  honesty: {
    title: "Honest-ad score", score: "{{n}} of {{of}}", unknown: "Of 100 in all; {{n}} stand for what is not known yet.", points: "{{n}} of {{of}}", notCounted: "not counted yet", how: "Made of these five parts, from facts alone; what is not known yet has no say.",
    employer: "Employer checked", hires: "Did people arrive", pay: "Pay as advertised", reports: "Reported problems", age: "How fresh",
    says: {
      verified: "Checked by the labour bureau, and the check is in date", overdue: "Checked once, but the next check is overdue", unverified: "Not yet checked by the labour bureau",
      hires: "{{openings}} openings, {{filled}} taken, {{arrived}} arrived; {{atEmployer}} arrived at this employer in all", hiresUnknown: "A new post; nobody has arrived yet",
      pay: "{{reports}} who arrived reported their pay; {{kept}} got at least the lowest advertised", payUnknown: "{{reports}} reported their pay; shown from {{least}} on",
      reports: "Within a year: {{open}} being looked into, {{upheld}} upheld", age: "First published {{days}} days ago, confirmed by the employer {{confirmedDays}} days ago",
    },
  },
  pay: { title: "What you were really paid", says: "Used only to check the pay that was advertised, without your name; shown once three people have answered.", month: "Month", monthHint: "For example 2026-11", yuan: "Gross pay of the month (yuan)", send: "Send" },
  flags: {
    title: "Warnings about ads", link: "Warnings about ads", says: "Employers with many much seen ads and no arrival, and texts copied between employers. Note what came of it.", none: "No open warning in your region.", done: "Closed.", note: "What came of it", close: "Close", raised: "Raised on {{day}}",
    kind: { NO_HIRE: "ads without hires", NEAR_DUPLICATE: "copied text" }, noHire: "{{ads}} ads within half a year, seen {{views}} times, and nobody has arrived since {{day}}.", copy: "{{percent}}% of the text is the same:",
  },
  hiring: {
    title: "Hiring", invite: "Invite", invited: "Invited. You see name and telephone once the person agrees.", inTouch: "In touch with", somebody: "A job seeker", since: "Changed on", proposed: "Proposed by a run", live: "Fitting now", liveSays: "People who look for this work, ranked by the one score. They have not been asked, so no names are shown.", nobody: "Nobody who fits is looking for this work now.", full: "This post is full. To hire more people, raise its number of openings.",
    phone: "Telephone", noPhone: "None registered; ask the labour bureau or in the village", notYet: "Shown once the person agrees", recorded: "Your look at the telephone number is on record, and the person may know of it.", hiredSays: "Hired. Confirm when they arrive, and note when they leave.", next: "Next", steps: "So far",
    meetOn: "Day of the interview", meetNote: "Time, place, whom to ask for", doINTERVIEW: "Ask to an interview", offerNote: "Note", offerHint: "First day, papers to bring. The offer goes into the ledger", doOFFERED: "Offer the job", closeNote: "Reason", doCLOSED: "End this contact",
    state: { INVITED: "invited, no answer yet", AGREED: "agreed to talk", INTERVIEW: "interview arranged", OFFERED: "offered, no answer yet", HIRED: "hired", DECLINED: "declined by the person", CLOSED: "ended" },
  },
  invitations: {
    title: "Invitations", says: "Employers who would like to have you. Until you agree they see neither your name nor your telephone.", none: "No employer has invited you yet", agree: "I agree to talk", agreeSays: "Once you agree, the employer sees your name and telephone, and you see theirs.", decline: "No, thank you", link: "Invitations from employers",
    waiting_one: "{{n}} employer waits for your answer", waiting_other: "{{n}} employers wait for your answer",
    is: { INVITED: "The employer invites you. Agree if you would like to talk.", AGREED: "You agreed; the employer will suggest a time.", INTERVIEW: "You are asked to an interview; see when and where below.", OFFERED: "The employer offers you the job. It is for you to say yes or no.", HIRED: "You have accepted this job.", DECLINED: "You said no.", CLOSED: "The employer has ended this contact." },
  },
  notices: { "hiring-invited": "An employer invites you: {{title}}", "hiring-interview": "You are asked to an interview: {{title}}", "hiring-offered": "You are offered a job, please answer: {{title}}", "hiring-closed": "The employer has ended the contact: {{title}}" },
  appeal: {
    link: "Why few apply", title: "Why few apply", says: "Against posts of the same trade: what is missing.", within: { county: "the county", city: "the city", province: "the province" },
    "pay-below": "Low pay: you offer {{pay}} yuan a month on average; the middle of {{posts}} posts of this trade in {{within}} is {{median}}.", "pay-fair": "Fair pay: you offer {{pay}} yuan a month on average; the middle of {{posts}} posts of this trade in {{within}} is {{median}}.", "pay-unknown": "Too few posts of this trade to compare pay.",
    "no-housing": "No housing: {{elsewhere}} of those who look for this trade live in other counties and ask for it first.", far: "Looking for this trade: {{near}} in your county, {{elsewhere}} elsewhere, who count travel and a place to live.", "few-seekers": "Nobody is registered as looking for this trade now. Say that you train newcomers, or ask for less of a certificate.",
  },
  search: { agency: "Include agency posts", agencyOn: "Agency posts included", agencyLegend: "Agencies" },
};
