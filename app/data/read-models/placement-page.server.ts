import type { RowDataPacket } from "mysql2";
import { writeAudit } from "#app/data/audit.server.ts";
import { loadEventsOfPlacement } from "#app/data/ledger/events.server.ts";
import { answersTo } from "#app/domain/checkin/check-in.ts";
import { chinaDay, type Day, toDay } from "#app/domain/dates.ts";
import { type JourneyStep, journeyOf } from "#app/domain/placement/journey.ts";
import { TRANSITIONS, viewPlacement } from "#app/domain/placement/placement.ts";
import { rungOf } from "#app/domain/placement/proof.ts";
import type { EvidenceKind, PlacementEventKind, PlacementState } from "#app/domain/placement/types.ts";
import type { PlaceClass, Role, Stream } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { speaksAs } from "#app/platform/permissions.ts";
import { findPlacementFor } from "#app/data/ledger/placement-access.server.ts";
import { type AskedView, readPlacementCheckIns } from "./check-in-pages.server.ts";
import { type Name, regionPaths } from "./names.server.ts";
import { loadPostCards, type PostCardView } from "./post-card.server.ts";

export interface LedgerLine {
  id: string;
  seq: number;
  kind: PlacementEventKind;
  happenedOn: Day;
  recordedAt: string;
  saidByRole: Role;
  evidence: EvidenceKind;
  evidenceRef: string | null;
  reason: string | null;
  /** the rung of the proof ladder, for statements of arrival */
  rung: number | null;
  /** taken back by a later line */
  reversed: boolean;
  reversesSeq: number | null;
  /** first characters of the hash, as printed on a receipt */
  seal: string;
  mayReverse: boolean;
}

export interface PlacementPageView {
  id: string;
  person: { nameMasked: string; home: Name };
  post: PostCardView | null;
  stream: Stream;
  placeClass: PlaceClass;
  region: Name;
  regionCode: string;
  state: PlacementState;
  rung: number;
  arrivedOn: Day | null;
  endedOn: Day | null;
  /** the whole way, past and to come */
  journey: JourneyStep[];
  /** a question that waits for this person's own answer */
  asked: AskedView & { id: string } | null;
  lines: LedgerLine[];
  /** where both sides' names and telephones stand, for the person and the employer */
  hiringId: string | null;
  /** what this actor may say next */
  actions: Exclude<PlacementEventKind, "REVERSED" | "OFFERED" | "ACCEPTED">[];
}

/** A placement's page, for those who have a part in it; null for everybody else. A look by anyone but the person is written to the audit. */
export async function readPlacementPage(deps: Pick<Deps, "pool" | "db" | "clock" | "newId" | "crypto">, actor: Actor, placementId: string): Promise<PlacementPageView | null> {
  const placement = await findPlacementFor(deps, actor, placementId);
  if (!placement) return null;
  if (actor.role !== "SEEKER" || actor.actingFor) await writeAudit(deps, actor, { action: "see-placement", subjectType: "placement", subjectId: placementId, outcome: "ok" });
  const [events, checkIns, hiring, match, [persons], cards] = await Promise.all([
    loadEventsOfPlacement(deps.pool, placementId),
    readPlacementCheckIns(deps, placementId),
    deps.db.hiring.findFirst({ where: { placementId }, include: { steps: { orderBy: { seq: "asc" } } } }),
    placement.matchId === null ? null : deps.db.match.findUnique({ where: { id: placement.matchId }, select: { proposedAt: true } }),
    deps.pool.query<RowDataPacket[]>("SELECT nameMasked, homeCountyCode FROM person WHERE id = ?", [placement.personId]),
    loadPostCards(deps.pool, placement.postId ? [placement.postId] : []),
  ]);
  const person = persons[0]!;
  const paths = await regionPaths(deps.pool, [placement.workRegionCode, person.homeCountyCode as string]);
  const unknown = { zh: "", en: "" };
  const view = viewPlacement(events);
  const today = deps.clock.today();
  const post = placement.postId ? (cards.get(placement.postId) ?? null) : null;
  const proposedOn = match === null ? null : chinaDay(match.proposedAt);
  const waiting = checkIns.findLast((one) => one.answeredOn === null && !one.lapsed);
  const reversedBy = new Map(events.flatMap((event) => (event.reversesId ? [[event.reversesId, event]] : [])));
  const seqOf = new Map(events.map((event) => [event.id, event.seq]));
  const saidArrival = events.some((event) => event.kind === "ON_THE_JOB" && event.saidByRole === speaksAs(actor) && !reversedBy.has(event.id));
  const kinds = ["DEPARTED", "ON_THE_JOB", "STILL_ON_THE_JOB", "ENDED"] as const;
  return {
    id: placementId,
    person: { nameMasked: person.nameMasked as string, home: paths.get(person.homeCountyCode as string) ?? unknown },
    post,
    stream: placement.stream,
    placeClass: placement.placeClass,
    region: paths.get(placement.workRegionCode) ?? unknown,
    regionCode: placement.workRegionCode,
    state: view.state,
    rung: view.rung,
    arrivedOn: view.arrivedOn,
    endedOn: view.endedOn,
    journey: journeyOf({
      events, checkIns, proposedOn, today,
      hiring: (hiring?.steps ?? []).map((step) => ({ kind: step.kind, on: chinaDay(step.recordedAt), saidBy: step.saidByRole, meetOn: step.meetOn === null ? null : toDay(step.meetOn), note: step.note })),
    }),
    asked: actor.role === "SEEKER" && waiting ? { id: waiting.id, kind: waiting.kind, dueOn: waiting.dueOn, answered: false, answers: answersTo(waiting.kind), post: post && { title: post.title, employerName: post.employerName } } : null,
    hiringId: hiring !== null && (actor.role === "SEEKER" || actor.role === "EMPLOYER") ? hiring.id : null,
    lines: events.map((event) => ({
      id: event.id, seq: event.seq, kind: event.kind, happenedOn: event.happenedOn, recordedAt: event.recordedAt, saidByRole: event.saidByRole,
      evidence: event.evidence, evidenceRef: event.evidenceRef, reason: event.reason,
      rung: event.kind === "ON_THE_JOB" ? rungOf(event) : null,
      reversed: reversedBy.has(event.id),
      reversesSeq: event.reversesId ? (seqOf.get(event.reversesId) ?? null) : null,
      seal: event.hash.slice(0, 8),
      mayReverse: !["OFFERED", "ACCEPTED", "REVERSED"].includes(event.kind) && !reversedBy.has(event.id) && (actor.role === "OFFICER" || speaksAs(actor) === event.saidByRole),
    })),
    actions: kinds.filter((kind) => {
      const rule = TRANSITIONS[kind];
      const again = kind === "ON_THE_JOB" && view.state === "ON_THE_JOB" && saidArrival;
      return rule.from.includes(view.state) && rule.roles.includes(speaksAs(actor)) && !again;
    }),
  };
}
