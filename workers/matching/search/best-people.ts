import { WISHES_READ } from "#app/domain/matching/relation.ts";
import { certificatePoints, experiencePoints, housingPoints, NEGOTIABLE_WAGE_POINTS, wagePoints, WEIGHTS } from "#app/domain/matching/score.ts";
import { bestRankIn, judgeOf, NO_CERTIFICATE, RELATION, RELATION_POINTS, relationIn } from "../columns/judge.ts";
import { flagsIn, WORD, WORDS } from "../columns/person-columns.ts";
import { PLACE_CLASS } from "../columns/place-tables.ts";
import { isLocal, STREAM } from "../columns/post-columns.ts";
import type { Problem } from "../columns/problem.ts";
import type { Best } from "./best.ts";
import { Heads } from "./heads.ts";
import type { IndexPrices } from "./index-prices.ts";
import { type PersonIndex, REACH, STAY } from "./person-index.ts";
import { extraOf, HIGHEST_EXTRA, UNITS } from "./units.ts";

const HIGHEST_SCORE = Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0);
const ANY_CERTIFICATE = certificatePoints(0, -1);
/** More than the sums of a bound and of a score can differ by being added up in another order. */
const ROUNDING = 1e-6;

/** What a head of the search stands for: a run, a class whose homes are still to be gone through, or a run of a home. */
const CLASS = 0x20000000;
const LOCAL = 0x40000000;

export interface Search {
  /**
   * The people worth most to a post at the prices given, up to `best.limit`: fills `best`, whose `threshold` is then what
   * nobody outside it can exceed. Only people worth more than `floor` units are found.
   */
  fill(post: number, prices: Int32Array, best: Best, floor?: number): void;
  /** records read so far, and pairs judged */
  readonly scanned: number;
  readonly judged: number;
}

/** The worth of an allowed pair in units, never more than HIGHEST_EXTRA above its score; `flags` are the person's. */
export type Worth = (score: number, person: number, flags: number, post: number) => number;

/** The score and nothing else. */
export const plainWorth: Worth = (score) => score * UNITS;

/**
 * Finds the best people for a post without looking at all of them: classes are gone through from the nearest home
 * outwards, and runs are read in the order of the most that anybody in them could be worth; within a run, ordered by
 * least acceptable pay, the rest is left as soon as it can't come up to what has been found. Exact: what is not looked
 * at is proved not to be better. `known` may give prices that were true at some time before, as prices never fall.
 */
