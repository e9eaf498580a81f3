import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCapacity, openCategory } from "#app/data/person-status.ts";
import { readCertified, readLacking } from "#app/data/read-models/certified-page.server.ts";
import { addDays, ageOn, type Day, toDay } from "#app/domain/dates.ts";
import { isWithin } from "#app/domain/region/codes.ts";
import type { PersonCategoryKind } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { approveIssuer } from "#app/usecases/certificates/approve-issuer.server.ts";
import { issueCertificate } from "#app/usecases/certificates/issue-certificate.server.ts";
import { revokeCertificate } from "#app/usecases/certificates/revoke-certificate.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { sqlTime } from "#prisma/seed/generate/rows.ts";
import { randomFor } from "#prisma/seed/generate/random.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const TODAY = "2026-10-20";
const clock = fixedClock(`${TODAY}T02:00:00Z`);
const officer = (regionCode: string): Actor => ({ userId: null, role: "OFFICER", regionCode, personId: null, employerId: null, purpose: "test" });
const [province, city, county, far] = ["140000", "141100", "141124", "140222"].map(officer) as [Actor, Actor, Actor, Actor];
const COUNTIES = ["141124", "141125", "140222"];

let services: TestServices;
let make: Factory;

beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
  make = createFactory(services, 53);
  const random = randomFor(53, 1, 0);
  const draw = <T>(of: readonly T[]): T => random.pick(of);
  const groups: PersonCategoryKind[][] = [[], ["POVERTY_LIFTED"], ["POVERTY_LIFTED", "MONITORED_SUDDEN"], ["MONITORED_MARGINAL"], ["DISABLED"]];
  for (let n = 0; n < 90; n += 1) {
    const one = await make.person({ homeCountyCode: draw(COUNTIES), age: draw([15, 16, 30, 50]), labourCapacity: draw(["FULL", "FULL", "HALF", "NONE"]), categories: draw(groups) });
    for (let nth = draw([0, 1, 1, 2]); nth > 0; nth -= 1) {
      const kind = draw(["TRAINING", "TRAINING", "TRAINING", "SKILL_LEVEL", "SPECIAL_ABILITY", "QUALIFICATION"] as const);
      const verification = draw(["VERIFIED", "VERIFIED", "VERIFIED", "UNVERIFIED", "REFUSED", "REVOKED"] as const);
      const verifiedAt = sqlTime(`${draw(["2026-05-01", "2026-10-19", TODAY])}T15:59:59.000Z`);
      const issuedOn = draw(["2024-01-01", "2026-05-01", TODAY]);
      const ends = draw([null, null, "2026-06-01", TODAY, addDays(TODAY, 1)]);
      await make.certificate(one.id, {
        kind, level: kind === "SKILL_LEVEL" ? "JUNIOR" : null, verification, verifiedAt: verification === "UNVERIFIED" ? null : verifiedAt, issuedOn, expiresOn: ends !== null && ends > issuedOn ? ends : null,
      });
    }
  }
});
afterAll(() => services?.close());

/** Everybody one by one, by the words of the rule. */
async function recount(region: string, day: Day) {
  const people = (await services.db.person.findMany({ where: { deletedAt: null }, include: { categories: true, certificates: true, issuedCertificates: true } })).map((one) => ({
    ...one, labourCapacity: openCapacity(services, one.id, one), categories: one.categories.map((held) => ({ ...held, kind: openCategory(services, held) })),
  }));
  const ended = (moment: Date | null) => moment !== null && new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) <= day;
  const counted = people.filter((one) => isWithin(one.homeCountyCode, region) && one.labourCapacity !== "NONE" && ageOn(toDay(one.birthDate), day) >= 16
    && one.categories.some(({ kind, validFrom, validTo }) => (kind === "POVERTY_LIFTED" || kind.startsWith("MONITORED")) && toDay(validFrom) <= day && (validTo === null || toDay(validTo) > day)));
  const held = counted.map((one) => one.certificates.filter((paper) => {
    const issued = one.issuedCertificates.find(({ id }) => id === paper.id);
    const stands = paper.verification === "VERIFIED" ? ended(paper.verifiedAt) : paper.verification === "REVOKED" && issued !== undefined && ended(issued.issuedAt) && !ended(issued.revokedAt);
    return stands && toDay(paper.issuedOn) <= day && (paper.expiresOn === null || toDay(paper.expiresOn) > day);
  }).map(({ kind }) => kind));
  return {
    people: counted.length, monitored: counted.filter((one) => one.categories.some(({ kind, validFrom, validTo }) => kind.startsWith("MONITORED") && toDay(validFrom) <= day && (validTo === null || toDay(validTo) > day))).length,
    certified: held.filter((kinds) => kinds.length > 0).length, withoutTraining: held.filter((kinds) => kinds.some((kind) => kind !== "TRAINING")).length,
  };
}

