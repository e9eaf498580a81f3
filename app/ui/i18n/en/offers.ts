import type { Catalogue } from "../catalogue.ts";

export const offers: Catalogue["offers"] = {
  hints: {
    title: "One step short", says: "One thing changed, all else the same, judged anew by the rules. Only posts near your home and in your trades are looked at.", opens: "opens {{posts}} more posts with {{openings}} places", such: "For example:",
    doWish: "Change my wishes", doCertificate: "Have your certificate registered; without one, ask 12333 about free training",
  },
  decline: {
    thanks: "You have said no, and your reason is noted.", distance: "Set “how far at most” to {{km}} km, and posts as far as this are no longer offered.", wage: "Set “at least a month” to ¥{{yuan}}, and lower pay is no longer offered.", seeking: "You have work. Stop the offers for now? You can turn them on again at any time.",
    apply: "Change it so", edit: "Change my wishes myself", other: "For better offers, see whether your wishes are right.", done: "Your wishes are changed; the next offers follow them.",
  },
  ask: {
    title: "Ask", link: "Something unclear? Ask", heading: "Ask about {{title}}", says: "Tick what you want to know, or write it. Employers mostly answer within days; you are told when they do.", saysBureau: "The labour bureau answers for this post. Tick what you want to know, or write it.",
    codes: "What do you want to know", text: "In your own words", textHint: "At most 300 characters. To keep you from fraud: no telephone numbers, WeChat or links yet", textOpen: "At most 300 characters", send: "Send", sent: "Sent; please wait for the answer.", thread: "Questions and answers", waiting: "Waits for an answer", answered: "Answered",
    you: "You", employer: "Employer", bureau: "Labour bureau", person: "Job seeker", mine: "What I have asked", noneMine: "You have not asked an employer yet", noneMineSays: "With an offer or an invitation you can ask the employer there.", closed: "You are no longer in touch with this post and cannot ask more.", report: "Report this message", reported: "Handed to the labour bureau, which acts within five working days.",
    free: "A job costs nothing. Whoever asks for a deposit, a training fee or a check-up fee: don't pay, report it.",
    topic: { housing: "Is there housing?", meals: "Are there meals?", "pay-day": "On which day is pay?", insurance: "Which insurance?", bring: "What should I bring?", bus: "How do I get there? Is there a bus?", hours: "What are the hours?", start: "When do I start?" },
  },
  answer: {
    title: "Questions of job seekers", link: "Questions of job seekers", says: "The longest wait is on top. How fast you answer is shown on your posts.", saysBureau: "Questions about public-welfare and workfare posts are answered by the labour bureau of the post's county.", none: "Nobody has asked yet", somebody: "A job seeker", since: "Waits since {{at}}", overdue: "Over two days", done: "Your answer is sent.",
    codes: "Usual answers", text: "In your own words", send: "Answer", waiting: "Questions that wait for your answer: {{n}}.", open: "Answer them", post: "Post", state: "State", last: "Last word",
    say: {
      "housing-free": "Housing is free", "housing-paid": "There is a dormitory for a small fee", "housing-none": "There is no housing", "meals-free": "Meals are free", "meals-paid": "There is a canteen; meals are paid", "meals-none": "There are no meals",
      "pay-5": "Pay day is the 5th", "pay-10": "Pay day is the 10th", "pay-15": "Pay day is the 15th", "pay-25": "Pay day is the 25th", "insurance-all": "All five social insurances", "insurance-injury": "Work-injury insurance", "bring-id": "Bring your ID and bank card", "bring-certificate": "Bring your certificate", "bring-bedding": "Bring your own bedding",
      "bus-station": "We meet you at the station", "bus-fare": "Come by yourself; we pay the fare", "bus-none": "Come by yourself", "hours-day": "Day shift, eight hours", "hours-shifts": "Two shifts", "hours-overtime": "Some overtime, paid", "start-now": "Come whenever you like", "start-agree": "The day can be agreed",
    },
  },
  journey: {
    title: "The whole way, and what is to come", says: "When each step was, who said so, and what comes next.", next: "Next", later: "Later", missed: "Not answered", by: "about {{day}}",
    what: {
      PROPOSED: "Proposed by the system", INVITED: "Invited by the employer", AGREED: "Agreed to be contacted", INTERVIEW: "Interview", OFFERED: "Offered the job", ACCEPTED: "Accepted", DEPARTED: "Left home", ARRIVED: "Arrived", STILL_THERE: "Said to be still there", ENDED: "Ended",
      ARRIVAL: "Asked whether you arrived", DAY_30: "After 30 days: one question", DAY_90: "After 90 days: one question", DAY_180: "After 180 days: one question",
    },
  },
  check: {
    title: "How is the job", arrival: "Have you arrived?", job: "Still working there? Been paid?", of: "{{title}}, {{employer}}", once: "One answer, one press, no password.", day: "On which day", dayHint: "The day you arrived, or the day you left", send: "That is my answer", waiting: "A question for you",
    answer: { ARRIVED: "Yes, and I have started", NOT_YET: "Not yet", PAID: "Still there, and paid", NOT_DUE: "Still there, pay day has not come", PART_PAID: "Still there, paid only in part", NOT_PAID: "Still there, not paid", LEFT: "I have left", TALK: "I want to talk to somebody" },
    arrivalLEFT: "I am not going", thanks: "Thank you, it is noted", thanksSays: "There is nothing more to do.", careTitle: "Noted, and somebody will look into it", careSays: "The labour bureau of your home or workplace will be in touch within five working days. If it is urgent, call 12333.", againTitle: "You have answered already", againSays: "Only the first answer counts. To change it, call 12333 or ask your village agent.",
    goneTitle: "This link does not work", goneSays: "It may be older than 14 days, or not copied whole. That is no harm:", goneSign: "After signing in you can answer under Mine", goneCall: "or call 12333, or ask your village agent", goneWages: "If you are not paid, call 12333 at any time", sign: "Sign in",
  },
  agent: {
    nav: "Check-ins",
    title: "People to ask in person", says: "People without a telephone, or who have not answered for seven days. Ask them first, then record it; they get a receipt.", none: "Nobody to ask now", noneSays: "People appear here when their day has come.", due: "To be asked on", noPhone: "No telephone", noReply: "Message sent, no answer", done: "Recorded.", record: "Record the answer", ask: "Ask them", print: "The receipt is registered; print it for those without a telephone.",
  },
  care: {
    title: "After the check-ins", lead: "Somebody was not paid, or wants to talk. Reach them within five working days and write down what was done.", none: "Nothing waits to be done", open: "Open {{n}}", overdue: "Overdue {{n}}", closed: "Closed {{n}}", kindHead: "What", person: "Who", post: "Post", due: "Due by", opened: "Received", late: "Overdue", place: "County", outcomeHead: "Outcome",
    kind: { NOT_PAID: "Wages not paid", PART_PAID: "Wages paid only in part", TALK: "Wants to talk to somebody", DISPUTED: "The person and the ledger disagree", MESSAGE: "A message was reported", LICENCE: "The licence of a company for work abroad does not stand" }, outcome: { UPHELD: "True", NOT_UPHELD: "Not true", HELPED: "Reached and helped" },
    phone: "Telephone", noPhone: "No telephone; please go through the village agent", home: "Home", employer: "Employer", employerPhone: "Employer's telephone", said: "The person's answer", raised: "Raised by", ledger: "See the ledger", note: "What was done", noteHint: "Whom you reached, what the employer said, whether the money was paid. The person learns that it is closed", close: "Close", isClosed: "Closed", done: "Closed.", upheldSays: "“True” takes points off the honest-ad score of all the employer's posts.",
    thread: "Questions and answers", this: "Reported",
  },
  left: { title: "Leaving", day: "Last day", reason: "Why", send: "Record leaving", done: "Recorded in the ledger; the opening is free again." },
  honesty: { owed: "The bureau found unpaid wages in {{owed}} cases: no points for a year", answers: "Half or more of the questions to this employer are answered within {{days}} days (in a year: asked {{asked}}, answered {{answered}})." },
  notices: { checkIn: "A question for you: {{title}}", answered: "Your question is answered: {{title}}", careClosed: "What you told us has been dealt with: {{title}}" },
};
