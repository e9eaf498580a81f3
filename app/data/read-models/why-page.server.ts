import type { RowDataPacket } from "mysql2";
import { EMPLOYERS_MAY_FIND } from "#app/data/consents.server.ts";
import { pairRecords, type RecordsOfPair } from "#app/data/matching-facts/pair-records.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import type { Day } from "#app/domain/dates.ts";
import { assess } from "#app/domain/matching/assess.ts";
import type { MatchingRules, PersonFacts, PostFacts } from "#app/domain/matching/facts.ts";
import { comesBefore, type LastHolder, oneStepShort, type OneStep } from "#app/domain/matching/one-step.ts";
import { pointsOf, SCORE_PARTS, type ScorePart, scoreOf, WEIGHTS, wholePoints } from "#app/domain/matching/score.ts";
import { type Cause, causesOf, lastHolder, type MatchStatus, type RunGap } from "#app/domain/matching/why.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { type Name, occupationNames, regionNames } from "./names.server.ts";
import { loadPostCards, type PostCardView } from "./post-card.server.ts";
import { nameReasons, type NamedReason, readReasons } from "./reasons.server.ts";

/** What a person and a post have to do with each other, as far as whoever asks may know. */
export interface WhyView {
  eyes: "own" | "bureau" | "employer";
  asOf: Day;
  person: { id: string; nameMasked: string; home: Name };
  post: PostCardView;
  allowed: boolean;
  score: number;
  reasons: NamedReason[];
  /** null for an employer, who may know no more than the candidates' page tells */
  detail: WhyDetail | null;
}

export interface WhyDetail {
  causes: Cause[];
  parts: PartView[];
  run: { id: string; requestedAt: Date } | null;
  notInRun: RunGap | null;
  declineReason: string | null;
  other: { post: PostCardView; score: number; status: MatchStatus } | null;
  holders: HoldersView | null;
  /** openings that people took who had not been proposed for the post */
  takenDirectly: number;
  /** every opening that is left has been offered to somebody */
  contested: boolean;
  /** the post is a brand's, whose members come first; whether the person is one */
  brandOrder: { brand: Name; member: boolean } | null;
  steps: (OneStep & { occupationName?: Name })[];
}

export interface PartView {
  part: ScorePart;
  /** whole points; together the score */
  points: number;
  most: number;
  /** of those who hold the post: how many have more here, and the mean of them all where they are enough to tell of nobody; null when nobody holds it */
  others: { more: number; mean: number | null } | null;
}

/** Who holds the post, as a number and a range; names only for a bureau that acts for their homes. */
export interface HoldersView {
  people: number;
  openingsLeft: number;
  highest: number;
  lowest: number;
  /** the person's place among them, 1 being first */
  rank: number;
  /** how many have the very same score */
  equal: number;
  named: { nameMasked: string; home: Name; score: number; status: MatchStatus }[];
}

/** The mean of fewer people would give away what one of them asks for or lives by. */
const FEWEST_FOR_MEAN = 3;

const unknown: Name = { zh: "", en: "" };

/** The whole answer, for the person or for a bureau that acts for their home; null when the post was never published. */
export async function readWhy(deps: Pick<Deps, "pool" | "clock" | "crypto">, actor: Actor, facts: { person: PersonFacts; post: PostFacts; rules: MatchingRules }): Promise<WhyView | null> {
  const { person, post, rules } = facts;
  const [cards, records, [persons], homes] = await Promise.all([
    loadPostCards(deps.pool, [post.id]),
    pairRecords(deps, person, post, rules.asOf),
    deps.pool.query<RowDataPacket[]>("SELECT nameMasked FROM person WHERE id = ?", [person.id]),
    regionNames(deps.pool, [person.homeCountyCode]),
  ]);
  const card = cards.get(post.id);
  if (!card || card.status === "DRAFT" || card.status === "BLOCKED") return null;
  const verdict = assess(person, post, rules);
  const claim = { score: verdict.score, monitored: records.pair.monitored, member: records.pair.member };
  const last = lastHolder(records.pair);
  const steps = oneStepShort(person, post, rules, last);
  const [[reasons = []], other, holders, occupations] = await Promise.all([
    nameReasons(deps.pool, [verdict.reasons], "own"),
    readOther(deps, records.other, facts),
    readHolders(deps, actor, records, facts, claim),
    occupationNames(deps.pool, steps.map((step) => ("occupation" in step ? step.occupation : null))),
  ]);
  const causes = causesOf(verdict, { ...records.pair, other: other && { stream: other.post.stream, score: other.score, status: other.status } });
  return {
    eyes: actor.role === "SEEKER" ? "own" : "bureau",
    asOf: rules.asOf,
    person: { id: person.id, nameMasked: (persons[0]?.nameMasked as string | undefined) ?? "", home: homes.get(person.homeCountyCode) ?? unknown },
    post: card,
    allowed: verdict.allowed, score: verdict.score, reasons,
    detail: {
      causes, parts: verdict.allowed ? partViews(facts, holders?.points ?? []) : [], run: records.run, notInRun: records.pair.notInRun, declineReason: records.declineReason,
      other, holders: holders?.view ?? null, takenDirectly: Math.max(0, card.filled - records.holders.filter((one) => one.status === "ACCEPTED").length),
      contested: last !== null, brandOrder: card.brand && { brand: card.brand, member: records.pair.member },
      steps: steps.map((step) => ({ ...step, ...("occupation" in step && occupations.has(step.occupation) ? { occupationName: occupations.get(step.occupation) } : {}) })),
    },
  };
}

