import type { RowDataPacket } from "mysql2";
import { answerableBy } from "#app/data/inquiries.server.ts";
import { REMIND_AFTER_HOURS } from "#app/domain/inquiry/inquiry.ts";
import { scopePrefix, SHANXI } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { WAITS } from "./bureau-certificates.server.ts";
import { leavingSoon } from "./dispatch-pages.server.ts";
import { BOOTHS_WAIT } from "./fairs.server.ts";
import { readProjects } from "./workfare-list.server.ts";

/** In the order in which a day goes: people first, then posts and money, then the count. */
export const DESK_GROUPS = {
  people: ["watch", "checkins", "questions", "certificates", "rosters", "dispatches", "noShows"],
  work: ["employers", "booths", "reports", "flags", "welfare", "workfare"],
  money: ["claims", "claimsToPay", "welfareSheets", "workfareSheets"],
  count: ["samples"],
} as const;
export type DeskGroup = keyof typeof DESK_GROUPS;
export type DeskQueue = (typeof DESK_GROUPS)[DeskGroup][number];

export interface Waiting {
  queue: DeskQueue;
  href: string;
  waiting: number;
  /** of them past the day by which they should have been looked at */
  late: number;
}

export interface Workbench {
  waiting: number;
  late: number;
  groups: { group: DeskGroup; queues: Waiting[] }[];
}

type Needs = Pick<Deps, "pool" | "db" | "clock">;

