import type { RowDataPacket } from "mysql2";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { runsFair } from "../fair/fairs.server.ts";
import { type Name, regionNames, regionPaths } from "./names.server.ts";

type Needs = Pick<Deps, "db" | "pool">;
const MOST_TOWNS = 400;

/** What whoever stands at the door and the desk of a fair works with: counts, booths with openings, reports that wait, and the towns of the region. */
export async function readFairFloor({ db, pool }: Needs, actor: Actor, id: string) {
  if (!ID_PATTERN.test(id)) return null;
  const row = await db.jobFair.findUnique({
    where: { id },
    include: {
      stands: { where: { number: { not: null } }, orderBy: { number: "asc" }, include: { employer: { select: { name: true } }, posts: { include: { post: { select: { id: true, title: true, openings: true, filled: true, status: true } } } } } },
      hirings: { where: { state: { in: ["REPORTED", "HIRED"] } }, orderBy: { id: "desc" }, take: 200, include: { person: { select: { nameMasked: true } }, post: { select: { title: true } } } },
    },
  });
  if (!row || !runsFair(actor, row)) return null;
  const [[ticks], [towns]] = await Promise.all([
    pool.query<RowDataPacket[]>("SELECT boothId, SUM(n) AS n FROM fair_tick WHERE fairId = ? GROUP BY boothId", [id]),
    pool.query<RowDataPacket[]>("SELECT code FROM region WHERE LENGTH(code) = 9 AND code LIKE ? ORDER BY code LIMIT ?", [`${scopePrefix(row.regionCode)}%`, MOST_TOWNS]),
  ]);
  const names = await regionNames(pool, towns.map((town) => town.code as string));
  const countAt = (boothId: string | null) => Number(ticks.find((one) => one.boothId === boothId)?.n ?? 0);
  return {
    id: row.id, title: row.title, state: row.state, kind: row.kind, place: row.place, regionCode: row.regionCode, door: countAt(null),
    booths: row.stands.map((one) => ({ id: one.id, number: one.number!, employer: one.employer.name, count: countAt(one.id) })),
    posts: row.stands.flatMap((one) => one.posts.filter(({ post }) => post.status === "PUBLISHED" && post.filled < post.openings).map(({ post }) => ({ id: post.id, title: post.title, left: post.openings - post.filled, number: one.number!, employer: one.employer.name }))),
    reported: row.hirings.filter((one) => one.state === "REPORTED").map((one) => ({ id: one.id, personId: one.personId, postId: one.postId, nameMasked: one.person.nameMasked, title: one.post.title })),
    hired: row.hirings.filter((one) => one.state === "HIRED").map((one) => ({ placementId: one.placementId!, nameMasked: one.person.nameMasked, title: one.post.title })),
    towns: towns.map((town) => ({ code: town.code as string, name: names.get(town.code as string) ?? { zh: town.code as string, en: town.code as string } })),
  };
}
export type FairFloor = NonNullable<Awaited<ReturnType<typeof readFairFloor>>>;

export interface Welcomed {
  personId: string;
  nameMasked: string;
  home: Name;
  /** only of people whom the officer acts for */
  phoneMasked: string | null;
}

/** Somebody who was welcomed at a fair, as the desk sees them. */
export async function readWelcomed({ db, pool }: Needs, actor: Actor, fairId: string, personId: string): Promise<Welcomed | null> {
  const guest = await db.fairGuest.findUnique({ where: { fairId_personId: { fairId, personId } }, select: { state: true, person: { select: { id: true, nameMasked: true, phoneMasked: true, homeCountyCode: true, homeRegionCode: true } } } });
  if (guest?.state !== "CAME") return null;
  const { person } = guest;
  const home = (await regionPaths(pool, [person.homeCountyCode])).get(person.homeCountyCode) ?? { zh: "", en: "" };
  return { personId, nameMasked: person.nameMasked, home, phoneMasked: actsForPerson(actor, person) ? person.phoneMasked : null };
}

/** What a post says of whom it takes, for somebody who is registered at its booth. */
export async function readPostOffered({ db }: Pick<Deps, "db">, postId: string) {
  return ID_PATTERN.test(postId) ? db.post.findUnique({ where: { id: postId }, select: { occupationCode: true, countyCode: true } }) : null;
}
