import type { agentErrors as chinese } from "../zh/agent-errors.ts";

export const agentErrors: Record<keyof typeof chinese, string> = {
  "village-needed": "Choose the village",
  "village-outside": "This village is not in your region; choose another",
  "reach-needed": "Choose how far the person would go",
  "consent-first": "Nobody is registered without their consent. Read it out, and tick the first line when they agree",
  "consent-how-needed": "Choose how the person agreed",
  "sheet-needed": "Write the number on the signed sheet",
  "own-words-unknown": "No trade was recognised; say it another way, or choose a trade",
  "held-elsewhere": "This resident ID is registered somewhere else and can't be seen or changed here. If the person lives in your village, ask the county bureau to move the record",
  "opening-reason-needed": "Choose why it is opened",
  "opening-words-needed": "With “something else”, say in a few words what for",
  "people-needed": "Tick one person at least",
  "roster-too-long": "Too many people; print several rosters",
};
