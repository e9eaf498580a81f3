import type { needsErrors as zh } from "../zh/needs-errors.ts";

export const needsErrors: typeof zh = {
  "training-invite": "Invite between 1 and 500 people", "training-need-course": "Choose a course of this county for this occupation and level; if there is none, register it first", "training-need-nobody": "Everybody on the list has found something. Look again after the next match",
  "training-heard": "Tick that they said so themselves on the telephone", "training-not-open-yet": "The class is not open yet. Say yes once it is", "training-answered": "This invitation has been answered already. See how it stands",
};
