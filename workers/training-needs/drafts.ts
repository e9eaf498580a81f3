import type { NeedDraft } from "#app/data/training/needs-store.server.ts";
import type { PostFacts } from "#app/domain/matching/facts.ts";
import { expectedHundredths, type SuccessShares } from "#app/domain/training/success.ts";
import type { PlannedCourse } from "#app/domain/training/plan-courses.ts";
import { SKILL_LEVELS } from "#app/domain/terms.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Vocabulary } from "../matching/columns/vocabulary.ts";
import type { NeedsPlan } from "./compute.ts";
import { type Leftover, type ScannedGroup, wishesGroup } from "./scan.ts";

interface Behind {
  leftover: Leftover;
  personIds: readonly string[];
  posts: readonly PostFacts[];
  vocabulary: Vocabulary;
  shares: SuccessShares;
}

/** Beside those an opening is counted on for, so many more stand on a list: people say no. */
const RESERVES = (picked: number) => picked * 2 + 20;

/** The courses of a plan as they are kept: the most expected placements first. */
export function draftsOf(deps: Pick<Deps, "newId">, { groups, courses }: NeedsPlan, behind: Behind): NeedDraft[] {
  const drafts = courses.map((course) => draftOf(deps, groups[course.group]!, course, behind));
  return drafts.sort((a, b) => b.expectedHundredths - a.expectedHundredths || b.people - a.people || (a.countyCode + a.occupationCode < b.countyCode + b.occupationCode ? -1 : 1));
}

function draftOf(deps: Pick<Deps, "newId">, group: ScannedGroup, course: PlannedCourse, { leftover, personIds, posts, vocabulary, shares }: Behind): NeedDraft {
  const { problem, left } = leftover;
  const pickOf = new Map(course.picks.map((pick) => [pick.person, pick.post]));
  const reached = new Set<number>();
  const list: NeedDraft["list"] = [];
  let reserves = 0;
  for (let at = 0; at < group.people.length; at += 1) {
    if ((group.levels[at]! & (1 << course.level)) === 0) continue;
    const person = group.people[at]!;
    const theirs = [...group.edges.subarray(group.edgeStart[at], group.edgeStart[at + 1])].map((edge) => group.posts[edge]!).filter((post) => problem.posts.certificateRank[post]! + 1 <= course.level);
    for (const post of theirs) reached.add(post);
    const picked = pickOf.get(person);
    if (theirs.length === 0 || (picked === undefined && (reserves += 1) > RESERVES(course.picks.length))) continue;
    const best = picked ?? theirs.reduce((a, b) => (problem.posts.best[b]! > problem.posts.best[a]! ? b : a));
    list.push({
      personId: personIds[person]!, postId: posts[best]!.id, posts: theirs.length, picked: picked !== undefined,
      wishes: wishesGroup(problem.persons.wishes, person, problem.groupOf, problem.groupOf[group.occupation]!),
    });
  }
  const level = course.level === 0 ? null : SKILL_LEVELS[course.level - 1]!;
  const behind = [...reached].map((post) => ({ postId: posts[post]!.id, openings: left[post]!, picked: course.picks.filter((pick) => pick.post === post).length }));
  const [people = 0, peopleFirst = 0, peopleWishing = 0] = group.counts.subarray(course.level * 3, course.level * 3 + 3);
  return {
    id: deps.newId(), countyCode: vocabulary.homes.list[group.home]!.countyCode, occupationCode: vocabulary.occupations.list[group.occupation]!, kind: level === null ? "SPECIAL_ABILITY" : "SKILL_LEVEL", level,
    openings: behind.reduce((sum, one) => sum + one.openings, 0), people, peopleFirst, peopleWishing, picked: course.picks.length, classes: course.classes, ...shares,
    expectedHundredths: expectedHundredths(course.picks.length, shares), posts: behind, list,
  };
}
