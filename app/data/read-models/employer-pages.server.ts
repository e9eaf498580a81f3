import type { RowDataPacket } from "mysql2";
import { EMPLOYERS_MAY_FIND } from "#app/data/consents.server.ts";
import { loadEventsOfPersons } from "#app/data/ledger/events.server.ts";
import { addDays, chinaDay, type Day, toDay } from "#app/domain/dates.ts";
import type { EmployerKind } from "#app/domain/employer/kind.ts";
import type { EmployerStatus } from "#app/domain/employer/status.ts";
import { type RecheckState, recheckState } from "#app/domain/employer/supervision.ts";
import { viewPlacement } from "#app/domain/placement/placement.ts";
import type { PlacementState } from "#app/domain/placement/types.ts";
import type { PostInput } from "#app/domain/post/post-input.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, occupationNames, regionNames } from "./names.server.ts";
import { loadConfirmDays } from "./post-renewal.server.ts";
import { loadPostCards, type PostCardView } from "./post-card.server.ts";
import { nameReasons, type NamedReason, readReasons } from "./reasons.server.ts";

export interface EmployerHomeView {
  employer: { id: string; name: string; creditCode: string | null; kind: EmployerKind; status: EmployerStatus; verifiedAt: Date | null; reverifyBy: Day | null; recheck: RecheckState; decisionReason: string | null };
  posts: (PostCardView & { proposed: number; accepted: number; onTheJob: number; /** closes then unless confirmed; null when nothing asks for it */ confirmBy: Day | null })[];
  /** it has, or had, a licence for work abroad */
  abroad: boolean;
  /** people who said yes and have not been confirmed as arrived */
  awaiting: number;
}

export async function readEmployerHome(deps: Pick<Deps, "pool" | "db" | "clock">, employerId: string): Promise<EmployerHomeView | null> {
  const employer = await deps.db.employer.findUnique({ where: { id: employerId } });
  if (!employer) return null;
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT p.id, p.source, COALESCE(p.confirmedAt, p.publishedAt) AS saidAt, (SELECT COUNT(*) FROM job_match m WHERE m.postId = p.id AND m.status = 'PROPOSED') AS proposed
       FROM post p WHERE p.employerId = ? ORDER BY p.status = 'PUBLISHED' DESC, p.updatedAt DESC LIMIT 200`, [employerId]);
  const [cards, people, confirmDays, licences] = await Promise.all([
    loadPostCards(deps.pool, rows.map((row) => row.id as string)), readEmployerPlacements(deps, employerId), loadConfirmDays(deps), deps.db.overseasLicence.count({ where: { employerId } }),
  ]);
  const reverifyBy = employer.reverifyBy ? toDay(employer.reverifyBy) : null;
  const active = people.filter((one) => one.state === "ACCEPTED" || one.state === "DEPARTED");
  return {
    employer: {
      id: employer.id, name: employer.name, creditCode: employer.creditCode, kind: employer.kind, status: employer.status,
      verifiedAt: employer.verifiedAt, reverifyBy, recheck: recheckState(reverifyBy, deps.clock.today()), decisionReason: employer.decisionReason,
    },
    posts: rows.flatMap((row) => {
      const card = cards.get(row.id as string);
      if (!card) return [];
      const mine = people.filter((one) => one.postId === card.id);
      return [{
        ...card,
        proposed: Number(row.proposed),
        confirmBy: card.status === "PUBLISHED" && row.source === "platform" && row.saidAt !== null && confirmDays !== null ? addDays(chinaDay(row.saidAt as Date), confirmDays) : null,
        accepted: mine.filter((one) => one.state === "ACCEPTED" || one.state === "DEPARTED").length,
        onTheJob: mine.filter((one) => one.state === "ON_THE_JOB").length,
      }];
    }),
    abroad: licences > 0,
    awaiting: active.length,
  };
}

export interface EmployerPlacementView {
  placementId: string;
  /** where name and telephone are, once the person has said yes */
  hiringId: string | null;
  postId: string;
  postTitle: string;
  nameMasked: string;
  home: Name;
  state: PlacementState;
  rung: number;
  acceptedOn: Day | null;
  arrivedOn: Day | null;
  endedOn: Day | null;
  /** the employer has already said that the person arrived */
  confirmedByUs: boolean;
}

/** People placed with an employer, those who wait for a confirmation first. At most the newest 500. */
export async function readEmployerPlacements(deps: Pick<Deps, "pool">, employerId: string): Promise<EmployerPlacementView[]> {
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT a.id, a.personId, a.postId, p.title, n.nameMasked, n.homeCountyCode, (SELECT MAX(h.id) FROM hiring h WHERE h.placementId = a.id) AS hiringId
       FROM placement a JOIN post p ON p.id = a.postId JOIN person n ON n.id = a.personId
      WHERE p.employerId = ? ORDER BY a.id DESC LIMIT 500`, [employerId]);
  const [ledger, names] = await Promise.all([
    loadEventsOfPersons(deps.pool, [...new Set(rows.map((row) => row.personId as string))]),
    regionNames(deps.pool, rows.map((row) => row.homeCountyCode as string)),
  ]);
  const order: PlacementState[] = ["ACCEPTED", "DEPARTED", "ON_THE_JOB", "OFFERED", "ENDED", "NONE"];
  return rows
    .map((row) => {
      const events = ledger.get(row.personId as string)?.get(row.id as string) ?? [];
      const view = viewPlacement(events);
      const reversed = new Set(events.map((event) => event.reversesId));
      return {
        placementId: row.id as string, hiringId: row.hiringId as string | null, postId: row.postId as string, postTitle: row.title as string, nameMasked: row.nameMasked as string,
        home: names.get(row.homeCountyCode as string) ?? { zh: "", en: "" },
        state: view.state, rung: view.rung, arrivedOn: view.arrivedOn, endedOn: view.endedOn,
        acceptedOn: events.find((event) => event.kind === "ACCEPTED")?.happenedOn ?? null,
        confirmedByUs: events.some((event) => event.kind === "ON_THE_JOB" && event.saidByRole === "EMPLOYER" && !reversed.has(event.id)),
      };
    })
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

