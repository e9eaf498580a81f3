import { findProjectFor, type Project } from "#app/data/workfare/projects.server.ts";
import type { LiveCandidate } from "#app/domain/hiring/candidate.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ageBand } from "./employer-pages.server.ts";
import { type HiringLine, readHiringsOfPost } from "./hiring-pages.server.ts";
import { type Name, regionNames } from "./names.server.ts";
import type { RegionOption } from "./options.server.ts";
import { nameReasons, type NamedReason } from "./reasons.server.ts";

export interface LocalCandidate {
  personId: string;
  score: number;
  home: Name;
  ageBand: string;
  experienceMonths: number;
  certificates: { occupation: Name; level: string | null }[];
  reasons: NamedReason[];
  monitored: boolean;
  nameMasked: string;
}

export interface HirePage {
  project: Project;
  posts: { id: string; title: string; openings: number; filled: number; rateFen: number | null; open: boolean }[];
  post: { id: string; title: string; openings: number; filled: number } | null;
  places: RegionOption[];
  hirings: HiringLine[];
  candidates: LocalCandidate[];
  fitting: number;
}

/** A project's posts, and for one of them who is asked already and who of the county fits. */
export async function readHirePage(deps: Pick<Deps, "db" | "pool" | "clock">, actor: Actor, id: string, postId: string | null, found: { candidates: LiveCandidate[]; fitting: number }): Promise<HirePage | null> {
  const own = await findProjectFor(deps, actor, id, "MANAGE");
  if (!own) return null;
  const { project } = own;
  const rows = await deps.db.post.findMany({ where: { workfareProjectId: id }, orderBy: { id: "asc" } });
  const posts = rows.map((one) => ({ id: one.id, title: one.title, openings: one.openings, filled: one.filled, rateFen: one.wagePeriod === "DAY" ? one.wageMinFen : null, open: one.status === "PUBLISHED" && one.filled < one.openings }));
  const post = posts.find((one) => one.id === postId && ID_PATTERN.test(one.id)) ?? null;
  const places = await deps.db.region.findMany({ where: { code: { in: project.places } }, select: { code: true, parentCode: true, name: true, pinyin: true } });
  const hirings = post ? await readHiringsOfPost(deps, post.id) : [];
  const asked = new Set(hirings.map((one) => one.personId));
  const fresh = post ? found.candidates.filter((one) => !asked.has(one.person.id)) : [];
  const [homes, reasons, people] = await Promise.all([
    regionNames(deps.pool, fresh.map((one) => one.person.homeTownCode)), nameReasons(deps.pool, fresh.map((one) => one.reasons), "employer"),
    deps.db.person.findMany({ where: { id: { in: fresh.map((one) => one.person.id) } }, select: { id: true, nameMasked: true } }),
  ]);
  const year = Number(deps.clock.today().slice(0, 4));
  const names = new Map(people.map((one) => [one.id, one.nameMasked]));
  return {
    project, posts, post, places: places.map((one) => ({ code: one.code, parentCode: one.parentCode, name: { zh: one.name, en: one.pinyin } })), hirings, fitting: found.fitting,
    candidates: fresh.map((one, at) => ({
      personId: one.person.id, score: one.score, home: homes.get(one.person.homeTownCode) ?? { zh: "", en: "" }, ageBand: ageBand(year - Number(one.person.birthDate.slice(0, 4))),
      experienceMonths: one.person.experienceMonths, certificates: [], reasons: reasons[at] ?? [], monitored: one.person.categories.some((kind) => kind.startsWith("MONITORED")), nameMasked: names.get(one.person.id) ?? "",
    })),
  };
}
