import type { Catalogue } from "../catalogue.ts";
import { agentPaper } from "./agent-paper.ts";

export const agent: Catalogue["agent"] = {
  nav: "My villages", navRegister: "Register", title: "People of my villages", heading: "{{place}}", register: "Register a person",
  needsScript: "Registering without signal needs the browser's script (JavaScript). It is off, so you can register only while there is signal.",
  fact: { name: "Name", phone: "Mobile number", homeRegionCode: "Village", occupationCodes: "Trades", reach: "Would go", leastPay: "Least pay", needsHousing: "Housing" },
  reach: { HOME: "Cannot leave, near home only", COUNTY: "Within the county", PROVINCE: "Anywhere in Shanxi", COUNTRY: "Anywhere in China", ABROAD: "Abroad too" },
  consent: {
    SERVICE: "Agrees that the record is kept, to find work and apply for support", EMPLOYERS: "Agrees that employers see the profile with the name masked, and may invite", SMS: "Agrees to text messages about jobs and progress",
  },
  how: { AGENT: "I asked in person and they said yes", PAPER: "They signed a consent sheet" },
  form: {
    title: "Register", heading: "Register a person", lead: "Type name and resident ID, touch the rest. It takes less than two minutes.", nameHint: "As on the resident ID card", id: "Resident ID", idCount: "{{n}} of 18 characters", born: "Right: born {{day}}, {{sex}}",
    phone: "Mobile number (optional)", phoneHint: "Leave it empty if there is none; a slip can be printed", trades: "What they can and want to do", tradesHint: "Three at most; what the county asks for most comes first", ownWords: "Or in their own words", ownWordsHint: "In Chinese, as it was said",
    otherTrade: "Another trade", otherTradeLabel: "Choose one of all trades", reach: "How far they would go", pay: "Least pay a month", anyPay: "Any", payFrom: "{{n}} yuan", housing: "Housing", housingYes: "Needs housing", housingNo: "Needs no housing",
    consents: "What the person agrees to", consentsHint: "Read each line out, and tick those they agree to", needed: "Needed to register", how: "How they agreed", sheet: "Number of the consent sheet", sheetHint: "Only when a sheet was signed", submit: "Register",
  },
  place: { title: "Choose the place first", says: "A registration names the village. Choose the township." },
  known: {
    title: "This person is registered already", says: "There is a record with this resident ID. Here is what differs; what is stored is masked. Ask the person, and tick what should change.", movedOn: "Somebody changed the record after you looked. Please look again.", legend: "What differs",
    stored: "Stored:", typed: "Now:", nothing: "nothing yet", hint: "What is not ticked stays as it is. What the person agreed to today is recorded as well.", submit: "Change what is ticked", leave: "Change nothing, register somebody else",
  },
  outcome: { CREATED: "Registered", CHANGED: "Updated", UNCHANGED: "Consent recorded" },
  entry: {
    title: "Result", headingCREATED: "Registered: {{name}}", headingCHANGED: "Updated: {{name}}", headingUNCHANGED: "Consent recorded: {{name}}", bySms: "A text message tells the person what was registered, and whom to tell if they object.", noPhone: "There is no mobile number: print the slip and hand it over.",
    when: "Filled in", ownWords: "In their words", next: "Register the next person", receipt: "Print the slip", back: "Back to my villages",
  },
  work: {
    title: "People to see to", says: "{{total}} people, {{seeking}} looking for work, {{unfinished}} with something missing. What needs doing comes first.", none: "Nobody is registered yet", noneSays: "The first person you register appears here.", state: "State", missing: "Missing", do: "Do",
    seeking: "Looking for work", placed: "Has work", resting: "Not looking now", proposal: "An offer waits for an answer", complete: "Nothing", nowish: "what they look for", nophone: "mobile number", noconsent: "consent", answer: "Answer for them", forms: "Print forms",
  },
  recent: { title: "Registered lately", none: "Nobody yet." },
  offline: { title: "Register without signal", heading: "No signal: you can still register", lead: "What you fill in is encrypted and kept on this phone, and sent when the signal is back.", wide: "Your region is large; registering without signal is for townships and villages. Please register while there is signal." },
  queue: {
    title: "Waiting on this phone", lead: "Encrypted, and deleted from the phone only after it was sent.", waiting: "{{n}} waiting to be sent", waitingNone: "Nothing is waiting", othersWaiting: "{{n}} more on this phone belong to another agent, who must sign in to send them.",
    locked: "{{n}} waiting, encrypted. Type the PIN to see and send them.", wrongPin: "Wrong PIN, please try again.", pinShort: "The PIN needs at least 6 characters.", pinSimple: "This PIN is too simple, please choose another.", pinDiffers: "The two PINs differ.",
    saved: "Encrypted on this phone: {{name}}. It is sent when there is signal.", savedNote: "It can't be sent now. Use the PIN to keep it encrypted on this phone; what you typed still stands above.", sending: "Sending {{n}} of {{total}}", sent: "{{n}} sent.", offline: "No signal: not sent yet.", signIn: "Your session has ended: sign in again to send. Everything is still on the phone.",
    serverAway: "The service is away. Everything is still on the phone; try again later.", tooMany: "Too many requests, try again in a while. Everything is still on the phone.", again: "{{n}} need your decision, see above.", edit: "Edit", editing: "You are editing an entry kept on this phone; then press Register.", drop: "Delete", dropSure: "Delete {{name}} from this phone? It cannot be brought back.",
    known: "This person is registered already. Ask about what differs, and tick what should change.", movedOn: "Somebody changed the record after you looked. Please look again.", stored: "Stored:", typed: "Now:", take: "Change what is ticked", refused: "Not taken, please correct:", at: "filled in {{time}}",
    wiped: "Emptied. You can set a new PIN.", openSent: "see the result", noStore: "This browser cannot register without signal.", saveFailed: "It could not be kept; the phone may be full. What you typed still stands above, don't close the page.", idWrong: "The resident ID is wrong; type it again from the card.", busy: "One moment…", sync: "Send now",
  },
  pin: {
    setTitle: "Set a PIN for registering without signal", setSays: "Without signal, what you register is encrypted with the PIN and kept on this phone only. The PIN is not sent and nobody can bring it back, so remember it. Set it before you leave.", new: "PIN", newHint: "At least 6 characters of any kind; longer is safer", again: "Once more", set: "Set",
    openTitle: "Type the PIN", pin: "PIN", open: "Open", forgot: "Forgot the PIN", wipeSays: "A PIN can't be brought back. After emptying you can set a new one, but the {{n}} entries waiting on this phone are lost and those people must be registered again. What was sent is not touched.", wipe: "Empty this phone's queue", lock: "Lock",
  },
  roster: { link: "Print a roster of people working away" },
  paper: agentPaper,
};
