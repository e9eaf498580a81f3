/** The questions of a profile, in the order in which they are asked. */
export const PROFILE_STEPS = ["work", "crafts", "certificates", "brands", "education", "care", "want", "where"] as const;
export type ProfileStep = (typeof PROFILE_STEPS)[number];

export function isProfileStep(text: string): text is ProfileStep {
  return (PROFILE_STEPS as readonly string[]).includes(text);
}

/** Steps that can be answered with "none of these". */
export const NONE_STEPS = ["work", "crafts", "certificates", "brands"] as const satisfies readonly ProfileStep[];

export interface ProfileProgress {
  /** steps with an answer, in the order of asking */
  done: ProfileStep[];
  /** steps without one, in the order of asking */
  left: ProfileStep[];
  /** done of all, 0 to 1 */
  share: number;
  /** where to go on; null when nothing is left */
  next: ProfileStep | null;
}

/** How far a profile is. `answered` are the steps that the person answered or that the record answers for them. */
export function progressOf(answered: Iterable<string>): ProfileProgress {
  const known = new Set(answered);
  const done = PROFILE_STEPS.filter((step) => known.has(step));
  const left = PROFILE_STEPS.filter((step) => !known.has(step));
  return { done, left, share: done.length / PROFILE_STEPS.length, next: left[0] ?? null };
}

/** The step behind this one that has no answer yet, else the first without one; null when nothing is left. */
export function nextStepAfter(step: ProfileStep, progress: ProfileProgress): ProfileStep | null {
  const at = PROFILE_STEPS.indexOf(step);
  return progress.left.find((one) => PROFILE_STEPS.indexOf(one) > at) ?? progress.left.find((one) => one !== step) ?? null;
}
