import type { Day } from "#app/domain/dates.ts";
import type { PlaceClass } from "#app/domain/terms.ts";
import { SKILL_LEVELS } from "#app/domain/terms.ts";
import { placeClassOf } from "#app/domain/region/place-class.ts";
import type { CertificateDraft } from "./certificates.ts";
import type { PersonDraft } from "./people.ts";
import type { Random } from "./random.ts";
import type { PostRow } from "./rows.ts";

type Shelved = Pick<
  PostRow, "id" | "stream" | "occupationCode" | "regionCode" | "countyCode" | "validFrom" | "monthlyMinFen" | "monthlyMaxFen" | "certOccupationCode" | "certLevel"
> & { slots: number };

const TRIES = 30;

/** The posts that people have started on lately, each with as many places as may be taken. Kept small: 120,000 fit. */
export class PostShelf {
  private readonly byTrade = new Map<string, Shelved[]>();
  private readonly byTradeAndCounty = new Map<string, Shelved[]>();

  add(row: PostRow): void {
    if (row.stream === "WELFARE" || row.occupationCode === null || !["PUBLISHED", "CLOSED", "EXPIRED"].includes(row.status)) return;
    // an open post keeps a place open
    const slots = row.status === "CLOSED" ? row.openings : Math.min(row.openings - 1, Math.ceil(row.openings * 0.6));
    if (slots < 1) return;
    const { id, stream, occupationCode, regionCode, countyCode, validFrom, monthlyMinFen, monthlyMaxFen, certOccupationCode, certLevel } = row;
    const shelved = { id, stream, occupationCode, regionCode, countyCode, validFrom, monthlyMinFen, monthlyMaxFen, certOccupationCode, certLevel, slots };
    push(this.byTrade, occupationCode, shelved);
    push(this.byTradeAndCounty, occupationCode + countyCode, shelved);
  }

  /** Takes a place for somebody who agreed on that day to work in such a place; null when nothing fits. */
  take(random: Random, person: PersonDraft, papers: readonly CertificateDraft[], homeCounty: string, placeClass: PlaceClass, agreedOn: Day): Shelved | null {
    if (person.age < 19 || person.labourCapacity !== "FULL") return null;
    const { code } = person.trade;
    const posts = placeClass === "IN_COUNTY" ? this.byTradeAndCounty.get(code + homeCounty) : this.byTrade.get(code);
    if (posts === undefined) return null;
    for (let attempt = 0; attempt < Math.min(TRIES, posts.length); attempt += 1) {
      const post = random.pick(posts);
      if (post.slots < 1 || post.validFrom > agreedOn || placeClassOf(homeCounty, post.countyCode) !== placeClass) continue;
      if (!holds(papers, post, agreedOn)) continue;
      post.slots -= 1;
      return post;
    }
    return null;
  }
}

function holds(papers: readonly CertificateDraft[], post: Shelved, day: Day): boolean {
  if (post.certOccupationCode === null) return true;
  const rank = (level: CertificateDraft["level"]) => (level === null ? -1 : SKILL_LEVELS.indexOf(level));
  return papers.some((paper) =>
    paper.occupationCode === post.certOccupationCode && (paper.verification === "VERIFIED" || paper.verification === "UNVERIFIED") &&
    (paper.expiresOn === null || paper.expiresOn > day) && rank(paper.level) >= rank(post.certLevel));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
