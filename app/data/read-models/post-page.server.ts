import type { RowDataPacket } from "mysql2";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { pointOf } from "#app/data/search-sources/places.server.ts";
import { HELD_UNTIL } from "#app/data/recognitions.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import type { Day } from "#app/domain/dates.ts";
import { recheckState } from "#app/domain/employer/supervision.ts";
import { assess } from "#app/domain/matching/assess.ts";
import type { WelfareKind } from "#app/domain/terms.ts";
import { distanceKm } from "#app/domain/region/distance.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { loadPostCards, type PostCardView } from "./post-card.server.ts";
import { regionLine, regionNames } from "./names.server.ts";
import { nameReasons, type NamedReason } from "./reasons.server.ts";

export interface PostPageView extends PostCardView {
  description: string;
  address: string | null;
  /** province, city, county and township as far as known, each by its own name */
  placeNames: string[];
  /** the unit that an agency recruits for */
  onBehalfOf: string | null;
  employer: { name: string; kind: string; creditCode: string | null; /** approved, and the next look not overdue */ verified: boolean; verifiedAt: Date | null; reverifyBy: Day | null; openPosts: number };
  welfare: { kind: WelfareKind; fundSource: string; subsidyFenPerMonth: number; termMonths: number; noticeFrom: Day; noticeUntil: Day } | null;
  workfare: { name: string; fundLines: string[]; labourSharePct: number; startsOn: Day; endsOn: Day } | null;
  workshop: { name: string; recognisedOn: Day | null; documentNumber: string | null } | null;
  /** the county seat, or the city's where the post names no county */
  lat: number | null;
  lng: number | null;
  open: boolean;
  /** for a signed-in seeker: does it fit, and why or why not */
  fit: { allowed: boolean; score: number; reasons: NamedReason[] } | null;
  /** the seeker's open proposal for this post, or their placement in it */
  myProposalId: string | null;
  myPlacementId: string | null;
}

