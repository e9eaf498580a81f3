import type { needs as zh } from "../zh/needs.ts";

export const needs: typeof zh = {
  title: "What to train", nav: "What to train", link: "What to train",
  says: "Which openings were left after the provincial match for want of one certificate, and which course would place most people.",
  none: "No result yet. It is made by itself after a match over the whole province.", runs: "See match runs", noneSays: "It takes one match over the whole province: openings that stay empty and people who lack one certificate make the courses. Ask for a match, or wait for tonight's.", noneHereSays: "No opening can be filled by one course at the moment: look again after the next match over the province. If you chose a county or trade above, choose another.", noneHere: "No course is needed here.", wider: "Show all",
  computed: "Computed {{at}}, from the provincial match finished {{run}}.", run: "That match",
  figures: { unfilled: "Openings left", unfilledNote: "whole province, less what was offered or is being trained for", asking: "Of them asking for a certificate", askingNote: "whole province, market and workshop posts", bound: "Most that training could fill", boundNote: "whole province, whichever courses are held", expected: "Expected placements", expectedNote: "of the courses below: {{classes}} classes, {{picked}} openings, by the shares who pass and are placed", places: "openings", people: "people" },
  filter: { county: "County", occupation: "Occupation", all: "All", show: "Filter" },
  chart: { title: "Which course helps most", of: "{{expected}} people", openings: "Openings left", picked: "Openings for this course", expected: "Expected placements", people: "People one certificate short", says: "The upper bar is openings: outlined are those left, striped those for this course, solid the placements expected. The thin bar below is the people one certificate short, on a scale of its own." },
  table: { title: "Courses", county: "County", course: "Course", expected: "Expected placements", picked: "Openings for this course", openings: "Openings left", people: "People one certificate short", first: "Lifted or monitored", wishing: "Want this trade already", classes: "Classes", rate: "Pass × placed", file: "No. {{nr}}", known: "counted", assumed: "assumed" },
  total: "{{n}} courses", every: "An opening counts for one course only and a person for one class only, so rows can be added up.",
  need: {
    facts: "Why", posts: "The posts behind it", people: "The list (lifted and monitored first, then whether they want the trade)", nobody: "Everybody on the list has found something.",
    rate: "{{picked}} openings × {{pass}}% pass × {{placed}}% placed = {{expected}} people", basis: "The shares are from:", known: "what became of the province's trainings in three years", assumed: "what the rule book assumes",
    post: "Post", employer: "Employer", place: "Place", pay: "Pay a month (yuan)", left: "Left", pick: "For this course", name: "Name", home: "Township", gain: "Post they could have", posts2: "Posts to choose from", why: "Situation", first: "Lifted or monitored", wishes: "wants the trade", new: "would change trade", picked: "opening counted on", reserve: "reserve",
  },
  fill: {
    title: "Fill a class from the list", says: "People are invited in the order of the list. Each joins only by saying yes; you put down a yes given by telephone.", invite: "How many to invite", inviteHint: "Some will not come: you can ask more people than there are places", submit: "Plan the class and invite", noCourse: "This course is not registered for the county yet.", addCourse: "Register the course first", course: "Course", done: "Class planned, {{n}} people invited.", notOpen: "The class is not open yet; people can say yes once it is.",
  },
  classes: { title: "Classes filled from the list", course: "Course", county: "County", days: "Days", state: "State", invited: "Invited", accepted: "Said yes", declined: "Not coming", see: "See invitations" },
  invited: {
    title: "Invitations", of: "{{title}}: invitations", name: "Name", post: "Post it is for", state: "Answer", own: "Learning", waits: "Does the post wait", answer: "Put down an answer by telephone", who: "Who", yes: "Coming", no: "Not coming", heard: "They said so themselves on the telephone", submit: "Save the answer", saved: "Saved.", allAnswered: "Everybody has answered.", class: "See the class", still: "waits",
    states: { INVITED: "no answer yet", ACCEPTED: "said yes", DECLINED: "not coming" },
  },
  ends: { PASSED: "passed", FAILED: "did not pass", STAYED_AWAY: "stayed away from the assessment", WITHDRAWN: "left the class", CLASS_CANCELLED: "class cancelled", DECLINED: "not coming", NOT_ANSWERED: "no answer before it began", POST_CLOSED: "post filled or closed" },
  mine: {
    title: "Invitations to training", link: "{{n}} invitations to training wait for your answer", none: "No invitations to training.", says: "With the certificate you meet what this post asks for. No place is held for you; you hear from us as soon as you pass.",
    yes: "I will come", no: "I will not come", pending: "The class is not open yet. You can say yes here once it is.", joined: "You have a place.", waiting: "The class is full for now; you are on the list.", declined: "You said no.", gain: "Then you could go to", pay: "Pay a month", days: "Lessons", place: "Place", passed: "You passed. This post still takes people:", over: "About the post", late: "The class has begun; it is too late to join.",
  },
  notice: { invited: "The county invites you to a course that leads to a job", passed: "You passed, and the post is still open: {{title}}" },
  inTraining: "In training for this post: {{people}}, done on {{day}}. No opening is held for them.",
};