/** What an employer may read of somebody proposed for a post of theirs: the score and reasons of the proposal. Null for anybody else. */
export async function readWhyForEmployer(deps: Pick<Deps, "pool" | "clock">, employerId: string, personId: string, postId: string): Promise<WhyView | null> {
  const [cards, [rows]] = await Promise.all([
    loadPostCards(deps.pool, [postId]),
    deps.pool.query<RowDataPacket[]>(
      `SELECT m.score, m.reasons, p.nameMasked, p.homeCountyCode FROM job_match m JOIN person p ON p.id = m.personId
        WHERE m.postId = ? AND m.personId = ? AND (m.status = 'ACCEPTED' OR (m.status = 'PROPOSED' AND ${EMPLOYERS_MAY_FIND})) ORDER BY m.proposedAt DESC, m.id DESC LIMIT 1`, [postId, personId]),
  ]);
  const post = cards.get(postId);
  const match = rows[0];
  if (!post || !match || post.employerId !== employerId) return null;
  const [[reasons = []], homes] = await Promise.all([nameReasons(deps.pool, [readReasons(match.reasons)], "employer"), regionNames(deps.pool, [match.homeCountyCode as string])]);
  return {
    eyes: "employer", asOf: deps.clock.today(),
    person: { id: personId, nameMasked: match.nameMasked as string, home: homes.get(match.homeCountyCode as string) ?? unknown },
    post, allowed: true, score: match.score as number, reasons, detail: null,
  };
}

type Facts = Parameters<typeof readWhy>[2];

async function readOther(deps: Pick<Deps, "pool">, other: RecordsOfPair["other"], { person, rules }: Facts): Promise<WhyDetail["other"]> {
  if (other === null) return null;
  const [cards, posts] = await Promise.all([loadPostCards(deps.pool, [other.postId]), loadPostFacts(deps.pool, [other.postId], rules.asOf)]);
  const [post, facts] = [cards.get(other.postId), posts.get(other.postId)];
  return post && facts ? { post, score: other.score ?? scoreOf(person, facts, rules).score, status: other.status } : null;
}

async function readHolders(
  deps: Pick<Deps, "pool">, actor: Actor, records: RecordsOfPair, { post, rules }: Facts, claim: LastHolder,
): Promise<{ view: HoldersView; points: Record<ScorePart, number>[] } | null> {
  const { holders } = records;
  if (holders.length === 0) return null;
  const homes = await regionNames(deps.pool, holders.map((one) => one.homeCountyCode));
  const scores = holders.map((one) => one.score);
  const named = actor.role === "OFFICER" ? holders.filter((one) => actsForRegion(actor, one.facts.homeRegionCode)) : [];
  return {
    points: holders.map((one) => pointsOf(one.facts, post, rules)),
    view: {
      people: holders.length, openingsLeft: Math.max(0, post.openingsLeft), highest: Math.max(...scores), lowest: Math.min(...scores),
      rank: 1 + holders.filter((one) => !comesBefore(claim, one)).length, equal: scores.filter((score) => score === claim.score).length,
      named: named.map((one) => ({ nameMasked: one.nameMasked, home: homes.get(one.homeCountyCode) ?? unknown, score: one.score, status: one.status })),
    },
  };
}

function partViews({ person, post, rules }: Facts, others: readonly Record<ScorePart, number>[]): PartView[] {
  const points = pointsOf(person, post, rules);
  const whole = wholePoints(points);
  return SCORE_PARTS.map((part) => ({
    part, points: whole[part], most: WEIGHTS[part],
    others: others.length === 0 ? null : {
      more: others.filter((one) => one[part] > points[part]).length,
      mean: others.length < FEWEST_FOR_MEAN ? null : Math.round(others.reduce((sum, one) => sum + one[part], 0) / others.length),
    },
  }));
}