export function searchOf(problem: Problem, index: PersonIndex, worth: Worth, known: IndexPrices | null = null): Search {
  const { persons, posts, places, groupOf } = problem;
  const judge = judgeOf(problem);
  const membersOf = membersByGroup(groupOf);
  const heads = new Heads(HIGHEST_SCORE + 1);
  let scanned = 0;
  let judged = 0;

  // the post that is being searched for
  let occupation = -1;
  let wanted = -1;
  let needed = -1;
  let ownClass = false;
  let asksCertificate = false;
  let hasHousing = false;
  let town = -1;
  let onlyWelfare = false;
  let wantsBrand = false;
  let local = false;
  let bounded = false;
  let pay = -1;
  let low = -1;
  let high = -1;
  let work = 0;
  let extras = 0;

  const open = (post: number) => {
    judge.open(post);
    const stream = posts.stream[post]!;
    local = isLocal(stream);
    occupation = posts.occupation[post]!;
    wanted = posts.wantedCertificate[post]!;
    needed = posts.certificateRank[post]!;
    ownClass = wanted === occupation && occupation >= 0;
    asksCertificate = posts.certificateOccupation[post]! >= 0;
    hasHousing = posts.housing[post] === 1;
    town = posts.town[post]!;
    onlyWelfare = stream === STREAM.WELFARE;
    pay = posts.best[post]!;
    bounded = stream !== STREAM.WELFARE && pay >= 0;
    low = posts.low[post]!;
    high = posts.high[post]!;
    work = posts.work[post]!;
    wantsBrand = posts.brand[post]! >= 0;
    extras = (wantsBrand ? WEIGHTS.brand : 0) + experiencePoints(posts.experience[post]!, Infinity);
  };

  const wageBound = (minWage: number) => (low < 0 ? NEGOTIABLE_WAGE_POINTS : wagePoints(low, high, minWage));
  const nearness = (between: number) => extras + (town >= 0 && places.sameCounty[between] === 1 ? WEIGHTS.distance : places.points[between]!);

  /** The most points of a class but for place and pay; -1 where the class is ruled out. */
  const classBase = (of: number): number => {
    const own = index.classOccupation[of] === occupation;
    if (!own && index.classRelation[of] === RELATION.CERTIFIED) return -1;
    const points = RELATION_POINTS[own ? index.classRelation[of]! : RELATION.RELATED]! + housingPoints(hasHousing, index.classStay[of] !== STAY.UNHOUSED);
    if (!ownClass) return points + ANY_CERTIFICATE;
    const held = own ? index.classCertificate[of]! - 2 : NO_CERTIFICATE;
    if (asksCertificate && (held === NO_CERTIFICATE || held < needed)) return -1;
    return points + (held === NO_CERTIFICATE ? 0 : certificatePoints(held, needed));
  };

  /** Whether the people of a class can live at a home and hold the post, as far as that is known of all of them. */
  const canCome = (of: number, between: number): boolean => {
    const placeClass = places.placeClass[between]!;
    if (placeClass === PLACE_CLASS.IN_COUNTY) return true;
    const stay = index.classStay[of]!;
    if (stay === STAY.HOUSED && !hasHousing) return false;
    return (placeClass !== PLACE_CLASS.IN_PROVINCE && stay !== STAY.AT_HOME) || places.km[between]! <= index.classKm[of]!;
  };

  /** Puts a class where its next home belongs that holds anybody, from rank `from` on. */
  const addClass = (of: number, base: number, from: number) => {
    const leastWage = index.classWage[of]!;
    if (bounded && pay < leastWage) return;
    for (let rank = from; rank < index.homes; rank += 1) {
      const home = places.nearest[work * index.homes + rank]!;
      const cell = of * index.homes + home;
      const between = home * places.works + work;
      if (local && places.sameCounty[between] === 0) return;
      if (index.runAt[cell] === index.runAt[cell + 1] || !canCome(of, between)) continue;
      heads.add(Math.round(base + nearness(between) + wageBound(leastWage) + ROUNDING), CLASS + of, base, rank);
      return;
    }
  };

  const addClassesOf = (other: number) => {
    for (let of = index.classAt[other]!; of < index.classAt[other + 1]!; of += 1) {
      const base = classBase(of);
      if (base >= 0) addClass(of, base, 0);
    }
  };

  const collect = () => {
    if (occupation >= 0) for (const other of membersOf[groupOf[occupation]!]!) addClassesOf(other);
    if (!local) return;
    for (let rank = 0; rank < index.homes; rank += 1) {
      const home = places.nearest[work * index.homes + rank]!;
      const between = home * places.works + work;
      if (places.sameCounty[between] === 0) return;
      const base = extras + housingPoints(hasHousing, true) + RELATION_POINTS[RELATION.NONE]! + (ownClass ? 0 : ANY_CERTIFICATE);
      for (let run = index.localAt[home]!; run < index.localAt[home + 1]!; run += 1) {
        if (onlyWelfare && index.localWelfare[run] === 0) continue;
        const leastWage = index.localRecords[index.localStart[run]! * WORDS + WORD.MIN_WAGE]!;
        if (bounded && pay < leastWage) continue;
        const most = base + (town >= 0 && index.localTown[run] === town ? WEIGHTS.distance : places.points[between]!);
        heads.add(Math.round(most + wageBound(leastWage) + ROUNDING), LOCAL + run, most, 0);
      }
    }
  };

  /** Reads the runs of a class at one home, or puts them where they belong. */
  const expand = (post: number, of: number, classPoints: number, home: number, ceiling: number, prices: Int32Array, best: Best) => {
    const between = home * places.works + work;
    const placeClass = places.placeClass[between]!;
    const km = places.km[between]!;
    const near = classPoints + nearness(between);
    const cell = of * index.homes + home;
    for (let run = index.runAt[cell]!; run < index.runAt[cell + 1]!; run += 1) {
      if (placeClass === PLACE_CLASS.IN_PROVINCE ? km > index.runKm[run]! : placeClass !== PLACE_CLASS.IN_COUNTY && isBarredBeyond(of, run, km)) continue;
      const leastWage = index.records[index.runStart[run]! * WORDS + WORD.MIN_WAGE]!;
      if (bounded && pay < leastWage) continue;
      const base = near - (wantsBrand && index.runBranded[run] === 0 ? WEIGHTS.brand : 0);
      const price = known === null ? 0 : Math.floor(known.run[run]! / UNITS);
      const bin = Math.round(base + wageBound(leastWage) + ROUNDING) - price;
      if (bin >= ceiling) scan(post, index.records, index.runStart[run]!, index.runStart[run + 1]!, base, of, HIGHEST_EXTRA, prices, best);
      else if (bin >= 0) heads.add(bin, run, base, of);
    }
  };

  const isBarredBeyond = (of: number, run: number, km: number) =>
    index.classStay[of] === STAY.AT_HOME ? km > index.runKm[run]! : index.runReach[run] !== REACH.BEYOND;

  /** Whether a person belongs to a class of another occupation: people stand in several, and each is to be taken once. */
  const belongs = (person: number, classOccupation: number): boolean => {
    if (classOccupation < 0) return relationIn(problem, person, occupation) === RELATION.NONE;
    if (relationIn(problem, person, occupation) !== RELATION.RELATED) return false;
    const group = groupOf[occupation];
    for (let nth = 0; nth < WISHES_READ; nth += 1) {
      const wish = persons.wishes[person * WISHES_READ + nth]!;
      if (wish >= 0 && groupOf[wish] === group) return wish === classOccupation;
    }
    return false;
  };

  const scan = (post: number, records: Int32Array, from: number, to: number, base: number, of: number, extra: number, prices: Int32Array, best: Best) => {
    const classOccupation = of < 0 ? -1 : index.classOccupation[of]!;
    const own = of >= 0 && classOccupation === occupation;
    const relation = of < 0 ? RELATION.NONE : own ? index.classRelation[of]! : RELATION.RELATED;
    const isHeldKnown = (own && ownClass) || wanted < 0;
    const held = own && ownClass ? index.classCertificate[of]! - 2 : NO_CERTIFICATE;
    const entryPrices = known === null || of < 0 ? null : known.entry;
    let lastWage = -1;
    let upper = 0;
    for (let entry = from; entry < to; entry += 1) {
      const at = entry * WORDS;
      const wage = records[at + WORD.MIN_WAGE]!;
      if (wage !== lastWage) {
        if (bounded && pay < wage) return;
        lastWage = wage;
        upper = Math.round(base + wageBound(wage) + ROUNDING) * UNITS + extra;
        if (upper <= best.threshold) return;
      }
      scanned += 1;
      if (entryPrices !== null && upper - entryPrices[entry]! <= best.threshold) continue;
      const person = records[at]!;
      if (!own && !belongs(person, classOccupation)) continue;
      judged += 1;
      const score = judge.ofRecord(records, at, relation, isHeldKnown ? held : bestRankIn(problem, person, wanted));
      if (score < 0) continue;
      const value = worth(score, person, flagsIn(records[at + WORD.STATE]!), post);
      const net = value - prices[person]!;
      if (net > best.threshold) best.offer(person, value, net);
    }
  };

  return {
    get scanned() {
      return scanned;
    },
    get judged() {
      return judged;
    },
    fill(post, prices, best, floor = 0) {
      best.clear(floor);
      if (posts.capacity[post]! <= 0) return;
      heads.clear();
      open(post);
      collect();
      for (let head = heads.take(); head >= 0; head = heads.take()) {
        const bin = heads.bin;
        if (bin * UNITS + HIGHEST_EXTRA <= best.threshold) break;
        const at = heads.at[head]!;
        const base = heads.base[head]!;
        const rest = heads.rest[head]!;
        if (at >= LOCAL) {
          const run = at - LOCAL;
          scan(post, index.localRecords, index.localStart[run]!, index.localStart[run + 1]!, base, -1, extraOf(index.localTie[run]!, post), prices, best);
        }
        else if (at >= CLASS) {
          expand(post, at - CLASS, base, places.nearest[work * index.homes + rest]!, bin, prices, best);
          addClass(at - CLASS, base, rest + 1);
        } else scan(post, index.records, index.runStart[at]!, index.runStart[at + 1]!, base, rest, HIGHEST_EXTRA, prices, best);
      }
    },
  };
}

function membersByGroup(groupOf: Int32Array): number[][] {
  const members: number[][] = [];
  for (const [occupation, group] of groupOf.entries()) (members[group] ??= []).push(occupation);
  return members;
}