describe("the figure \"all certified\"", () => {
  it.each([["140000", province], ["141100", city], ["141124", county]] as const)("of %s is what a count of everybody one by one gives, on each day asked", async (region, actor) => {
    for (const day of [TODAY, "2026-10-19", "2026-05-31", "2026-05-01", "2024-06-01"]) {
      const view = (await readCertified(services, actor, region, day))!;
      expect([day, view.total]).toEqual([day, expect.objectContaining(await recount(region, day))]);
      for (const line of view.lines) expect([day, line]).toEqual([day, expect.objectContaining(await recount(line.code, day))]);
    }
    const { total } = (await readCertified(services, actor, region, TODAY))!;
    expect(total.people).toBeGreaterThan(total.certified);
    expect(total.certified).toBeGreaterThan(total.withoutTraining);
    expect(total.withoutTraining).toBeGreaterThan(0);
  });

  it("opens down to the people who lack one, masked, as many as the figure says, all pages together", async () => {
    const { total } = (await readCertified(services, county, "141124", TODAY))!;
    for (const [lack, n] of [["ANY", total.people - total.certified], ["PROPER", total.certified - total.withoutTraining]] as const) {
      const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9].map((page) => readLacking(services, county, "141124", { day: TODAY, lack, page, size: 5 })));
      expect([lack, pages[0]!.total, new Set(pages.flatMap((page) => page!.people.map(({ id }) => id))).size]).toEqual([lack, n, n]);
      for (const { nameMasked } of pages[0]!.people) expect(nameMasked).toContain("*");
    }
  });

  it("is nobody's outside the region", async () => {
    expect([await readCertified(services, far, "141124", TODAY), await readCertified(services, county, "141100", TODAY), await readCertified(services, province, "149999", TODAY), await readCertified(services, province, "x", TODAY)]).toEqual([null, null, null, null]);
    expect([await readLacking(services, far, "141124", { day: TODAY, lack: "ANY", page: 1 }), await readLacking(services, province, "140000", { day: TODAY, lack: "ANY", page: 1 }), await readLacking(services, city, "141100", { day: TODAY, lack: "ANY", page: 1 })]).toEqual([null, null, null]);
  });

  it("is counted for a township by where people live in it", async () => {
    const town = "141124101";
    const { id } = await make.person({ homeCountyCode: "141124", homeRegionCode: `${town}001`, age: 30, categories: ["POVERTY_LIFTED"] });
    const listed = await readLacking(services, officer(town), town, { day: TODAY, lack: "ANY", page: 1 });
    expect([listed?.total, listed?.people[0]?.id, (await readCertified(services, officer(town), town, TODAY))?.total.people]).toEqual([1, id, 1]);
    expect(await readLacking(services, officer(town), "141124", { day: TODAY, lack: "ANY", page: 1 })).toBeNull();
  });

  it("counts a certificate issued here until the day it was revoked and no longer", async () => {
    const { id: personId } = await make.person({ homeCountyCode: "141124", age: 40, categories: ["POVERTY_LIFTED"] });
    const scope = await approveIssuer(services, county, { name: "临县评价所", regionCode: "141124", document: "1 号", kinds: ["SPECIAL_ABILITY"], validFrom: "2026-01-01" });
    clock.set("2026-10-10T02:00:00Z");
    const issued = await issueCertificate(services, county, { personId, issuerId: scope.ok ? scope.value.issuerId : "", kind: "SPECIAL_ABILITY", occupationCode: "6-18-02-04", passedOn: "2026-10-09", evidenceRef: "certified-1" });
    clock.set("2026-10-15T02:00:00Z");
    expect(issued.ok && (await revokeCertificate(services, county, { certificateId: issued.value.certificateId, reason: "替考" })).ok).toBe(true);
    clock.set(`${TODAY}T02:00:00Z`);
    const lacks = async (day: Day) => (await readLacking(services, county, "141124", { day, lack: "ANY", page: 1, size: 500 }))!.people.some(({ id }) => id === personId);
    expect([await lacks("2026-10-09"), await lacks("2026-10-10"), await lacks("2026-10-14"), await lacks("2026-10-15")]).toEqual([true, false, false, true]);
    expect((await readCertified(services, county, "141124", "2026-10-14"))!.total).toMatchObject(await recount("141124", "2026-10-14"));
  });
});