export interface CandidateView {
  matchId: string;
  personId: string;
  score: number;
  status: string;
  nameMasked: string;
  home: Name;
  ageBand: string;
  experienceMonths: number;
  certificates: { occupation: Name; level: string | null; kind: string }[];
  reasons: NamedReason[];
}

/** Who has been proposed for one of the employer's posts, best first; contact data only once they say yes. */
export async function readCandidates(deps: Pick<Deps, "pool" | "clock">, employerId: string, postId: string): Promise<{ post: PostCardView; candidates: CandidateView[] } | null> {
  const post = (await loadPostCards(deps.pool, [postId])).get(postId);
  if (!post || post.employerId !== employerId) return null;
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT m.id, m.personId, m.score, m.status, m.reasons, p.nameMasked, p.homeCountyCode, p.birthDate, p.experienceMonths
       FROM job_match m JOIN person p ON p.id = m.personId
      WHERE m.postId = ? AND (m.status = 'ACCEPTED' OR (m.status = 'PROPOSED' AND ${EMPLOYERS_MAY_FIND})) ORDER BY m.status, m.score DESC, m.id LIMIT 200`, [postId]);
  const ids = rows.map((row) => row.personId as string);
  const [certificates] = ids.length === 0 ? [[] as RowDataPacket[]] : await deps.pool.query<RowDataPacket[]>(
    "SELECT personId, occupationCode, level, kind FROM certificate WHERE personId IN (?) AND verification NOT IN ('REFUSED', 'REVOKED')", [ids]);
  const [names, occupations, reasons] = await Promise.all([
    regionNames(deps.pool, rows.map((row) => row.homeCountyCode as string)),
    occupationNames(deps.pool, certificates.map((one) => one.occupationCode as string)),
    nameReasons(deps.pool, rows.map((row) => readReasons(row.reasons)), "employer"),
  ]);
  const year = Number(deps.clock.today().slice(0, 4));
  return {
    post,
    candidates: rows.map((row, index) => ({
      matchId: row.id as string, personId: row.personId as string, score: row.score as number, status: row.status as string, nameMasked: row.nameMasked as string,
      home: names.get(row.homeCountyCode as string) ?? { zh: "", en: "" },
      ageBand: ageBand(year - Number((row.birthDate as Day).slice(0, 4))),
      experienceMonths: row.experienceMonths as number,
      certificates: certificates.filter((one) => one.personId === row.personId).map((one) => ({
        occupation: occupations.get(one.occupationCode as string) ?? { zh: "", en: "" }, level: one.level as string | null, kind: one.kind as string,
      })),
      reasons: reasons[index] ?? [],
    })),
  };
}

export function ageBand(age: number): string {
  const from = Math.floor(age / 10) * 10;
  return `${Math.max(16, from)}–${from + 9}`;
}

/** What the post form starts from when an employer changes a post of their own. */
export async function readPostForEdit(deps: Pick<Deps, "db">, employerId: string, postId: string): Promise<(Partial<Record<keyof PostInput, string | boolean>> & { id: string; status: string; filled: number }) | null> {
  const post = await deps.db.post.findUnique({ where: { id: postId }, include: { overseasTerms: true } });
  if (!post || post.employerId !== employerId) return null;
  const abroad = post.overseasTerms;
  return {
    scheme: abroad?.scheme ?? "", entryOn: abroad === null ? "" : toDay(abroad.entryOn), feeYuan: abroad === null ? "" : String(abroad.feeFen / 100), feeFor: abroad?.feeFor ?? "",
    id: post.id, status: post.status, filled: post.filled, stream: post.stream, title: post.title, occupationCode: post.occupationCode ?? "",
    description: post.description, regionCode: post.regionCode, address: post.address ?? "", onBehalfOf: post.onBehalfOf ?? "", openings: String(post.openings),
    wageMinYuan: post.wageMinFen === null ? "" : String(post.wageMinFen / 100), wageMaxYuan: post.wageMaxFen === null ? "" : String(post.wageMaxFen / 100),
    wagePeriod: post.wagePeriod, hoursPerDay: String(post.hoursPerDay), daysPerWeek: String(post.daysPerWeek),
    housing: post.housing, meals: post.meals, insurance: post.insurance, educationMin: post.educationMin,
    experienceMonths: String(post.experienceMonths), certOccupationCode: post.certOccupationCode ?? "", certLevel: post.certLevel ?? "",
    brandId: post.brandId ?? "", validUntil: post.validUntil.toISOString().slice(0, 10),
  };
}
