import type { offersErrors as chinese } from "../zh/offers-errors.ts";

export const offersErrors: Record<keyof typeof chinese, string> = {
  "check-in-gone": "This link does not work. After signing in you can answer under Mine, or call 12333",
  "check-in-answered": "You have answered already and only the first answer counts. To change it, call 12333",
  "check-in-choose": "Please choose an answer",
  "check-in-day": "Please choose the day",
  "care-outcome": "Please choose what you found",
  "care-note": "Please write what was done, at least 4 characters",
  "care-closed": "This has been closed already",
  "question-empty": "Please tick something or write a line",
  "questions-today": "At most {{most}} questions a day: please ask again tomorrow",
  "questions-waiting": "You have asked {{most}} times: please wait for the answer",
  "contact-in-text": "“{{found}}” looks like a telephone number, an account or a link. Until both of you agree to be in contact it cannot be sent: please take it out",
  "answer-empty": "Please tick an answer or write one",
  "answers-enough": "You have answered {{most}} times in a row: please wait for the next question",
};
