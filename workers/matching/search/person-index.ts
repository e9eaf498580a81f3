import { WISHES_READ } from "#app/domain/matching/relation.ts";
import { bestRankIn, RELATION } from "../columns/judge.ts";
import { flagsIn, PERSON, type PersonColumns, WORD, WORDS } from "../columns/person-columns.ts";
import type { Problem } from "../columns/problem.ts";
import { sharedInt32, sharedUint8 } from "../columns/shared-arrays.ts";
import { TIE_CLASSES, tieClassOf } from "./units.ts";

/** Classes of certificates for an occupation: rank of the best valid one + 2, so 0 is none and 1 one without a level. */
const CERTIFICATE_CLASSES = 10;
const RELATIONS = 3;

/** Whether people can leave, and if they can, whether they need a bed away from home: decides what housing is worth to them. */
export const STAY = { AT_HOME: 0, UNHOUSED: 1, HOUSED: 2 } as const;
const STAYS = 3;
/** How far people go who can leave; those who can't are NEAR. */
export const REACH = { NEAR: 0, PROVINCE: 1, BEYOND: 2 } as const;
const REACHES = 3;
const ANY_KM = 0x7fffffff;
const PER_CELL = REACHES * 2;
const PER_OCCUPATION = RELATIONS * CERTIFICATE_CLASSES * STAYS;

/**
 * Free people by what bounds their score for a post. A class shares occupation, relation, class of certificate and
 * stay; of a class, the people of one home make a cell, and of a cell, those of one reach, in a brand or not, a run: the least
 * demanding first. People with several wishes stand in several runs, each time with a copy of their record, so that a
 * run is read from one end to the other.
 */
export interface PersonIndex {
  homes: number;
  /** classes of occupation o: classAt[o] … classAt[o + 1] */
  classAt: Int32Array;
  classOccupation: Int32Array;
  classRelation: Uint8Array;
  /** rank of the best valid certificate + 2, as `bestRankIn` gives it */
  classCertificate: Uint8Array;
  classStay: Uint8Array;
  /** the least acceptable pay of anybody in a class */
  classWage: Int32Array;
  /** the farthest that anybody of a class goes inside the province, km */
  classKm: Int32Array;
  /** runs of class c at home h: runAt[c × homes + h] … runAt[c × homes + h + 1] */
  runAt: Int32Array;
  runStart: Int32Array;
  runReach: Uint8Array;
  /** 1 where people are in a labour brand, 0 where nobody is */
  runBranded: Uint8Array;
  /** the farthest that anybody of the run goes inside the province, km */
  runKm: Int32Array;
  records: Int32Array;
  /** everybody of a home, whatever their occupation: runs localAt[h] … localAt[h + 1] of people who share what local posts ask for */
  localAt: Int32Array;
  localStart: Int32Array;
  localTown: Int32Array;
  /** 1 where the rules let people have a public-welfare post */
  localWelfare: Uint8Array;
  localTie: Uint8Array;
  localRecords: Int32Array;
}

/** Builds the index of the free people for whom `include` holds. */
export function personIndexOf(problem: Problem, include: (person: number) => boolean = () => true): PersonIndex {
  const { persons, places, groupOf } = problem;
  const homes = places.homes;
  const eachFree = (visit: Visit) => {
    for (let person = 0; person < persons.count; person += 1) {
      const at = person * WORDS;
      const flags = flagsIn(persons.records[at + WORD.STATE]!);
      if ((flags & PERSON.FREE) !== 0 && include(person)) visit(person, at, flags);
    }
  };
  const cells = groupOf.length * PER_OCCUPATION * homes;
  const byOccupation = sortedByKey(persons, cells * PER_CELL, (emit) => {
    eachFree((person, at, flags) => {
      const home = persons.records[at + WORD.HOME]!;
      const stay = stayOf(flags);
      const inner = reachOf(flags, persons.records[at + WORD.MAX_KM]!) * 2 + (persons.records[at + WORD.BRAND]! >= 0 ? 1 : 0);
      eachOccupation(persons, person, (occupation, relation) => {
        const kind = (relation * CERTIFICATE_CLASSES + bestRankIn(problem, person, occupation) + 2) * STAYS + stay;
        emit(person, ((occupation * PER_OCCUPATION + kind) * homes + home) * PER_CELL + inner);
      });
    });
  });
  return { homes, ...runsOf(problem, byOccupation.start, byOccupation.records), records: byOccupation.records, ...localRunsOf(problem, eachFree) };
}

