import type { LiveCandidate } from "#app/domain/hiring/candidate.ts";
import { type AppealFinding, appealOf } from "#app/domain/post/appeal.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ageBand, type CandidateView, readCandidates } from "./employer-pages.server.ts";
import { type HiringLine, readHiringsOfPost, readPayMedian } from "./hiring-pages.server.ts";
import { type Name, occupationNames, regionNames } from "./names.server.ts";
import type { PostCardView } from "./post-card.server.ts";
import { nameReasons, type NamedReason } from "./reasons.server.ts";

/** Somebody who looks for work and fits; without a name, for they have not been asked. */
export interface LiveCandidateView {
  personId: string;
  score: number;
  home: Name;
  ageBand: string;
  experienceMonths: number;
  certificates: { occupation: Name; level: string | null }[];
  reasons: NamedReason[];
}

export interface CandidatesPage {
  post: PostCardView;
  hirings: HiringLine[];
  proposed: CandidateView[];
  live: LiveCandidateView[];
  appeal: AppealFinding[];
}

/** A post's candidates for its employer: who is spoken with, whom the runs proposed, who fits now, and why few may apply. */
export async function readCandidatesPage(
  deps: Pick<Deps, "pool" | "clock">, actor: Actor, postId: string, found: { candidates: LiveCandidate[]; inCounty: number; everywhere: number },
): Promise<CandidatesPage | null> {
  const own = await readCandidates(deps, actor.employerId ?? "", postId);
  if (!own) return null;
  const { post } = own;
  const [hirings, median] = await Promise.all([readHiringsOfPost(deps, postId), readPayMedian(deps, post)]);
  const known = new Set([...hirings.map((one) => one.personId), ...own.candidates.map((one) => one.personId)]);
  const fresh = found.candidates.filter((one) => !known.has(one.person.id));
  const [homes, occupations, reasons] = await Promise.all([
    regionNames(deps.pool, fresh.map((one) => one.person.homeCountyCode)),
    occupationNames(deps.pool, fresh.flatMap((one) => one.person.certificates.map((certificate) => certificate.occupationCode))),
    nameReasons(deps.pool, fresh.map((one) => one.reasons), "employer"),
  ]);
  const year = Number(deps.clock.today().slice(0, 4));
  const low = post.monthlyMinFen ?? post.monthlyMaxFen;
  const high = post.monthlyMaxFen ?? post.monthlyMinFen;
  return {
    post, hirings, proposed: own.candidates.filter((one) => !hirings.some((line) => line.personId === one.personId)),
    live: fresh.map((one, at) => ({
      personId: one.person.id, score: one.score, home: homes.get(one.person.homeCountyCode) ?? { zh: "", en: "" }, ageBand: ageBand(year - Number(one.person.birthDate.slice(0, 4))),
      experienceMonths: one.person.experienceMonths,
      certificates: one.person.certificates.filter((certificate) => certificate.stands).map((certificate) => ({ occupation: occupations.get(certificate.occupationCode) ?? { zh: "", en: "" }, level: certificate.level })),
      reasons: reasons[at] ?? [],
    })),
    appeal: appealOf({ payFen: low === null || high === null ? null : Math.round((low + high) / 2), median, housing: post.housing, seekersInCounty: found.inCounty, seekersEverywhere: found.everywhere }),
  };
}
