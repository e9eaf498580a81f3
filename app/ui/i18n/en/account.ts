import type { Catalogue } from "../catalogue.ts";

export const account: Catalogue["account"] = {
  link: "Account", helpersLink: "Who may act for me", actingLink: "Acting for others",
  login: {
    phoneHeading: "Sign in with your phone", phone: "Mobile number", phoneHint: "A phone shared in the family is fine", send: "Send me a code", passwordHeading: "Sign in with a password", username: "User name, mobile number or resident ID", register: "No account? Register with your phone, free",
    helpOffline: "No phone, or need a hand? Ask your village agent or the labour bureau's service hall; bring your identity card, it is free.", again: "Please ask for a new code.",
  },
  code: {
    title: "Type the code", heading: "Type the 6 digits from the text message", sent: "A code was sent to {{phone}}. It is good for 10 minutes.", code: "Code", submit: "Go on", notCome: "Nothing came? Wait a minute, then ask again", never: "Our staff never ask for your code. Give it to nobody.",
    demo: "A demonstration sends no messages: read the code in the message outbox", gone: "This code was used already or has run out.",
  },
  choose: { title: "Which one are you", heading: "Several people use this number. Which one are you?", says: "Only family names are shown.", person: "{{name}}, born {{year}}", me: "I am {{name}}, born {{year}}", register: "None of them: I want to register" },
  register: {
    title: "Register as a job seeker", step: "Step {{n}} of 3", free: "Registering and finding work cost nothing.", phoneHeading: "First, your phone", phoneSays: "No phone of your own? Use one of the family's.", send: "Send me a code", have: "Have an account? Sign in",
    whoHeading: "Who you are", whoSays: "As on your identity card. The number is kept encrypted; others can't see it.", phoneOk: "The number {{phone}} is confirmed.", sharedPhone: "Somebody has registered with this number. Is it you?", sharedLink: "Sign in",
    name: "Name", idNumber: "Resident ID", idHint: "18 characters; the last may be X", education: "Schooling", county: "County you live in", next: "Next",
    homeHeading: "Home and what you agree to", town: "Township you live in", townHint: "Only to tell how far a post is", otherCounty: "Another county", consents: "What you agree to", consentsHint: "The first is needed. The others are up to you; change them whenever you like.",
    consent: {
      SERVICE: "Keep what I told you and look for work with it", SERVICEsays: "Name, resident ID, phone, home, wishes and certificates. Only you, your labour bureau and village agent may look; every look is recorded.", EMPLOYERS: "Let employers see my profile and invite me",
      EMPLOYERSsays: "They see a masked name and your skills. They see your phone only after you said yes to an invitation.", SMS: "Tell me of posts and progress by text message", SMSsays: "Free. Codes and receipts for what others did for you come in any case.",
    },
    password: "A password (optional)", passwordHint: "8 characters or more. Without one you sign in with your phone.", passwordAgain: "The password was not kept; please type it again.", submit: "Finish", back: "Change the step before", welcome: "You are registered. Tell us what work you look for, and we can suggest posts.", backToPost: "Back to the post you were looking at", seeMatches: "See posts that suit you now",
  },
  me: {
    title: "Account and sign-in", heading: "Account and sign-in", who: "{{name}}", saved: "The password is saved; all other devices were signed out.", ended: "That device was signed out.", endedAll: "All other devices were signed out.", checked: "Checked again.",
    phone: "Mobile number", noPhone: "None on record", idNumber: "Resident ID", realName: "Real name", realNameVERIFIED: "Checked: name and number belong together", realNameCARD_SEEN: "Staff have seen the card: it is right", realNameMISMATCH: "Name and number don't belong together; please bring your card to the village agent or service hall",
    realNameUNVERIFIED: "Not checked yet (you can look for work all the same)", checkedOn: "looked at on {{at}}", askedOn: "the register was asked on {{at}} and gave no answer", recheck: "Check again",
    password: "Password", passwordSet: "A password is set. Sign in with your mobile number or resident ID and the password.", passwordSetOther: "To change it, give the present one.", passwordNone: "No password yet; you sign in with your phone.", change: "Change the password", set: "Set a password", current: "Present password", fresh: "New password", freshHint: "8 characters or more", save: "Save the password",
    byCode: "Forgot it? Use a code to your phone", sendCode: "Send a code to {{phone}}", codeSent: "A code was sent to your phone. It is good for 10 minutes.", endsOthers: "Other devices must then sign in again.",
    sessions: "Signed-in devices", sessionsSays: "If you don't know one, sign it out and change your password.", thisOne: "this one", started: "signed in {{at}}", seen: "last used {{at}}", end: "Sign it out", endAll: "Sign out all others", only: "No other device is signed in.",
    device: "{{system}} · {{browser}}",
    system: { harmony: "HarmonyOS phone", android: "Android phone", iphone: "iPhone", ipad: "iPad", windows: "Windows computer", mac: "Mac", linux: "Linux computer", other: "Other device" },
    browser: { wechat: "WeChat", qq: "QQ Browser", uc: "UC Browser", huawei: "Huawei Browser", xiaomi: "Mi Browser", oppo: "OPPO Browser", vivo: "vivo Browser", edge: "Edge", firefox: "Firefox", chrome: "Chrome", safari: "Safari", other: "other browser" },
  },
  factor: {
    title: "Sign-in generator", heading: "Sign-in generator", says: "Besides the password, signing in asks for six digits from a generator on your phone. Whoever has seen your password still can't come in.",
    off: "Not set up yet", on: "Set up {{at}}; signing in asks for a code", codesLeft: "{{n}} recovery codes left", begin: "Set it up now", beginSays: "First install a generator on your phone: Microsoft's, Google's, Huawei's or Tencent's will do. It needs no network and no name.",
    scan: "Scan this with the generator", scanLabel: "QR code for the generator", hand: "Can't scan? Type this into the generator", confirm: "The six digits it shows now", confirmSubmit: "Done", again: "Make another QR code",
    done: "It is set up. All other devices are signed out.", recovery: "Recovery codes", recoverySays: "When the phone is lost or broken, sign in with one of these; each works once. Print or copy them and lock them away. Once this page is closed they can't be seen again.", print: "Print this page with the browser", goOn: "I have put them away, go on",
    code: "Code", codeHint: "Six digits, or a recovery code of 16", replace: "Another phone", replaceSays: "Type a code of now first, then scan the new QR code. The old one works until the new one is set up.", replaceSubmit: "Replace", remove: "Without it", removeSays: "From then on the password alone signs you in.", removeSubmit: "Turn off", removed: "It is turned off.", required: "Staff of this system need it; it can't be turned off.",
    signIn: "One more code", signInSays: "Open the generator on your phone and type the six digits it shows now.", signInSubmit: "Sign in", lost: "Phone not at hand? Use a recovery code. None left? Call your administrator, who resets it once sure that it is you.", leave: "Sign in with another account", enrol: "Set up the generator first", enrolSays: "Staff sign in with a generator. It is set up once.", recoveryUsed: "One recovery code is used up. If the phone won't turn up, set up another soon.", link: "Set up the sign-in generator",
    adminTitle: "Reset a sign-in generator", adminSays: "Only for somebody who lost both the phone and the recovery codes. Make sure that it is them: in person, or by calling back the number their office is listed with. All their devices are signed out, and they set it up anew. The reason goes into the audit.", adminUser: "User name", adminReason: "How you made sure, and why", adminSubmit: "Reset", adminDone: "It is reset.",
  },
  act: { ANSWER: "Answer posts, invitations and classes", ANSWERsays: "Say yes or no, answer employers; answer invitations to training classes", WISH: "Change what work is wanted", WISHsays: "Which work, where, for how much; put them down for training and labour brands", PROGRESS: "Report how a job goes", PROGRESSsays: "Departure, arrival, still there, pay" },
  how: { SELF: "agreed in their own account", PAPER: "signed, sheet {{ref}}", CODE: "agreed by a code on their phone" },
  days: { label: "For how long", d30: "30 days", d90: "90 days", d180: "half a year", d365: "a year" },
  standing: { OFFERED: "waits for a yes", STANDS: "in force", EXPIRED: "has run out", WITHDRAWN: "withdrawn" },
  helpers: {
    title: "Who may act for me", heading: "Who may act for me", says: "Let family or the village agent act for you. You get a receipt for each thing they do. Nobody else can ever change your password, phone number or consents.", now: "May act for me now", none: "Nobody may act for you now.", until: "until {{day}}", withdraw: "Withdraw", withdrawn: "Withdrawn, at once.",
    add: "Let somebody act for me", who: "Who", household: "Family or a friend", householdHint: "They need an account here first", agent: "The village agent", name: "Their name", phone: "Their mobile number", agentChoose: "Which one", agentNone: "Your township has no agent on record yet.", acts: "What they may do", submit: "I agree that they act for me",
    granted: "Noted.", grantedHousehold: "Once they sign in with this number and say yes under “Acting for others”, they may act for you.", before: "Earlier", receipts: "What others did for me", receiptsNone: "Nobody has acted for you yet.", receipt: "Receipt",
  },
  acting: {
    title: "Acting for others", heading: "Acting for others", says: "You may act for somebody once they agree. They get a receipt for each thing you do.", offers: "Somebody asks you to act for them", offer: "{{name}} asks you to:", accept: "I will", refuse: "No", mine: "You may act for", none: "Nobody has asked you to act for them.",
    begin: "Act for them", resign: "Stop acting for them", resigned: "You no longer act for them.", accepted: "You said yes.", banner: "You are acting for {{name}}", bannerEnd: "Done: back to myself", now: "You are acting for {{name}}. You may: {{acts}}.", goOn: "Go to their page", ended: "You are yourself again.",
    over: "{{name}} has withdrawn, or the time is over. Nothing was done just now.", overPlain: "They have withdrawn, or the time is over. Nothing was done just now.", closed: "Only the person may see and change that page. To see your own, stop acting first.", done: "What you did for others", doneNone: "Nothing yet.", print: "Print the receipt", sms: "a text message went to the person", paper: "no phone: please print the receipt and hand it over", handed: "the receipt was handed over",
    ask: "Ask for their consent", askSays: "If they are beside you, ask now.", toConsent: "Record their consent",
  },
  consent: {
    title: "Record a consent", heading: "Record their consent", says: "First explain what you will do for them.", who: "Who they are", name: "Their name", idNumber: "Their resident ID", byCode: "They have a phone: send a code", byCodeSays: "The code goes to the number on their record. Telling you the 6 digits is their yes.", sendCode: "Send them a code",
    sentAgent: "A code was sent to the number on their record.", sent: "If name and number are as on record, a code was sent to the phone on record.", code: "The code they told you", confirm: "They agree", byPaper: "They have no phone: a signature", byPaperSays: "Print or write a sheet, let them sign it, keep it, and give its number here.", sheetRef: "Number of the sheet",
    helper: "Who will act", me: "I, the agent", household: "Family of theirs", helperName: "Name of the family member", helperPhone: "Mobile number of the family member", explained: "I have explained it face to face, and they signed freely", submit: "Record the consent", done: "Recorded.", card: "I have seen their identity card: name and number are right", cardSays: "Ticked, it also counts as their real name confirmed", slip: "Print the receipt",
  },
  receipt: {
    title: "Receipt", heading: "Receipt for what was done for you", no: "Receipt number", person: "Done for", doer: "Done by", role: "As", what: "What", about: "Post", at: "When", consent: "On what ground", spot: "agreed to when registering, in person", bureau: "the labour bureau's own duty", until: "consent until {{day}}", wrong: "Not what you wanted? Call 12333, or tell the village agent or service hall: the consent is withdrawn and the matter corrected at once.", keep: "For the person to keep",
    stub: "Stub for whoever did it", sign: "Received by", date: "Date", cut: "Cut here", print: "Print the receipt", hand: "I have handed it over", handed: "handed over {{at}}", smsLabel: "Text message", sms: "sent to {{phone}}", back: "Back to acting for others", backMe: "Back to who may act for me",
    act: {
      "apply-for-welfare": "Applied for a public-welfare post", "withdraw-welfare": "Withdrew the application for a welfare post", "report-days": "Reported days worked",
      "apply-for-training": "Put you down for a training class", "withdraw-from-training": "Withdrew you from a training class", "answer-training-invitation": "Answered an invitation to a class", "apply-to-brand": "Asked for your membership of a labour brand", "withdraw-brand-application": "Took back the application to a labour brand", 
      "hire-at-fair": "Wrote down the post taken at a job fair", "accept-post": "Accepted a post", "decline-match": "Declined a suggested post", "take-hiring-step": "Answered an employer", "update-wish": "Changed what work is wanted", "record-placement-event": "Reported how the job goes", "reverse-placement-event": "Corrected a report", "report-pay": "Reported pay", "record-delegation": "Recorded who may act for you", "check-in": "Answered a check-in", registered: "Registered you", "record-changed": "Changed what is registered", "consent-noted": "Noted what you agreed to", "answer-check-in": "Answered a check-in", "adjust-wish": "Changed what work is wanted", "ask-question": "Asked an employer", "apply-claim": "asked for a benefit", "withdraw-claim": "took back a claim", other: "Did something for you",
    },
  },
  notices: { newSignIn: "A new device signed in to your account", newSignInSays: "Not you? Sign that device out now and change your password.", helperAsked: "Somebody asks you to act for them", helperAccepted: "Your helper said yes" },
};
