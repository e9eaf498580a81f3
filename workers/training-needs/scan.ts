import { WISHES_READ } from "#app/domain/matching/relation.ts";
import { levelsOpenTo, type LevelWay } from "#app/domain/training/levels.ts";
import type { CourseGroup } from "#app/domain/training/plan-courses.ts";
import { ageIn, educationIn, flagsIn, isExpired, levelRankOf, PERSON, WORD, WORDS } from "../matching/columns/person-columns.ts";
import { PLACE_CLASS } from "../matching/columns/place-tables.ts";
import { STREAM } from "../matching/columns/post-columns.ts";
import { RELATION, relationIn } from "../matching/columns/judge.ts";
import type { Problem } from "../matching/columns/problem.ts";
import { GrowingInt32 } from "../matching/columns/shared-arrays.ts";

/** What was left when everybody had been offered what there was. */
export interface Leftover {
  problem: Problem;
  /** openings of each post that nobody was offered */
  left: Int32Array;
  /** 1 for people who hold an offer or sit in a class already */
  settled: Uint8Array;
  ways: readonly LevelWay[];
}

/** A group of the plan, with how many people there are at each level: all of them, of them those who come first, and those who want such work. */
export interface ScannedGroup extends Omit<CourseGroup, "rate"> {
  home: number;
  occupation: number;
  /** three numbers a level, by its bit: people, of them first in the order of help, of them whose wishes name the trade */
  counts: Int32Array;
}

/** Beyond the openings of an occupation so many more people are kept of each county and post, as others may take some of them. */
const SPARE = 50;
/** bits of a level: none, and the eight of SKILL_LEVELS */
const LEVELS = 9;

/** The posts of a trade whose openings a certificate stands before, by the occupation of the certificate. */
export function postsInNeed({ problem: { posts }, left }: Pick<Leftover, "problem" | "left">): Map<number, Int32Array> {
  const byOccupation = new Map<number, number[]>();
  for (let post = 0; post < posts.count; post += 1) {
    const occupation = posts.certificateOccupation[post]!;
    const stream = posts.stream[post]!;
    if (left[post]! <= 0 || posts.capacity[post]! <= 0 || occupation < 0 || (stream !== STREAM.MARKET && stream !== STREAM.WORKSHOP)) continue;
    const list = byOccupation.get(occupation);
    if (list) list.push(post);
    else byOccupation.set(occupation, [post]);
  }
  return new Map([...byOccupation].map(([occupation, list]) => [occupation, Int32Array.from(list)]));
}

/**
 * Everybody of every `step`-th home from the `from`-th on whom nothing but a certificate keeps from an unfilled opening: each person beside each post, by the
 * rules of the domain on columns (a property test holds the two together). People are gone through in the order of help, and only the first of them are kept.
 */
export function scanHomes(of: Leftover, from: number, step: number): ScannedGroup[] {
  const needs = postsInNeed(of);
  const people = unsettledByHome(of);
  const groups: ScannedGroup[] = [];
  for (let home = from; home < people.length; home += step) {
    if (people[home]!.length === 0) continue;
    for (const [occupation, posts] of needs) {
      const group = scanTrade(of, home, occupation, posts, people[home]!);
      if (group.people.length > 0) groups.push(group);
    }
  }
  return groups;
}

