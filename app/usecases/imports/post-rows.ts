import { addDays, type Day } from "#app/domain/dates.ts";
import type { PostDraft } from "#app/domain/import/read-post.ts";
import { findUnlawful } from "#app/domain/post/lawful.ts";
import { LONGEST_VALIDITY_DAYS } from "#app/domain/post/post-input.ts";

export interface PostTerms {
  /** counted from the day of import, unless the row names an end */
  openDays: number;
  /** counts validity from the day of publication, so that old postings come in as expired */
  byDate: boolean;
}

export interface PostState {
  status: "PUBLISHED" | "EXPIRED" | "BLOCKED";
  validFrom: Day;
  /** exclusive */
  validUntil: Day;
}

/**
 * From when to when an imported posting is open. An unlawful phrase blocks it (see `findUnlawful`), and so does work abroad, which needs a company whose
 * licence we hold; a stated end of
 * validity includes its day.
 */
export function stateOf(draft: PostDraft, terms: PostTerms, today: Day): PostState {
  const published = draft.publishedOn !== null && draft.publishedOn < today ? draft.publishedOn : today;
  const validFrom = terms.byDate || (draft.validUntil !== null && draft.validUntil < today) ? published : today;
  const stated = draft.validUntil === null ? null : addDays(draft.validUntil, 1);
  const unstated = terms.byDate ? addDays(published, LONGEST_VALIDITY_DAYS) : addDays(today, terms.openDays);
  const validUntil = stated ?? unstated;
  const from = validUntil > validFrom ? validFrom : addDays(validUntil, -1);
  const status = findUnlawful(draft).length > 0 || draft.scope === "OVERSEAS" ? "BLOCKED" : validUntil <= today ? "EXPIRED" : "PUBLISHED";
  return { status, validFrom: from, validUntil };
}
