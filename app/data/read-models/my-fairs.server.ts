import { takesGuests } from "#app/domain/fair/steps.ts";
import { toDate } from "#app/domain/dates.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { regionPaths } from "./names.server.ts";

type Needs = Pick<Deps, "db" | "pool" | "clock">;
const FAIR = { id: true, title: true, kind: true, state: true, regionCode: true, place: true, address: true, startsAt: true, endsAt: true, reason: true, phone: true, booths: true } as const;

/** The fairs that a person said they come to, or came to, and what booths reported of them; the latest first. */
export async function readMyFairs(deps: Needs, actor: Actor) {
  const personId = actor.personId ?? "-";
  const [guests, hirings] = await Promise.all([
    deps.db.fairGuest.findMany({ where: { personId, state: { not: "WITHDRAWN" } }, include: { fair: { select: FAIR } }, orderBy: { fair: { startsAt: "desc" } }, take: 100 }),
    deps.db.fairHiring.findMany({ where: { personId }, include: { post: { select: { title: true } }, booth: { select: { employer: { select: { name: true } } } } }, orderBy: { id: "asc" } }),
  ]);
  return guests.map((one) => ({
    state: one.state, code: one.code, fair: one.fair, mayLeave: one.state === "COMING" && takesGuests(one.fair, deps.clock.now()),
    hirings: hirings.filter((hiring) => hiring.fairId === one.fairId).map((hiring) => ({ id: hiring.id, postId: hiring.postId, placementId: hiring.placementId, state: hiring.state, title: hiring.post.title, employer: hiring.booth.employer.name })),
  }));
}

/** What an employer sees: fairs it can ask for a booth at, its own booths with what became of them, and the posts it can show. */
export async function readEmployerFairs(deps: Needs, actor: Actor) {
  const employerId = actor.employerId ?? "-";
  const today = toDate(deps.clock.today());
  const [employer, booths, open, posts] = await Promise.all([
    deps.db.employer.findUnique({ where: { id: employerId }, select: { status: true } }),
    deps.db.fairBooth.findMany({
      where: { employerId }, orderBy: { fair: { startsAt: "desc" } }, take: 60,
      include: { fair: { select: FAIR }, posts: { include: { post: { select: { id: true, title: true } } } }, ticks: { select: { n: true } }, hirings: { orderBy: { id: "asc" }, include: { person: { select: { nameMasked: true } }, post: { select: { title: true } } } } },
    }),
    deps.db.jobFair.findMany({ where: { state: { in: ["PLANNED", "OPEN"] }, endsAt: { gt: deps.clock.now() }, stands: { none: { employerId, openKey: { not: null } } } }, select: { ...FAIR, _count: { select: { stands: { where: { state: "APPROVED" } } } } }, orderBy: [{ startsAt: "asc" }, { id: "asc" }], take: 60 }),
    deps.db.post.findMany({ where: { employerId, status: "PUBLISHED", validFrom: { lte: today }, validUntil: { gt: today } }, select: { id: true, title: true, openings: true, filled: true }, orderBy: { id: "desc" }, take: 200 }),
  ]);
  const names = await regionPaths(deps.pool, [...open, ...booths.map((one) => one.fair)].map((one) => one.regionCode));
  const region = (code: string) => names.get(code) ?? { zh: "", en: "" };
  return {
    approved: employer?.status === "APPROVED", posts,
    fairs: open.map(({ _count, ...fair }) => ({ ...fair, region: region(fair.regionCode), left: Math.max(0, fair.booths - _count.stands) })),
    booths: booths.map((one) => ({
      id: one.id, number: one.number, state: one.state, reason: one.reason, version: one.version, fair: { ...one.fair, region: region(one.fair.regionCode) }, posts: one.posts.map(({ post }) => post), visits: one.ticks.reduce((sum, tick) => sum + tick.n, 0),
      mayChange: one.openKey !== null && takesGuests(one.fair, deps.clock.now()), mayReport: one.state === "APPROVED" && one.fair.state === "OPEN",
      hirings: one.hirings.map((hiring) => ({ id: hiring.id, placementId: hiring.placementId, state: hiring.state, nameMasked: hiring.person.nameMasked, title: hiring.post.title })),
    })),
  };
}