function scanTrade({ problem, left, ways }: Leftover, home: number, occupation: number, list: Int32Array, people: Int32Array): ScannedGroup {
  const { persons, posts, places, groupOf } = problem;
  const { records } = persons;
  const count = list.length;
  const between = list.map((post) => home * places.works + posts.work[post]!);
  const placeClass = between.map((at) => places.placeClass[at]!);
  const km = between.map((at) => places.km[at]!);
  const need = list.map((post) => posts.certificateRank[post]!);
  const pay = list.map((post) => posts.best[post]!);
  const ageFrom = list.map((post) => posts.ageFrom[post]!);
  const ageTo = list.map((post) => posts.ageTo[post]!);
  const education = list.map((post) => posts.education[post]!);
  const housing = list.map((post) => posts.housing[post]!);
  const market = list.map((post) => (posts.stream[post] === STREAM.MARKET ? 1 : 0));
  const sameTrade = list.map((post) => (posts.occupation[post] === occupation ? 1 : 0));
  const keep = list.reduce((sum, post) => sum + left[post]!, 0) + SPARE;
  const asked = need.reduce((bits, rank) => bits | (1 << (rank + 1)), 0);
  const kept = new Int32Array(count * 2);
  const counts = new Int32Array(LEVELS * 3);
  const [wishing, others] = [emptyFound(), emptyFound()];
  const open = new Int32Array(count);
  for (const person of people) {
    const record = person * WORDS;
    let [heldEver, held] = [NO_LEVEL, NOTHING];
    for (let nth = persons.certificateStart[person]!; nth < persons.certificateStart[person + 1]!; nth += 1) {
      if (persons.certificateOccupation[nth] !== occupation) continue;
      const word = persons.certificateWords[nth]!;
      heldEver = Math.max(heldEver, levelRankOf(word));
      if (!isExpired(word)) held = Math.max(held, levelRankOf(word));
    }
    const levels = levelsOpenTo(heldEver, records[record + WORD.EXPERIENCE]!, ways) & asked;
    if (levels === 0) continue;
    const state = records[record + WORD.STATE]!;
    const [flags, age, schooling] = [flagsIn(state), ageIn(state), educationIn(state)];
    const leastPay = records[record + WORD.MIN_WAGE]!;
    const maxKm = records[record + WORD.MAX_KM]!;
    let opened = 0;
    let lowest = LEVELS;
    for (let nth = 0; nth < count; nth += 1) {
      if ((held !== NOTHING && held >= need[nth]!) || levels >> (need[nth]! + 1) === 0) continue;
      if (age < ageFrom[nth]! || age > ageTo[nth]! || schooling < education[nth]! || (pay[nth]! >= 0 && pay[nth]! < leastPay)) continue;
      if (market[nth] === 1 && (flags & PERSON.HALF_CAPACITY) !== 0) continue;
      if (placeClass[nth] !== PLACE_CLASS.IN_COUNTY) {
        if ((flags & PERSON.NEEDS_HOUSING) !== 0 && housing[nth] === 0) continue;
        if (!mayGo(flags, maxKm, placeClass[nth]!, km[nth]!, problem.nearHomeKm)) continue;
      }
      if (sameTrade[nth] === 0 && relationIn(problem, person, posts.occupation[list[nth]!]!) === RELATION.NONE) continue;
      open[opened] = nth;
      opened += 1;
      lowest = Math.min(lowest, need[nth]! + 1);
    }
    if (opened === 0) continue;
    const wishes = wishesGroup(persons.wishes, person, groupOf, groupOf[occupation]!);
    const first = (flags & PERSON.FIRST_TO_LEARN) !== 0;
    for (let level = lowest; level < LEVELS; level += 1) {
      if ((levels & (1 << level)) === 0) continue;
      counts[level * 3]! += 1;
      if (first) counts[level * 3 + 1]! += 1;
      if (wishes) counts[level * 3 + 2]! += 1;
    }
    const row = wishes ? 0 : count;
    let enough = true;
    for (let nth = 0; nth < opened && enough; nth += 1) enough = kept[row + open[nth]!]! >= keep;
    if (enough) continue;
    const into = wishes ? wishing : others;
    into.people.push(person);
    into.first.push(first ? 1 : 0);
    into.levels.push(levels);
    for (let nth = 0; nth < opened; nth += 1) {
      kept[row + open[nth]!]! += 1;
      into.edges.push(open[nth]!);
    }
    into.starts.push(into.edges.length);
  }
  return { home, occupation, counts, posts: list, ...inOrder(wishing, others) };
}
const NO_LEVEL = -1;
const NOTHING = -2;

function mayGo(flags: number, maxKm: number, placeClass: number, km: number, nearHomeKm: number): boolean {
  if ((flags & PERSON.CAN_LEAVE) === 0) return km >= 0 && km <= (maxKm >= 0 ? maxKm : nearHomeKm);
  if (placeClass === PLACE_CLASS.IN_PROVINCE) return (flags & PERSON.IN_PROVINCE) !== 0 && (maxKm < 0 || (km >= 0 && km <= maxKm));
  return (flags & (placeClass === PLACE_CLASS.OUT_OF_PROVINCE ? PERSON.OUT_OF_PROVINCE : PERSON.OVERSEAS)) !== 0;
}

/** Whether somebody wants work of an occupation's group. */
export function wishesGroup(wishes: Int32Array, person: number, groupOf: Int32Array, group: number): boolean {
  for (let nth = person * WISHES_READ; nth < (person + 1) * WISHES_READ; nth += 1) if (wishes[nth]! >= 0 && groupOf[wishes[nth]!] === group) return true;
  return false;
}

/** People who look for work and were offered nothing, by home, those who come first in the order of help before the others. */
function unsettledByHome({ problem: { persons, places }, settled }: Leftover): Int32Array[] {
  const { records } = persons;
  const lists = Array.from({ length: places.homes * 2 }, () => new GrowingInt32());
  for (let person = 0; person < persons.count; person += 1) {
    const flags = flagsIn(records[person * WORDS + WORD.STATE]!);
    if ((flags & PERSON.FREE) === 0 || settled[person] === 1) continue;
    lists[records[person * WORDS + WORD.HOME]! * 2 + ((flags & PERSON.FIRST_TO_LEARN) !== 0 ? 0 : 1)]!.push(person);
  }
  return Array.from({ length: places.homes }, (_, home) => {
    const [first, others] = [lists[home * 2]!.toShared(), lists[home * 2 + 1]!.toShared()];
    const all = new Int32Array(first.length + others.length);
    all.set(first);
    all.set(others, first.length);
    return all;
  });
}

interface Found {
  people: number[];
  first: number[];
  levels: number[];
  starts: number[];
  edges: number[];
}
const emptyFound = (): Found => ({ people: [], first: [], levels: [], starts: [0], edges: [] });

/** First those who come first in the order of help, and among both those who want such work before those who would have to change their minds. */
function inOrder(wish: Found, other: Found): Pick<ScannedGroup, "people" | "levels" | "edgeStart" | "edges"> {
  const rows = [1, 0].flatMap((first) => [wish, other].flatMap((from) => from.people.flatMap((_, at) => (from.first[at] === first ? [{ from, at }] : []))));
  const edgeStart = new Int32Array(rows.length + 1);
  const edges = new Int32Array(wish.edges.length + other.edges.length);
  let length = 0;
  for (const [row, { from, at }] of rows.entries()) {
    for (let edge = from.starts[at]!; edge < from.starts[at + 1]!; edge += 1) edges[length++] = from.edges[edge]!;
    edgeStart[row + 1] = length;
  }
  return { people: Int32Array.from(rows, ({ from, at }) => from.people[at]!), levels: Uint16Array.from(rows, ({ from, at }) => from.levels[at]!), edgeStart, edges };
}
