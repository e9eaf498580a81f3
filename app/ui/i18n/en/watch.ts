import type { Catalogue } from "../catalogue.ts";

export const watch: Catalogue["watch"] = {
  title: "Watch", nav: "Watch", heading: "Households under watch", says: "When somebody of a watched household loses a job, is not paid, is long without work, or holds a post that ends soon, a case opens by itself and needs a result by its day.", none: "There are no such cases.",
  view: { open: "open", overdue: "overdue", mine: "mine", raised: "reported up", closed: "closed" }, kinds: "Signal", allKinds: "All signals",
  kind: { JOB_LOST: "Job lost", PAY_STOPPED: "Pay stopped", UNPLACED: "Long without work", POST_ENDING: "Post ends soon" },
  kindSays: { JOB_LOST: "Work ended on {{day}}, nothing new since.", PAY_STOPPED: "Not paid or not heard of since {{day}}.", UNPLACED: "Without work since {{day}}.", POST_ENDING: "The post ends on {{day}}." },
  person: "Name", place: "Home", since: "Since", due: "Due", owner: "Owner", ownerNone: "nobody yet", late: "overdue", raised: { l1: "with the city", l2: "with the province" }, result: "Result", closedAt: "Closed", opened: "Opened",
  results: { PLACED: "In work", TRAINED: "In training", WELFARE_POST: "In a public-welfare post", OTHER_HELP: "Other help", MOVED_AWAY: "Moved away", NOT_NEEDED: "No help needed" },
  resultHint: { PLACED: "The ledger must hold a placement under way", WELFARE_POST: "The ledger must hold a welfare post" },
  step: { OPENED: "Opened", TAKEN: "Taken on", HANDED_ON: "Handed on to {{to}}", NOTE: "Note", REPORTED_UP: "Overdue, reported up", CLOSED: "Closed" }, openedFor: "Opened, owned by {{to}}", level: { CITY: "to the city", PROVINCE: "to the province" },
  page: { phone: "Telephone", noPhone: "No telephone: please visit", categories: "Categories", household: "The household", work: "The ledger of the work", why: "Find posts", claims: "What they can claim", steps: "What happened", take: "I take it on", handOn: "Hand it on", to: "To whom", note: "What was done", noteHint: "Such as: visited on 3 May, would like the workshop", addNote: "Add a note", close: "Close", closeSays: "A case closes with a result. Work and welfare posts are what the ledger says.", closeNote: "About the result", saved: "Saved.", system: "by itself", closed: "Closed; it stays so." },
  household: { title: "Household under watch", heading: "The household", says: "Names are masked; each look is recorded.", members: "Members", timeline: "These years", timelineSays: "Bars are time at work, diamonds are signals (hollow: closed).", now: "at work", rest: "without work", from: "Arrived", to: "Ended", cases: "Signals", caseNone: "No signals.", chart: "Work and signals of {{name}}", today: "today", work: "Work", none: "No work on record.", kindHead: "Category" },
};
