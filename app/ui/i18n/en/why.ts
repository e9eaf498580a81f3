import type { Catalogue } from "../catalogue.ts";

export const why: Catalogue["why"] = {
  title: "Why", headingOffered: "Why “{{title}}” was offered", headingNot: "Why “{{title}}” was not offered", headingEmployer: "Why {{name}} was proposed",
  person: "{{name}}, home: {{home}}", asOf: "As things stand on {{day}}", forBureau: "These are the words the person reads; you can explain with them.", forEmployer: "Only reasons that concern this post.", seePost: "See the post", answer: "The answer",
  cause: {
    proposed: "It has been offered to you and waits for your answer.",
    accepted: "You have accepted this post.",
    declined: "It was offered to you and you said no.",
    refused: "Rules in the way: {{n}}",
    full: "All openings are taken. Of those proposed by the system, {{people}} accepted, with matches from {{lowest}} to {{highest}}.",
    "not-in-run": "No matching run has looked at things as they stand now.",
    "earlier-help": "Help has an order: market jobs first, then workshops and workfare, public-welfare posts last. This was found for you already:",
    "other-proposal": "One person is offered one post at a time. Yours is:",
    outranked: "The openings went to people further ahead. Openings left: {{openings}}; people ahead for them: {{people}}, with matches from {{lowest}} to {{highest}}. Yours is {{score}}, place {{rank}}.",
    "next-run": "As things stand you qualify. Either something has changed since the last run, or the difference lies within what that run left unproven. The next run looks again.",
  },
  declinedFor: "Your reason then: {{reason}}", answerOffer: "Answer it", seeProgress: "See how it stands", goHome: "To my page",
  gap: {
    "no-run": "There has been no matching run for your home yet; the next one will look at it.", "person-new": "You registered after the last run; the next one will look at it.",
    "person-changed": "Your wishes or certificates changed after the last run; the next one follows the new ones.", "post-new": "This post was published or changed after the last run; the next one will look at it.",
  },
  otherScores: "Match {{score}}; this post has {{mine}}.", otherScore: "Match {{score}}.", otherState: "{{state}}.", otherLower: "That one scores less: this way suits everybody taken together better, or the openings here went to people who suit them better.",
  equal: "{{n}} of them score the same as you. Among equals monitored households come first, the others in a fixed order that heeds neither sex nor age.", takenDirectly: "Openings taken by people who found the post themselves: {{n}}.",
  score: "What the match is made of", scoreSays: "{{score}} of 1000 points. Sex, age and category are not read.", brandMember: "This is a post of the labour brand {{brand}}: its members come first, then the score counts. You are one.", brandOther: "This is a post of the labour brand {{brand}}: its members come first, then the score counts. You are not a valid member.", part: "Part", points: "Yours", most: "At most", mean: "Others, mean", more: "Others with more",
  parts: { occupation: "Trade", wage: "Pay", distance: "Nearness", certificate: "Certificate", brand: "Labour brand", housing: "Housing", experience: "Experience" },
  othersSays: "“Others” are those who were offered or hold this post ({{n}}), as a number and a mean; who they are is not told, and of fewer than three no mean is given.", fits: "What fits",
  steps: "One step short", stepsSays: "One thing changed, all else the same, judged anew by the rules.", stepsNone: "No single change would be enough.",
  step: {
    seeking: "Tick “I am looking for work” under My wishes", available: "Be free now", trade: "Add the trade “{{occupation}}” to your wishes",
    certificate: "Get a {{occupation}} {{level}} certificate", certificateAny: "Get a {{occupation}} certificate of any level", renew: "Renew your {{occupation}} {{level}} certificate",
    distance: "Go {{more}} km further, up to {{to}} km", place: "Be willing to go there: {{place}}", wage: "Ask for ¥{{less}} a month less, at least ¥{{to}}", housing: "Do without housing",
  },
  stepAhead: "Your match would be {{score}}, which is ahead of the last.", stepAllowed: "Then you could go; your match would be {{score}}.", stepBehind: "Then the rules allow it; your match would be {{score}}, still behind those with an opening.", editWish: "Change my wishes", classes: "Classes open for {{occupation}}", training: "For a certificate, first ask your labour bureau about free training: telephone 12333.",
  named: "Who has the openings", namedSays: "People of your region only, names masked; every look is recorded. Don't tell other job seekers.", name: "Name", home: "Home", status: "State",
  run: "Last matching run: {{at}}.", link: "See the score and the whole answer", linkNot: "Why was this not offered to me?", linkEmployer: "See why",
};