type Visit = (person: number, at: number, flags: number) => void;

const PER_TOWN = 2 * TIE_CLASSES;

/** Everybody by home, township, right to a public-welfare post and tie class. */
function localRunsOf({ persons, places: { homes } }: Problem, eachFree: (visit: Visit) => void) {
  const { records } = persons;
  const key = (at: number) => records[at + WORD.HOME]! * 0x1000000 + records[at + WORD.TOWN]!;
  const seen = new Set<number>();
  eachFree((_person, at) => seen.add(key(at)));
  const towns = [...seen].sort((a, b) => a - b);
  const rankOf = new Map(towns.map((one, rank) => [one, rank]));
  const sorted = sortedByKey(persons, towns.length * PER_TOWN, (emit) => {
    eachFree((person, at, flags) => emit(person, (rankOf.get(key(at))! * 2 + ((flags & PERSON.WELFARE) !== 0 ? 1 : 0)) * TIE_CLASSES + tieClassOf(person)));
  });
  const buckets: number[] = [];
  for (let bucket = 0; bucket < towns.length * PER_TOWN; bucket += 1) if (sorted.start[bucket + 1]! > sorted.start[bucket]!) buckets.push(bucket);
  const runs = buckets.length;
  const local = {
    localAt: sharedInt32(homes + 1), localStart: sharedInt32(runs + 1), localTown: sharedInt32(runs), localWelfare: sharedUint8(runs), localTie: sharedUint8(runs), localRecords: sorted.records,
  };
  for (const [run, bucket] of buckets.entries()) {
    const town = towns[Math.floor(bucket / PER_TOWN)]!;
    local.localStart[run] = sorted.start[bucket]!;
    local.localTown[run] = town % 0x1000000;
    local.localWelfare[run] = Math.floor(bucket / TIE_CLASSES) % 2;
    local.localTie[run] = bucket % TIE_CLASSES;
    local.localAt[Math.floor(town / 0x1000000) + 1]! += 1;
  }
  local.localStart[runs] = sorted.start[towns.length * PER_TOWN]!;
  for (let home = 0; home < homes; home += 1) local.localAt[home + 1]! += local.localAt[home]!;
  return local;
}

function stayOf(flags: number): number {
  if ((flags & PERSON.CAN_LEAVE) === 0) return STAY.AT_HOME;
  return (flags & PERSON.NEEDS_HOUSING) === 0 ? STAY.UNHOUSED : STAY.HOUSED;
}

function reachOf(flags: number, maxKm: number): number {
  if ((flags & PERSON.CAN_LEAVE) === 0) return REACH.NEAR;
  if ((flags & (PERSON.OUT_OF_PROVINCE | PERSON.OVERSEAS)) !== 0) return REACH.BEYOND;
  return maxKm >= 0 ? REACH.NEAR : REACH.PROVINCE;
}

/** Every occupation a person is in a run of: wishes first, then certificates for other occupations, each once. */
function eachOccupation(persons: PersonColumns, person: number, visit: (occupation: number, relation: number) => void) {
  const { wishes, certificateStart, certificateOccupation } = persons;
  const first = person * WISHES_READ;
  const isNew = (occupation: number, upTo: number) => {
    for (let at = first; at < upTo; at += 1) if (wishes[at] === occupation) return false;
    return true;
  };
  for (let nth = 0; nth < WISHES_READ; nth += 1) {
    const wish = wishes[first + nth]!;
    if (wish >= 0 && isNew(wish, first + nth)) visit(wish, nth === 0 ? RELATION.WISHED_FIRST : RELATION.WISHED);
  }
  const from = certificateStart[person]!;
  for (let at = from; at < certificateStart[person + 1]!; at += 1) {
    const occupation = certificateOccupation[at]!;
    let again = !isNew(occupation, first + WISHES_READ);
    for (let before = from; before < at && !again; before += 1) again = certificateOccupation[before] === occupation;
    if (!again) visit(occupation, RELATION.CERTIFIED);
  }
}

const PERSON_BITS = 2 ** 22;

