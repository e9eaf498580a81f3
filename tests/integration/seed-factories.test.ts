import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCategories } from "#app/data/person-status.ts";
import { parseCreditCode } from "#app/domain/employer/credit-code.ts";
import { parseResidentId } from "#app/domain/person/resident-id.ts";
import { createFactory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let deps: TestServices;
beforeAll(async () => {
  deps = await openTestServices();
});
afterAll(() => deps.close());

describe("the factories", () => {
  it("make a person with a wish, categories and numbers that read back through the crypto module", async () => {
    const make = createFactory(deps, 1);
    const { id, name, idNumber } = await make.person({ age: 52, sex: "M", categories: ["POVERTY_LIFTED"], wish: { occupationCodes: ["6-18-02-04"] } });
    const certificateId = await make.certificate(id);
    const row = await deps.db.person.findUniqueOrThrow({ where: { id }, include: { wish: true, categories: true, certificates: true } });
    expect(deps.crypto.decrypt("person.name", row.nameEnc)).toBe(name);
    expect(parseResidentId(idNumber)).toMatchObject({ ok: true, sex: "M", regionCode: "999999" });
    expect(row.idNumberIndex).toBe(deps.crypto.blindIndex("person.idNumber", idNumber));
    expect(openCategories(deps, row.categories)).toEqual(["POVERTY_LIFTED"]);
    expect(row.certificates.map(({ id: one }) => one)).toEqual([certificateId]);
    expect(row.wish?.seeking).toBe(true);
  });

  it("make an employer with a right credit code, posts of every stream, and a user", async () => {
    const make = createFactory(deps, 2);
    const employerId = await make.employer();
    const market = await make.post({ employerId, wagePeriod: "DAY", wageMinFen: 20_000, wageMaxFen: 30_000 });
    const welfare = await make.post({ stream: "WELFARE", welfare: { kind: "RANGER" } });
    const user = await make.user({ role: "EMPLOYER", employerId });
    const employer = await deps.db.employer.findUniqueOrThrow({ where: { id: employerId } });
    expect(parseCreditCode(employer.creditCode ?? "").ok).toBe(true);
    // 200 yuan a day × 21.75 days
    expect(await deps.db.post.findUniqueOrThrow({ where: { id: market } })).toMatchObject({ monthlyMinFen: 435_000, employerId });
    expect((await deps.db.welfareTerms.findUniqueOrThrow({ where: { postId: welfare } })).kind).toBe("RANGER");
    expect((await deps.db.user.findUniqueOrThrow({ where: { id: user.id } })).employerId).toBe(employerId);
  });
});
