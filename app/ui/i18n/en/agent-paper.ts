import type { Shape } from "../catalogue.ts";
import type { agentPaper as chinese } from "../zh/agent-paper.ts";

export const agentPaper: Shape<typeof chinese> = {
  title: "Print forms", heading: "Print a form for {{name}}", says: "Name, ID and number stand in full only on the printed sheet. Each opening is recorded: who, when, for which form.", why: "Why it is opened",
  reason: { PRESENT: "The person is here and asks for it", ON_BEHALF: "The person asked me to do it for them", AGAIN: "The last print was spoilt" },
  choose: "Which form", print: "Print", back: "Back", blanks: "What we don't know stays blank, to be filled in by hand. The sheet is in Chinese, as the offices take it.", home: "Home",
  form: { "job-seeking": "Registration for work", "welfare-post": "Application for a public-welfare post", "travel-subsidy": "Application for the travel subsidy", "stay-in-work": "Application for the stay-in-work subsidy", consent: "Consent sheet" },
  roster: "Roster of people working away",
  cell: {
    name: "Name", sex: "Sex", birthDate: "Born", idNumber: "Resident ID", age: "Age", education: "Schooling", phone: "Mobile", capacity: "Capacity", home: "Home", categories: "Categories", certificates: "Certificates",
    trades: "Looks for", reach: "Would go", pay: "Least pay", housing: "Housing", from: "Free from", workNow: "Works at", history: "Work so far", remark: "Remarks", familySize: "Household", familyLabour: "Of them able to work", account: "Account name",
    welfareKind: "Kind of post", welfarePost: "Post", reason: "Why not away", policy: "Standard", employer: "Employer", place: "Where", job: "Work", area: "Area", left: "Left home", arrived: "Arrived", monthly: "Pay a month", months: "Worked without a break", period: "Months applied for",
    transport: "Transport", fares: "Tickets and fares", amount: "Amount asked", bank: "Bank", card: "Card number", proof: "Attached", promise: "Statement", village: "Village", town: "Township", county: "County", number: "No.", signature: "Signature", sheetNumber: "Number",
  },
  value: {
    yes: "yes", no: "no", fen: "{{n}} yuan", noPay: "any", monthsUnit: "months", yuanUnit: "yuan", period: "from – to", signature: "Applicant's signature:", date: "date", seal: "(seal)", handler: "Handled by:", filled: "Filled in {{day}}",
    travelProof: "Copies of ID and social card, tickets, proof of work", stayProof: "Copies of ID and social card, contract or proof of work, pay records", article: "plan, article {{n}}",
  },
  promise: {
    job: "What stands above is what I told and it is true. I know that registering costs nothing.", welfare: "I apply for this post; what I wrote is true. I will attend, and leave when I find other work.",
    travel: "What I wrote of my work and tickets is true, and I have not been paid twice for the year.", stay: "What I wrote of my work is true, and I have not been paid twice.",
  },
  consent: {
    intro: "To find work and apply for support I agree that my data is used for what is ticked below. Each line can be agreed to by itself.", purpose: "Purpose", agree: "agree", disagree: "do not agree", needed: "(needed to register)",
    holds: "What is recorded: name, ID, number, home, skills, what I look for, where I work.", guard: "Name, ID and number are encrypted and masked; every look is recorded.", withdraw: "I may withdraw, see, correct or delete at any time: tell the village or call 12333. What was done before stays done.",
    signed: "Signed:", reader: "Read out by:", version: "Version of the text: {{version}}",
  },
  rosterPage: { heading: "Roster of people working away", says: "Choose a village and tick who stands on the roster, {{n}} at most.", village: "Village", show: "List the people of this village", people: "Who", working: "has work", open: "Open the roster", none: "Nobody of this village is registered yet.", unit: "Village: {{village}}", count: "{{n}} people", maker: "Made by:", head: "Head of the village:", choose: "Choose a village first" },
};