/** Counting sort by key, and by least acceptable pay within a key; `start` has one more element than there are keys. */
function sortedByKey(persons: PersonColumns, keys: number, each: (emit: (person: number, key: number) => void) => void) {
  const start = sharedInt32(keys + 1);
  each((_person, key) => (start[key + 1]! += 1));
  for (let key = 0; key < keys; key += 1) start[key + 1]! += start[key]!;
  const total = start[keys]!;
  const packed = new Float64Array(total);
  const next = start.slice(0, keys);
  each((person, key) => (packed[next[key]!++] = persons.records[person * WORDS + WORD.MIN_WAGE]! * PERSON_BITS + person));
  for (let key = 0; key < keys; key += 1) {
    const from = start[key]!;
    const to = start[key + 1]!;
    if (to - from > 1) packed.subarray(from, to).sort();
  }
  const records = sharedInt32(total * WORDS);
  for (let at = 0; at < total; at += 1) {
    const from = (packed[at]! % PERSON_BITS) * WORDS;
    for (let word = 0; word < WORDS; word += 1) records[at * WORDS + word] = persons.records[from + word]!;
  }
  return { start, records };
}

/** The classes and, home by home, the runs that hold anybody. */
function runsOf({ places: { homes }, groupOf, nearHomeKm }: Problem, bucketStart: Int32Array, records: Int32Array) {
  const perClass = homes * PER_CELL;
  const classAt = sharedInt32(groupOf.length + 1);
  const named: number[] = [];
  let runs = 0;
  for (let code = 0; code < groupOf.length * PER_OCCUPATION; code += 1) {
    if (bucketStart[(code + 1) * perClass]! > bucketStart[code * perClass]!) named.push(code);
    for (let bucket = code * perClass; bucket < (code + 1) * perClass; bucket += 1) if (bucketStart[bucket + 1]! > bucketStart[bucket]!) runs += 1;
    classAt[Math.floor(code / PER_OCCUPATION) + 1] = named.length;
  }
  const classes = named.length;
  const index = {
    classAt, classOccupation: sharedInt32(classes), classRelation: sharedUint8(classes), classCertificate: sharedUint8(classes), classStay: sharedUint8(classes), classWage: sharedInt32(classes), classKm: sharedInt32(classes),
    runAt: sharedInt32(classes * homes + 1), runStart: sharedInt32(runs + 1), runReach: sharedUint8(runs), runBranded: sharedUint8(runs), runKm: sharedInt32(runs),
  };
  let run = 0;
  for (const [at, code] of named.entries()) {
    index.classOccupation[at] = Math.floor(code / PER_OCCUPATION);
    index.classRelation[at] = Math.floor((code % PER_OCCUPATION) / (CERTIFICATE_CLASSES * STAYS));
    index.classCertificate[at] = Math.floor(code / STAYS) % CERTIFICATE_CLASSES;
    index.classStay[at] = code % STAYS;
    let least = ANY_KM;
    for (let inner = 0; inner < perClass; inner += 1) {
      const bucket = code * perClass + inner;
      const [from, to] = [bucketStart[bucket]!, bucketStart[bucket + 1]!];
      if (to > from) {
        index.runStart[run] = from;
        index.runReach[run] = (inner % PER_CELL) >> 1;
        index.runBranded[run] = inner & 1;
        index.runKm[run] = farthest(records, from, to, nearHomeKm);
        index.classKm[at] = Math.max(index.classKm[at]!, index.runKm[run]!);
        least = Math.min(least, records[from * WORDS + WORD.MIN_WAGE]!);
        run += 1;
      }
      if (inner % PER_CELL === PER_CELL - 1) index.runAt[at * homes + Math.floor(inner / PER_CELL) + 1] = run;
    }
    index.classWage[at] = least;
  }
  index.runStart[run] = bucketStart[bucketStart.length - 1]!;
  return index;
}

function farthest(records: Int32Array, from: number, to: number, nearHomeKm: number): number {
  let most = 0;
  for (let at = from * WORDS; at < to * WORDS; at += WORDS) {
    const limit = records[at + WORD.MAX_KM]!;
    const canLeave = (flagsIn(records[at + WORD.STATE]!) & PERSON.CAN_LEAVE) !== 0;
    most = Math.max(most, limit >= 0 ? limit : canLeave ? ANY_KM : nearHomeKm);
  }
  return most;
}
