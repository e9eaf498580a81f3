import type { Shape } from "../catalogue.ts";
import type { workfare as source } from "../zh/workfare.ts";

export const workfare: Shape<typeof source> = {
  title: "Workfare", saved: "Saved.", yuan: "yuan", yuanWeek: "yuan a week", about: "The project",
  kind: { FUNDED: "Workfare project", PROMOTED: "Promoted workfare" }, kindSays: { FUNDED: "Paid from workfare funds", PROMOTED: "Paid from other public funds, and done with local people in the same way" },
  part: { FOREMAN: "Foreman", REPRESENTATIVE: "Workers' representative", WORKER: "Worker" },
  objection: { "no-account": "No account yet", "account-of-another": "Not their own account", "account-shared": "Same account as somebody else" },
  account: { number: "Bank account or social-security card", hint: "12 to 23 digits; copy them from the card", bank: "Bank", own: "This account is in my own name", save: "Save the account" },
  list: {
    lead: "Whether labour pay reaches its floor, and which project must hurry.", danger_one: "{{n}} project will not reach its floor of labour pay at this pace; it stands first.", danger_other: "{{n}} projects will not reach their floor of labour pay at this pace; they stand first.", new: "Register a project", none: "No workfare project in this region yet", caption: "Projects and labour pay",
    name: "Project", county: "County", state: "Labour pay", notAwarded: "Not awarded yet", funds: "Public funds (yuan)", floor: "Floor (yuan)", spent: "Paid and owed (yuan)", share: "Of funds", end: "Ends", waits: "Waiting", waitsValue: "rolls {{rolls}}, sheets {{sheets}}",
  },
  form: {
    newTitle: "Register a workfare project", editTitle: "Change the project", heading: "The project", town: "In which township", townHint: "Villages come next", next: "Next", otherTown: "Another township", register: "Register", save: "Save",
    name: "Name", nameHint: "As on the approval", kind: "Class", approvedOn: "Approved on", approvedHint: "The floor follows the rules of this day", approvalRef: "Number of the approval", funds: "Public funds (yuan)", fundsHint: "One box for each line; leave the others empty",
    share: "Planned labour pay (% of funds)", rate: "Pay of a day (yuan)", hours: "Hours a day", startsOn: "First day", lastOn: "Last day", places: "In which villages", placesHint: "Tick the whole township, or villages", wholeTown: "All of {{town}}", moreTowns: "The works are in another township too", addTown: "One more township", addTownHint: "Of the same county. Tick its villages then; what you typed stays.", showTown: "Add it",
    movedOn: "Somebody else has changed this project since you opened it. What differs stands below.", nowSays: "now {{now}}", yours: "you typed {{yours}}",
  },
  progress: { label: "Works done, in percent", never: "Not told yet", last: "Last told on {{day}}: {{pct}}%", over: "The works are over", save: "Save the progress" },
  forecast: {
    title: "Labour pay", spent: "Paid and owed", spentNote: "{{share}} of the funds; {{paid}} yuan have arrived", floor: "Floor", floorNote: "{{share}}; planned {{planned}} yuan", atEnd: "At the end, at this pace", atEndNote: "By the works {{byWorks}}, by the calendar {{byTime}} yuan; the lower counts", needed: "Each week left needs", neededNote: "{{weeks}} weeks left; {{now}} yuan a week so far",
    planBelow: "The plan has {{planned}} yuan of labour pay, below the floor of {{floor}} yuan. Please change the plan.", todo: "Use more local people and fewer machines, more hands or more days. The earlier the easier.",
    state: { EARLY: "Too early to tell", MET: "Floor reached", SAFE: "Will reach it", AT_RISK: "Will not reach it", TOO_LATE: "Out of reach for this crew", MISSED: "Over, and missed" },
    flag: {
      AT_RISK: "{{lacking}} yuan are lacking. Each of the {{weeks}} weeks left needs {{needed}} yuan; it is {{now}} now.", TOO_LATE: "{{lacking}} yuan are lacking. If everybody of the crew worked every day it would be {{most}} yuan at the end. More people are needed: {{needed}} yuan in each of {{weeks}} weeks.", MISSED: "The works are over, and labour pay is {{lacking}} yuan below the floor.",
    },
  },
  chart: { says: "Labour pay added up week by week, against the floor", worked: "Paid and owed", floor: "Floor", forecast: "At this pace", label: "Paid and owed {{spent}} yuan, floor {{floor}} yuan, at the end {{forecast}} yuan at this pace", table: "The figures of each week", week: "Until", inWeek: "In the week", ofFloor: "Of the floor" },
  floors: { caption: "Floor of labour pay by fund line", line: "Funds", amount: "Amount (yuan)", pct: "Share", floor: "Floor (yuan)", rule: "Rule", noRule: "No rule on the day of approval", article: "plan, article {{n}}", since: ", since {{day}}", memory: " (to be checked)", total: "Total" },
  award: {
    title: "Award", link: "Record the award", none: "Not awarded yet.", kind: "How", kinds: { TENDER: "Tender", NEGOTIATED: "Negotiated" }, kindSays: { TENDER: "An open tender, as the rule asks", NEGOTIATED: "Only where a rule allows it, with a reason" },
    mayTeam: "Negotiated with a special work team", yes: "Allowed", teamOver: "The rule has ended", teamNotDeep: "Not allowed: the county was not deep-poor", maySmall: "Small works without a tender", contractor: "Contractor", noUnit: "Not a registered unit: name the team below", teamName: "Name of the team", teamNameHint: "For a work team without a business licence", isTeam: "It is a special work team", isTeamHint: "{{share}} of it should be local people",
    team: "special work team", teamSize: "People in the team", teamLocal: "Of them local", teamLocalValue: "{{local}} of {{size}}", tooFewLocal: "Too few local people", amount: "Contract (yuan)", on: "Date", document: "Number of contract or minutes", documentHint: "So that the original can be found", reason: "Reason", reasonHint: "Needed where it was negotiated", ground: "Rule", save: "Record",
  },
  hire: {
    title: "Hire local people", link: "Hire local people", lead: "Posts are public, and people of the county who look for work are proposed: monitored households first, then who fits best.", posts: "Posts of the project", noPosts: "No post yet.", post: "Post", rate: "Pay of a day (yuan)", openings: "Openings", act: "Hire", who: "Who fits", open: "Open", closed: "Full or over",
    fitting_one: "{{title}}: {{n}} person of the county fits", fitting_other: "{{title}}: {{n}} people of the county fit", fittingSays: "Whoever is invited is told and answers for themselves. A village agent asks those without a telephone.", nobody: "Nobody fits now", nobodySays: "Ask for less, or pay a little more.", monitored: "monitored household",
    new: "Open a post", opened: "The post is published; who fits stands below.", postTitle: "Title", postTitleHint: "For example: helper for dry walls", occupation: "Trade", choose: "Choose", where: "Where", description: "The work", descriptionHint: "What is done, which tools, whether there is a bus", insurance: "Accident insurance", meals: "Meals", publish: "Publish",
  },
  crew: {
    title: "Crew", link_one: "Crew ({{n}} person)", link_other: "Crew ({{n}} people)", lead: "Who was hired stands here by itself; people of the special team are added below. Wages go to the worker's own account only.", none: "Nobody yet", noneSays: "Open a post first, or add people of the special team below.",
    nr: "No.", name: "Name", village: "Village", how: "Came by", hired: "a post", byTeam: "the team", since: "Since", account: "Account", setAccount: "Set account", part: "Part", setPart: "Change", gone: "Leaves the crew", left: "Left",
    accountOf: "Account of {{name}}", accountNow: "Now: {{account}}", accountSays: "Copy it from their card. It is kept encrypted and opened for the bank's list only.", accountOwn: "It is in their own name", add: "Add somebody of the special team", addSays: "They must be on record. Who lives elsewhere is registered by their own bureau.", fullName: "Name", idNumber: "Resident ID", addButton: "Add to the crew",
  },
  rolls: {
    title: "Muster rolls", says: "One for a week or half a month, with days and two signatures. It works without signal, and a paper sheet can be entered later: pay does not wait.", none: "No roll yet.", nr: "Roll", roll: "Roll no. {{nr}}", days: "Days", state: "State", open: "Open", closed: "Closed", persons: "People", worked: "Days worked", pay: "Pay (yuan)",
    from: "From", span: "How long", spans: { WEEK: "A week", HALF_MONTH: "Half a month" }, new: "Open a roll",
  },
  muster: { title: "Muster rolls", lead: "How many days everybody worked. Two sign: the foreman and the workers' representative.", phone: "Works without signal", none: "No roll for you to keep", noneSays: "Once a project has a contractor and a crew, its rolls stand here.", next: "Open the next one, from {{day}}" },
  roll: {
    title: "Muster roll", heading: "Roll no. {{nr}}, {{from}} to {{to}}", print: "Print the paper roll", says: "One box is one day: 1 is a whole day of {{hours}} hours, ½ is half of one.", closedSays: "The roll is closed. A change is a new line with its reason; the old one stays.", nobody: "Nobody in the crew yet", nobodySays: "Add people to the crew first, or hire.",
    rate: "A day (yuan)", sum: "{{days}} days, {{yuan}} yuan", total: "{{people}} people, {{yuan}} yuan", fromPaper: "Copied from the paper roll", save: "Save", correct: "Correct", reason: "Why it is changed", reasonHint: "Needed in a closed roll", done: { saved: "Recorded.", signed: "Signed.", closed: "The roll is closed and its days are booked; a pay sheet can be made." },
  },
  chain: { whole: "{{n}} records, none changed", broken: "Record {{seq}} has been changed and is not what was written. Stop paying until it is cleared up.", cut: "Records at the end are missing: they don't match the seal. Stop paying until it is cleared up.", tallies: "Tallies with the ledger of paid days, {{n}} days", differs: "{{entered}} days in the roll, {{booked}} in the ledger of paid days", seal: "Seal" },
  conflict: { title: "Somebody else has written the same day since you opened it.", movedOn: "It was changed again just now. Please look once more.", says: "Both sides stand below. Tick what is to be as you wrote it; the rest stays as it is.", stored: "There now:", yours: "Yours:", save: "Decide" },
  sign: {
    title: "Two signatures", says: "Foreman and workers' representative sign once each, in their own account or on paper. Nobody's face is scanned.", mine: "I have read it, and sign", missing: "Not signed yet", onAccount: "Signed in their own account", onPaper: "Signed on paper, sheet {{sheet}}", sheetNo: "Number of the paper sheet", sheetNoHint: "Once both have signed on paper", paper: "Record the paper signatures",
  },
  close: { title: "Close the roll", says: "After both signatures. Its days are booked then: nobody is paid for two whole days at once. Who was hired and works for the first time has arrived.", button: "Close the roll" },
  history: {
    title: "Every record", says: "Only added to, never changed. Each print covers the record before, so that a changed day shows.", none: "No record yet.", open: "See {{n}} records", newest: "The newest {{n}} stand below.", seq: "No.", what: "Record", how: "How", by: "By", at: "When", hash: "Print",
    kind: { FOREMAN: "Foreman signed", REPRESENTATIVE: "Representative signed", CLOSED: "Roll closed" }, way: { PAGE: "Page", PHONE: "Phone without signal", PAPER: "Paper" },
  },
  sheet: {
    title: "Paper roll", says: "Hang it at the site and fill a box each day. The code at the top right opens this roll's page.", names: "Print with full names (recorded)", print: "Print", heading: "Workfare muster roll", how: "“1” for a whole day, “½” for half, empty for none", number: "Sheet no.", qr: "Open this roll", name: "Name", days: "Days", rate: "A day (yuan)", signs: "Signature", foreman: "Foreman", representative: "Representative", on: "Date",
  },
  phone: {
    title: "A roll on the phone", lead: "Open it once with signal and the rolls are on the phone, encrypted. Without signal you go on; with signal it is sent by itself.", needsScript: "This page needs the browser's script. Without it, use the roll's own page or the paper roll.", rolls: "Rolls on this phone",
    rate: "A day (yuan)", take: "{{n}} rolls. Set a PIN before you leave the signal, so that they stay on the phone.", taken: "{{n}} rolls on the phone, as of {{time}}.", noRolls: "No open roll.", openFirst: "Enter the PIN to see the rolls.", roll: "Roll {{name}}", choose: "Choose a roll", save: "Save the sheet", saved: "Kept on the phone; it is sent when there is signal.", nothing: "Nothing was changed.", refreshed: "The rolls are up to date.", away: "The rolls can't be fetched now; try with signal.", sent: "Sent: roll {{name}}",
  },
  sheets: {
    title: "Pay sheets", says: "Computed from closed rolls, each day once. One officer makes it, another approves it, it is made public, and pay goes straight to the worker's account.", none: "No pay sheet yet.", nothing: "Nothing is due.", held: "Roll no. {{nr}} was changed after it was closed and is held back. Open it and clear that up; the other rolls are paid.", make: "Make a pay sheet: {{n}} people, {{yuan}} yuan", overpaid_one: "For {{n}} day more was paid than the correction says. It can't be taken off a wage; please talk to the worker.", overpaid_other: "For {{n}} days more was paid than the correction says. It can't be taken off a wage; please talk to the workers.",
    nr: "Sheet", sheet: "Pay sheet no. {{nr}}", state: "State", states: { DRAFT: "Waits for a second officer", APPROVED: "Made public", SENT: "At the bank", DONE: "All arrived" }, persons: "People", total: "Amount (yuan)", paid: "Arrived", failed: "Failed",
  },
  pay: {
    purpose: "What the account numbers are opened for", purposeSays: "Kept in the audit; 4 characters or more.", purposeIs: "Wages of pay sheet {{nr}}", purposeAgain: "File {{nr}} was lost, fetched again",
    title: "Pay sheet", heading: "Pay sheet no. {{nr}}", total: "Total", people: "People", madeBy: "Made by", approvedBy: "Approved by", publicity: "Publicity sheet", publicUntil: "Public before {{day}}", withheld_one: "{{n}} person has no account that may be paid into; it waits until that is put right.", withheld_other: "{{n}} people have no account that may be paid into; they wait until that is put right.", fixAccounts: "See the accounts",
    otherApproves: "You made this sheet; another officer approves it.", approveSays: "Check people, days and amounts, and approve. It is made public from then on.", approve: "Approve", discard: "Discard and make anew", approved: "Approved, and public from today.", afterPublicity: "It is public until {{day}}; then it goes to the bank.",
    fileSays_one: "The bank's list has {{n}} person, {{yuan}} yuan. Downloading opens the account, and is recorded.", fileSays_other: "The bank's list has {{n}} people, {{yuan}} yuan. Downloading opens the accounts, and is recorded.", xlsx: "Bank's list (XLSX)", csv: "Bank's list (CSV)", lost: "If list no. {{nr}} did not arrive, download it again; nobody is paid twice by it.", againXlsx: "List no. {{nr}} again (XLSX)", againCsv: "List no. {{nr}} again (CSV)", paidOn: "Paid by the bank on", allPaid_one: "The {{n}} payment has arrived", allPaid_other: "All {{n}} payments have arrived",
    lines: "Pay of each worker", linesSays: "Days × pay of a day, to the fen.", days: "Days", daysValue: "{{days}} days", pay: "Pay (yuan)", account: "Account", result: "Bank", isPaid: "Arrived", isFailed: "Failed", failedWhy: "Why it failed", cameBack: "It came back", disputed: "Disputed",
  },
  results: { WAITING: "Waiting", SENT: "At the bank", PAID: "Arrived", FAILED: "Failed" },
  bank: { nr: "No.", name: "Name", account: "Account", bank: "Bank", amount: "Amount", total: "Total" },
  public: { title: "Publicity sheet", says: "Print it and hang it in the village. One character of each name, and no account.", heading: "Workfare pay, made public", notYet: "Public once it is approved", days: "Public {{from}}—{{to}}", unit: "In yuan", worked: "Days", rate: "A day", pay: "Pay", object: "If something is wrong, tap it under your workfare pay, tell the village, or call 12333.", village: "Village committee" },
  mine: {
    title: "My workfare pay", lead: "How many days, what a day pays, and whether it came.", sign: "Rolls and signatures", none: "No workfare days yet", noneSays: "Once a project writes your days in its roll, they stand here.", unpaid: "Not paid yet", unpaidSays: "Days in a roll that no pay sheet has yet.", wages: "Pay sheets", days: "{{days}} days, one by one",
    paid: "Arrived", failed: "The bank could not pay it", atBank: "At the bank", draft: "Being checked", public: "Made public", toBePaid: "Roll closed, waits for a pay sheet", rollOpen: "The roll is still open", wrong: "Days or pay are wrong", notCome: "It did not come, or is wrong", disputeOpen: "You told us; the county calls you within five working days.", disputeClosed: "You told us, and the county has closed it.", disputeSent: "We have it; the county calls you within five working days.",
    account: "Account for pay", accountSays: "Wages go to an account in your own name only, and not through the foreman.", noAccount: "No account yet: without it nothing can be paid.", setAccount: "Set the account", changeAccount: "Another account", accountSaved: "The account is saved.",
  },
  notice: { paid: "Your workfare pay has been sent to your account", failed: "The bank could not pay your workfare wage; please check the account" },
};