/** Everything the post's page shows; null when there is no such post or it was never published. */
export async function readPostPage(deps: Pick<Deps, "pool" | "clock" | "crypto">, postId: string, actor: Actor | null): Promise<PostPageView | null> {
  const card = (await loadPostCards(deps.pool, [postId])).get(postId);
  if (!card || card.status === "DRAFT" || card.status === "BLOCKED") return null;
  const today = deps.clock.today();
  const [[details], places, fit] = await Promise.all([
    deps.pool.query<RowDataPacket[]>(
      `SELECT p.description, p.address, p.onBehalfOf, e.creditCode, e.verifiedAt AS employerVerifiedAt, e.reverifyBy,
              (SELECT COUNT(*) FROM post o WHERE o.employerId = e.id AND o.status = 'PUBLISHED' AND o.validUntil > ?) AS openPosts,
              t.kind AS welfareKind, t.fundSource, t.subsidyFenPerMonth, t.termMonths, t.noticeFrom, t.noticeUntil,
              f.name AS workfareName, (SELECT GROUP_CONCAT(u.line ORDER BY u.amountFen DESC) FROM workfare_fund u WHERE u.projectId = f.id) AS fundLines, f.labourSharePct, f.startsOn, f.endsOn,
              s.name AS workshopName, c.recognisedOn, c.documentNumber, g.lat, g.lng
         FROM post p JOIN employer e ON e.id = p.employerId
         LEFT JOIN welfare_terms t ON t.postId = p.id
         LEFT JOIN workfare_project f ON f.id = p.workfareProjectId
         LEFT JOIN workshop s ON s.id = p.workshopId
         LEFT JOIN workshop_recognition c ON c.id = (
           SELECT r.id FROM workshop_recognition r WHERE r.workshopId = s.id AND r.recognisedOn <= ? AND ${HELD_UNTIL} > ? ORDER BY r.recognisedOn DESC LIMIT 1)
         LEFT JOIN region g ON g.code = p.countyCode
        WHERE p.id = ?`, [today, today, today, postId]),
    regionNames(deps.pool, regionLine(card.regionCode)),
    readFit(deps, postId, actor),
  ]);
  const row = details[0]!;
  return {
    ...card,
    description: row.description as string,
    address: row.address as string | null,
    placeNames: [...new Set(regionLine(card.regionCode).flatMap((code) => places.get(code)?.zh ?? []))].filter((one) => one !== "市辖区"),
    onBehalfOf: row.onBehalfOf as string | null,
    employer: {
      name: card.employerName, kind: card.employerKind, creditCode: row.creditCode as string | null,
      verified: card.employerApproved && row.employerVerifiedAt !== null && recheckState(row.reverifyBy as Day | null, today) !== "overdue",
      verifiedAt: row.employerVerifiedAt as Date | null, reverifyBy: row.reverifyBy as Day | null,
      openPosts: Number(row.openPosts),
    },
    welfare: row.welfareKind === null ? null : {
      kind: row.welfareKind as WelfareKind, fundSource: row.fundSource as string, subsidyFenPerMonth: row.subsidyFenPerMonth as number,
      termMonths: row.termMonths as number, noticeFrom: row.noticeFrom as Day, noticeUntil: row.noticeUntil as Day,
    },
    workfare: row.workfareName === null ? null : {
      name: row.workfareName as string, fundLines: ((row.fundLines as string | null) ?? "").split(",").filter(Boolean), labourSharePct: row.labourSharePct as number,
      startsOn: row.startsOn as Day, endsOn: row.endsOn as Day,
    },
    workshop: row.workshopName === null ? null : { name: row.workshopName as string, recognisedOn: row.recognisedOn as Day | null, documentNumber: row.documentNumber as string | null },
    lat: row.lat as number | null,
    lng: row.lng as number | null,
    open: card.status === "PUBLISHED" && card.employerApproved && card.validUntil > today && card.filled < card.openings,
    ...fit,
  };
}

/** Kilometres from a region to where a post is, as between their county seats; null where either is not known. */
export async function readDistanceKm({ pool }: Pick<Deps, "pool">, from: string, { lat, lng }: Pick<PostPageView, "lat" | "lng">): Promise<number | null> {
  const start = await pointOf(pool, from);
  return start === null || lat === null || lng === null ? null : Math.round(distanceKm(start, { lat, lng }));
}

async function readFit(deps: Pick<Deps, "pool" | "clock" | "crypto">, postId: string, actor: Actor | null): Promise<Pick<PostPageView, "fit" | "myProposalId" | "myPlacementId">> {
  if (actor?.role !== "SEEKER" || actor.personId === null) return { fit: null, myProposalId: null, myPlacementId: null };
  const today = deps.clock.today();
  const [persons, posts, rules, [mine], [placed]] = await Promise.all([
    loadPersonFacts(deps, [actor.personId], today),
    loadPostFacts(deps.pool, [postId], today),
    loadMatchingRules(deps.pool, today),
    deps.pool.query<RowDataPacket[]>("SELECT id FROM job_match WHERE personId = ? AND postId = ? AND status = 'PROPOSED'", [actor.personId, postId]),
    deps.pool.query<RowDataPacket[]>("SELECT id FROM placement WHERE personId = ? AND postId = ? ORDER BY id DESC LIMIT 1", [actor.personId, postId]),
  ]);
  const person = persons.get(actor.personId);
  const post = posts.get(postId);
  if (!person || !post) return { fit: null, myProposalId: null, myPlacementId: null };
  const verdict = assess(person, post, rules);
  const [reasons = []] = await nameReasons(deps.pool, [verdict.reasons], "own");
  return { fit: { ...verdict, reasons }, myProposalId: (mine[0]?.id as string | undefined) ?? null, myPlacementId: (placed[0]?.id as string | undefined) ?? null };
}
