import type { Catalogue } from "../catalogue.ts";

export const employer: Catalogue["employer"] = {
  title: "My posts", newPost: "Post a job", awaiting_one: "{{n}} person has accepted and waits for your confirmation", awaiting_other: "{{n}} people have accepted and wait for your confirmation", awaitingLink: "Confirm",
  pending: "Your organisation is being checked. You can fill in posts but not publish them yet.", suspended: "Your organisation may not recruit at present; please ask your labour bureau.", verified: "Verified on {{day}}, next check before {{until}}", creditCode: "Unified social credit code {{code}}",
  none: "No post yet. Publish the first, and fitting people will be proposed.", post: "Post", status: "State", openings: "Openings", filled: "Taken", proposed: "Proposed", accepted: "To arrive", onTheJob: "At work", until: "Until", seeCandidates: "Candidates", edit: "Change", view: "View",
  form: {
    titleNew: "Post a job", titleEdit: "Change the post", lead: "Honest pay and conditions hire faster and keep people.", basics: "Whom you look for", title: "Title", titleHint: "Name the trade, for example: Welder, care worker",
    stream: "Kind of post", occupation: "Trade (classification)", occupationHint: "Left open, it is taken from the title", openings: "How many people", description: "The work", descriptionHint: "What it is, where, how it is paid, what to know. No limits by sex, age or household registration",
    where: "Where", region: "Place of work", address: "Address", pay: "Pay", wagePeriod: "Paid by", wageMin: "Lowest (yuan)", wageMax: "Highest (yuan)", hours: "Hours a day", days: "Days a week",
    benefits: "Benefits", housing: "Housing", meals: "Meals", insurance: "Social insurance", needs: "What you ask for", education: "Least education", experience: "Experience (months)", experienceHint: "0 if none is asked", cert: "Certificate", certLevel: "Level", anyLevel: "Any level", noCert: "None", brand: "Preferred labour brand", noBrand: "Any",
    until: "Open until", untilHint: "180 days at most; it closes by itself", publish: "Publish", saveEdit: "Save the changes", closePost: "Stop recruiting", closeSays: "The post is taken down; those at work are not affected.", published: "Published. It can be found within seconds, and people will be proposed.", closed: "The post is closed.",
    cities: "Shanxi", provinces: "Other provinces", overseas: "Abroad",
  },
  candidates: {
    title: "Candidates", heading: "Candidates: {{title}}", says: "Best first. Contact details open to both sides once the person says yes.", none: "Nobody has been proposed yet. The next matching run will propose people.",
    age: "aged {{band}}", experience: "{{duration}} of experience", noExperience: "no experience", certificates: "Certificates", score: "Match", why: "Why",
  },
  arrivals: {
    title: "Confirm arrivals", heading: "Confirm arrivals", says: "Confirm when somebody has arrived: your word decides whether the job counts.", none: "Nobody has accepted one of your posts yet.", name: "Name", home: "Home", post: "Post", state: "State", rung: "Proof", day: "Day of arrival", evidence: "Proof", confirm: "Confirm arrival",
    confirmed: "Confirmed", accepted: "Accepted on", saved: "Arrival confirmed.", details: "Ledger",
  },
  bureau: {
    title: "Employers", heading: "Checking employers", says: "Check the licence and the credit code; look again after half a year.", name: "Employer", code: "Credit code", region: "Place", kind: "Recruits", status: "State", verified: "Checked on", recheck: "Check again by", posts: "Open posts",
    decide: "Decide", approve: "Approve", suspend: "Suspend", none: "No employer in your region.", done: "Done. The employer's posts follow at once.", filter: "State", noCode: "Not registered", overdue: "overdue",
  },
};
