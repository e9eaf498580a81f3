import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEndingCertificates } from "#app/data/read-models/ending-certificates.server.ts";
import { addDays } from "#app/domain/dates.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { remindOfRenewal } from "#app/usecases/certificates/remind-of-renewal.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const TODAY = "2026-10-20";
const clock = fixedClock(`${TODAY}T02:00:00Z`);
const on = (days: number) => clock.set(`${addDays(TODAY, days)}T02:00:00Z`);
const officer = (regionCode: string): Actor => ({ userId: null, role: "OFFICER", regionCode, personId: null, employerId: null, purpose: "test" });
const TOLD = 60;
const LAST = 14;

let services: TestServices;
let make: Factory;
let personId: string;
const paper = (endsIn: number | null, more: object = {}) => make.certificate(personId, { expiresOn: endsIn === null ? null : addDays(TODAY, endsIn), ...more });
const keys = async () => (await services.db.notice.findMany({ where: { kind: "certificate-ending" }, select: { onceKey: true, subjectId: true, personId: true }, orderBy: { onceKey: "asc" } }));
const marksOf = async (certificateId: string) => (await keys()).filter(({ subjectId }) => subjectId === certificateId).map(({ onceKey }) => onceKey.split(":").at(-1));

beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
  make = createFactory(services, 91);
  personId = (await make.person({ homeCountyCode: "141124", age: 33 })).id;
});
afterAll(() => services?.close());

describe("a certificate that runs out", () => {
  it("is told of once at each mark, however often and however many at once remind", async () => {
    const [soon, later] = [await paper(TOLD), await paper(TOLD + 1)];
    expect(await remindOfRenewal(services)).toBe(1);
    expect((await Promise.all([1, 2, 3, 4].map(() => remindOfRenewal(services)))).every((one) => one === 0)).toBe(true);
    expect([await marksOf(soon), await marksOf(later)]).toEqual([["first"], []]);
    on(1);
    expect((await Promise.all([1, 2, 3, 4].map(() => remindOfRenewal(services)))).reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await marksOf(later)).toEqual(["first"]);
    on(TOLD - LAST);
    await Promise.all([1, 2, 3].map(() => remindOfRenewal(services)));
    expect([await marksOf(soon), await marksOf(later)]).toEqual([["first", "last"], ["first"]]);
    expect((await keys()).every((one) => one.personId === personId)).toBe(true);
    on(0);
  });

  it("and came late is told of at the last mark alone; none is told of that has run out, has no end, or isn't valid", async () => {
    const late = await paper(LAST);
    const silent = [await paper(0), await paper(-1), await paper(null), await paper(5, { verification: "UNVERIFIED", verifiedAt: null }), await paper(5, { verification: "REVOKED" })];
    await remindOfRenewal(services);
    expect(await marksOf(late)).toEqual(["last"]);
    expect((await Promise.all(silent.map(marksOf))).flat()).toEqual([]);
  });

  it("stands on the list of its region's officers with how often its holder was told, the soonest first", async () => {
    const { marks, certificates, total } = await readEndingCertificates(services, officer("141124"), 1);
    expect(marks).toEqual({ first: TOLD, last: LAST });
    const expected = await services.db.certificate.findMany({ where: { verification: "VERIFIED", expiresOn: { gt: new Date(TODAY), lte: new Date(addDays(TODAY, TOLD)) } }, orderBy: [{ expiresOn: "asc" }, { id: "asc" }] });
    expect(certificates.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(total).toBe(expected.length);
    expect(certificates[0]).toMatchObject({ daysLeft: LAST, told: 1 });
    expect((await readEndingCertificates(services, officer("140222"), 1)).total).toBe(0);
  });
});
