import type { Catalogue } from "../catalogue.ts";

export const me: Catalogue["me"] = {
  title: "My page", heading: "Hello, {{name}}", from: "Home: {{home}}", nothing: "No new offer at present. When a matching run finds something that fits, it will be here.", nothingLink: "Look for yourself",
  current: "Your job under way", currentLink: "See how it stands, report arrival", proposal: "A job has been found for you", proposalLink: "Look at the offer and answer",
  wish: "My wishes", wishNone: "You have not said what you look for. Offers need that.", wishFill: "Say what you look for", wishEdit: "Change my wishes", certificates: "My certificates", certificatesNone: "No certificate is registered yet. A photo of it is enough to register one.",
  certificatesLink: "Add or see certificates", certificate: "Certificate", level: "Level", expires: "Valid until", state: "Checked", noExpiry: "No end", noLevel: "No levels", placements: "Work so far",
  matches: {
    placed: "You have a job under way; no new offer is made until it has ended.",
    suiting: "Posts that suit you now", suitingSays: "Compared just now by your wishes, certificates and distance, with the very score of the provincial match. Apply at once if one is right; no need to wait.", score: "{{score}} points", whyFits: "Why it fits",
    title: "My offers", heading: "My offers", proposed: "Found for you on {{day}}", why: "Why it was offered to you", accept: "I want this job", decline: "No, thank you", declineHeading: "Don't want it? Tell us why",
    declineSays: "Later offers will heed it; nothing else changes.", declineSend: "Decline this offer", earlier: "Earlier offers", none: "No offer is waiting for your answer", reason: "Reason: {{reason}}", more: "See the post",
  },
  wishForm: {
    title: "My wishes", heading: "What work do you look for?", seeking: "I am looking for work", seekingHint: "Untick it to get no more offers", trades: "Trades", tradesHint: "Up to three, the most wanted first", trade: "Choice {{n}}",
    wage: "At least, yuan a month", wageHint: "0 means any", housing: "I need housing", distance: "At most how many km", distanceHint: "Leave empty for any distance", willing: "Where I would go", inCounty: "My own county (always)",
    inProvince: "Other counties of Shanxi", outOfProvince: "Other provinces", overseas: "Abroad", from: "Free from", save: "Save my wishes", saved: "Saved. The next matching run will follow it.",
    wageValue: "At least ¥{{yuan}} a month", anyWage: "Any pay", housingValue: "Needs housing", distanceValue: "Within {{km}} km", fromValue: "Free from {{day}}", places: "Would go to: {{places}}", notSeeking: "Not looking at present",
  },
  placement: {
    acceptedNext: "The employer will call you about the day and what to bring; you may call first. Once you are there, report it below.", endedNext: "See the posts that suit you now",
    callEmployer: "How to reach the employer", callPerson: "Name and telephone",
    title: "Job progress", heading: "{{title}}", headingNoPost: "A job", person: "{{name}}, {{home}}", ladder: "Proof of arrival", ladderSays: "Each step is stronger than the one before. What the year's target needs is set by the counting rule.",
    timeline: "Ledger", timelineSays: "It only grows. A mistake is corrected by a new line; the old one stays readable.", saidBy: "Said by: {{role}}", evidence: "Proof: {{evidence}}", ref: "Number: {{ref}}", recorded: "recorded {{at}}",
    reversed: "taken back", reverses: "corrects line {{seq}}", seal: "Seal", actions: "What you can report now", day: "Day", evidenceLabel: "Proof", refLabel: "Contract or payment number", refHint: "Leave empty if there is none", reasonLabel: "Note", endReason: "Why it ended",
    doDEPARTED: "Report departure", doON_THE_JOB: "Report arrival", doSTILL_ON_THE_JOB: "Report still at work", doENDED: "Report the end", reverse: "Correct this line", reverseReason: "What was wrong", reverseSend: "Send the correction",
    done: "Recorded in the ledger.", kept: "{{n}} days at work",
    arrived: "Arrived on {{day}}", ended: "Ended on {{day}}", stateSays: "At present: {{state}}",
  },
};