/** What waits for the bureau of an officer's region, in numbers: each the length of the list it leads to. */
export async function readWorkbench(deps: Needs, actor: Actor): Promise<Workbench> {
  const counted = new Map((await Promise.all([
    ...Object.entries(queries(deps, actor)).map(async ([queue, { href, from, late = "FALSE", params = [], lateParams = [] }]): Promise<Waiting> => {
      const [rows] = await deps.pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS waiting, COALESCE(SUM(${late}), 0) AS late ${from}`, [...lateParams, ...params]);
      return { queue: queue as DeskQueue, href, waiting: Number(rows[0]?.waiting), late: Number(rows[0]?.late) };
    }),
    workfare(deps, actor),
  ])).flat().map((one) => [one.queue, one]));
  const groups = (Object.keys(DESK_GROUPS) as DeskGroup[]).map((group) => ({ group, queues: DESK_GROUPS[group].map((queue) => counted.get(queue)!) }));
  const sum = (of: "waiting" | "late") => [...counted.values()].reduce((total, one) => total + one[of], 0);
  return { waiting: sum("waiting"), late: sum("late"), groups };
}

interface Query {
  href: string;
  from: string;
  params?: unknown[];
  late?: string;
  lateParams?: unknown[];
}

function queries({ clock }: Pick<Deps, "clock">, actor: Actor): Record<Exclude<DeskQueue, "workfare" | "workfareSheets">, Query> {
  const scope = actor.regionCode ?? "-";
  const [like, today] = [`${scopePrefix(scope)}%`, clock.today()];
  // what is outside the province, or nowhere, is the province's to look at
  const outside = (column: string) => (scope === SHANXI ? ` OR ${column} IS NULL OR ${column} NOT LIKE '14%'` : "");
  const questions = answerableBy(actor) ?? { sql: "FALSE", params: [] };
  const remindBefore = new Date(clock.now().getTime() - REMIND_AFTER_HOURS * 3_600_000);
  return {
    watch: { href: "/watch", from: "FROM watch_case c WHERE c.regionCode LIKE ? AND c.closedAt IS NULL", params: [like], late: "c.dueOn < ?", lateParams: [today] },
    checkins: { href: "/bureau/checkins", from: "FROM care_case c WHERE c.regionCode LIKE ? AND c.closedAt IS NULL", params: [like], late: "c.dueOn < ?", lateParams: [today] },
    questions: { href: "/bureau/questions", from: `FROM inquiry i JOIN post p ON p.id = i.postId WHERE ${questions.sql} AND i.waitingSince IS NOT NULL`, params: questions.params, late: "i.waitingSince < ?", lateParams: [remindBefore] },
    certificates: { href: "/bureau/certificates", from: `FROM certificate c JOIN person p ON p.id = c.personId WHERE p.homeCountyCode LIKE ? AND ${WAITS}`, params: [like] },
    rosters: { href: "/bureau/rosters", from: "FROM roster r WHERE r.regionCode LIKE ? AND r.state IN ('MAPPING', 'CHECKED')", params: [like] },
    dispatches: { href: "/bureau/dispatches?show=LEAVING", from: "FROM dispatch d WHERE d.homeCode LIKE ? AND d.state IN ('PLANNED', 'OPEN', 'BOARDING') AND d.gatherAt < ?", params: [like, leavingSoon(today).gatherAt.lt], late: "d.gatherAt < ?", lateParams: [clock.now()] },
    noShows: { href: "/bureau/dispatches?show=NO_SHOWS", from: "FROM dispatch_seat s JOIN dispatch d ON d.id = s.dispatchId WHERE d.homeCode LIKE ? AND s.state = 'NO_SHOW' AND s.followUp IS NULL", params: [like] },
    employers: {
      href: "/bureau/employers", from: `FROM employer e WHERE (e.regionCode LIKE ?${outside("e.regionCode")}) AND (e.status = 'PENDING' OR (e.status = 'APPROVED' AND e.reverifyBy < ?))`, params: [like, today],
      late: "e.status = 'APPROVED'",
    },
    booths: { href: "/bureau/fairs?show=BOOTHS", from: `FROM job_fair f WHERE f.regionCode LIKE ? AND ${BOOTHS_WAIT}`, params: [like, clock.now()] },
    reports: { href: "/bureau/reports?status=OPEN", from: `FROM post_report r WHERE (r.countyCode LIKE ?${outside("r.countyCode")}) AND r.status = 'OPEN'`, params: [like] },
    flags: { href: "/bureau/ads", from: "FROM post_flag f WHERE f.regionCode LIKE ? AND f.closedAt IS NULL", params: [like] },
    welfare: { href: "/bureau/welfare", from: "FROM welfare_case c WHERE c.regionCode LIKE ? AND c.state IN ('APPLIED', 'REVIEWED', 'CHECKED')", params: [like] },
    welfareSheets: { href: "/bureau/welfare/sheets", from: "FROM welfare_sheet s WHERE s.regionCode LIKE ? AND s.state <> 'SETTLED'", params: [like] },
    claims: { href: "/bureau/claims?state=APPLIED", from: "FROM claim c WHERE c.countyCode LIKE ? AND c.state = 'APPLIED'", params: [like] },
    claimsToPay: { href: "/bureau/claims?state=CHECKED", from: "FROM claim c WHERE c.countyCode LIKE ? AND c.state = 'CHECKED'", params: [like] },
    samples: { href: "/board/samples", from: "FROM count_draw d JOIN count_sample s ON s.id = d.sampleId WHERE s.regionCode LIKE ? AND d.finding = 'OPEN'", params: [like] },
  };
}

/** Projects whose labour pay will miss its floor, and pay sheets that are not settled. */
async function workfare(deps: Needs, actor: Actor): Promise<Waiting[]> {
  const projects = (await readProjects(deps, actor)).filter((one) => one.awarded && one.closedOn === null);
  const inDanger = projects.filter((one) => one.state === "AT_RISK" || one.state === "TOO_LATE");
  return [
    { queue: "workfare", href: "/bureau/workfare", waiting: inDanger.length, late: inDanger.filter((one) => one.state === "TOO_LATE").length },
    { queue: "workfareSheets", href: "/bureau/workfare", waiting: projects.reduce((sum, one) => sum + one.waitingSheets, 0), late: 0 },
  ];
}
