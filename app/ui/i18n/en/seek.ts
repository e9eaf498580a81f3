import type { Catalogue } from "../catalogue.ts";

export const seek: Catalogue["seek"] = {
  choices: {
    label: "Frequent choices", near: "Near home", nearFrom: "from {{place}}", nearAsk: "choose a township", housing: "With housing", monthly: "Paid by the month", noCertificate: "No certificate needed", brand: "My labour brand", brandAsk: "choose a brand",
  },
  card: { published: "published {{day}}" },
  near: {
    title: "Where distances begin", heading: "Where are you?", county: "Choose a county", town: "Choose a township", whole: "Just measure from {{county}}", other: "Another county", says: "Distances are straight lines between county seats; the road is longer.",
    sameTown: "in this township", sameCounty: "in this county", none: "There is no such place. Please choose below.",
  },
  brands: { title: "Labour brands", heading: "Choose a labour brand", says: "Each opens the posts of that brand.", none: "No brand has an open post now." },
  wage: {
    fromHour: "reckoned at 174 hours a month", fromDay: "reckoned at 21.75 days a month", fromYear: "spread over 12 months", fromMonths: "spread over the months", base: "¥{{min}} is sure, the rest depends on results or hours", hours: "{{hours}} hours a day, {{days}} days a week",
  },
  post: {
    published: "First published", verified: "Post verified", verifiedOn: "by the labour bureau on {{day}}", verifiedNot: "Not by itself: see the employer's verification", map: "Where it is", mapSays: "A sketch: each square is a county in its direction, not its border.", mapHere: "Place of work: {{place}}",
    mapOutside: "Outside the province: {{place}}, not on this map.", coordinates: "County seat: {{north}}° N, {{east}}° E", share: "Pass it on", shareLink: "Link", shareSays: "Copy this address and send it", qr: "QR code", qrAlt: "QR code that opens this post", poster: "Print a poster", report: "Something is wrong with this post",
    mapOpen: "See the place on Amap (in Chinese)", similar: "See posts like it", far: "From {{place}}: {{far}}",
    copy: "Copy the link", copied: "Copied",
  },
  poster: { title: "Poster", hiring: "Hiring", print: "Print this poster", back: "Back to the post", scan: "Scan for details and to apply", free: "Looking for work costs nothing", until: "Valid until {{day}}", openings: "{{n}} openings", demo: "Demonstration data, not a real vacancy" },
  report: {
    title: "Report a post", heading: "What is wrong with this post?", says: "One tap tells the local labour bureau. No account needed, your name is not kept.", reasonFEE: "They want money from me (deposit, clothing, training)", reasonFALSE_PAY: "The pay is not what it says", reasonNOT_HIRING: "No longer hiring, or nobody answers",
    reasonUNLAWFUL: "It discriminates or is unlawful", reasonFAKE: "The employer is not real", reasonOTHER: "Something else", detail: "Say more (optional; no identity or phone numbers please)", detailFold: "Say more", sent: "Received. It goes to the labour bureau of {{place}}. Thank you.", sentTitle: "Reported", back: "Back to the post", again: "You have just reported this.",
    other: "Look at other posts", call: "Cheated of money? Please also call 12333 or 110.",
  },
  reports: {
    title: "Reported posts", heading: "Reported posts", says: "What seekers reported, by the place of the post. Undecided ones come first.", none: "No reports in your region.", post: "Post", employer: "Employer", place: "Place", reason: "Problem", detail: "Details", at: "When", status: "State", decide: "Decide",
    OPEN: "Undecided", UPHELD: "Upheld", DISMISSED: "Dismissed", uphold: "True, dealt with", dismiss: "Not true", done: "The decision is recorded.", filter: "State", same: "{{n}} on this post",
  },
  saved: {
    save: "Save this search and tell me of new posts", signIn: "Sign in to save the search and hear of new posts", title: "Saved searches", heading: "Saved searches", says: "New posts are announced in your notices, and by SMS if you wish.", none: "No saved search yet. Search first, then choose “Save this search”.", find: "Find work",
    name: "Name", sms: "By SMS too", smsHint: "To your registered phone, free of charge", smsNoPhone: "You have no registered phone: notices come on this site only", saved: "Saved. You will hear of new posts.", open: "See the posts now", remove: "No more alerts", removed: "Alerts stopped.", since: "Saved on {{day}}", alerts: "{{n}} alerts so far",
    any: "All posts", all: "My saved searches", smsOn: "by SMS", smsOff: "on this site only", confirmHeading: "Save this search", submit: "Save",
  },
  unsubscribe: { title: "Stop alerts", heading: "Stop these alerts?", says: "No more notices or messages for “{{name}}”.", confirm: "Stop the alerts", done: "Stopped. You can save the search again at any time.", gone: "These alerts have stopped already, or the link is wrong." },
  notices: { title: "Notices", heading: "Notices", none: "No notices.", newPost: "A new post: {{title}}", proposed: "Offered to you: {{title}}. Please answer", proposedBefore: "Was offered to you: {{title}}", forSearch: "It fits your saved search “{{name}}”", read: "Seen", markAll: "Mark all as seen", unread: "New", stop: "No more alerts", at: "{{at}}" },
  sms: {
    title: "SMS outbox", heading: "SMS outbox (demonstration)", says: "The demonstration sends no messages: what it would send is kept here.", none: "No messages.", to: "To", text: "Text", at: "When", state: "State", QUEUED: "Waiting", SENT: "Sent", FAILED: "Not sent",
  },
  nav: { notices: "Notices", saved: "Saved searches", reports: "Reports", sms: "SMS outbox" },
};
