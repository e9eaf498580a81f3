import fc from "fast-check";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import { MADE_UP_ID_REGION, makeResidentId } from "#app/domain/person/resident-id.ts";

const idNumber = fc.record({ year: fc.integer({ min: 1950, max: 2012 }), seq: fc.integer({ min: 1, max: 499 }), sex: fc.constantFrom("M" as const, "F" as const) }).map(({ year, seq, sex }) => makeResidentId(MADE_UP_ID_REGION, `${year}-04-05`, seq, sex));
const credit = fc.integer({ min: 1, max: 99_999_999 }).map((n) => makeCreditCode("141124", n));
const phone = fc.integer({ min: 0, max: 99_999_999 }).map((n) => `138${String(n).padStart(8, "0")}`);
const name = fc.constantFrom("张三", "阿依古丽·买买提", "𠮷㛃", "王五");
const clock = fc.integer({ min: 0, max: 1_439 }).map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`);
const month = fc.integer({ min: 0, max: 40 }).map((n) => `${2024 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`);
const moment = fc.tuple(fc.integer({ min: -20, max: 200 }), clock).map(([days, at]) => `${new Date(Date.UTC(2026, 10, 27 + days)).toISOString().slice(0, 10)}T${at}`);
const yuan = fc.oneof(fc.integer({ min: 0, max: 2_000_000 }).map(String), fc.constantFrom("0", "88.50", "99999999"));
const account = fc.integer({ min: 100_000_000_000, max: 999_999_999_999 }).map(String).filter((digits) => !digits.startsWith("62"));
const bytes = fc.uint8Array({ maxLength: 200 });
const plate = fc.integer({ min: 0, max: 99_999 }).map((n) => `晋J${String(n).padStart(5, "0")}`);

async function* piecesOf(all: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* all;
}

/** What is asked for by a name that says more than its schema can: numbers with a check digit, names of people. */
export const NAMED: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  idNumber, phone, contactPhone: phone, driverPhone: phone, escortPhone: phone, helperPhone: phone,
  holderCreditCode: credit, creditCode: credit,
  helperName: name, driverName: name, escortName: name, contactName: name, teacher: name, assessor: name, cadreName: name,
  gatherAt: moment, departsAt: moment, arrivesAt: moment, startsAt: moment, endsAt: moment, month, plate, account, bytes, pieces: fc.array(bytes, { maxLength: 3 }).map((all) => piecesOf(all)),
  days: fc.constantFrom(1, 5, 30, 90, 180, 365), months: fc.constantFrom(1, 6, 12, 24), onProgress: fc.constant(undefined), signal: fc.constant(undefined), posts: fc.oneof(fc.ulid(), fc.integer({ min: 0, max: 9 })),
  amountYuan: yuan, dayRateYuan: yuan, CENTRAL_BUDGET: yuan, CENTRAL_BRIDGING: yuan, PROVINCIAL: yuan, LOCAL: yuan,
};
