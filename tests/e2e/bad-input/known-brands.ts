import { addDays, toDate } from "#app/domain/dates.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { createFactory } from "#tests/factories/index.ts";

const WELDER = "6-18-02-04";

export type KnownBrands = Awaited<ReturnType<typeof knownBrands>>;

/** A brand of the officer's county and one of a county far away, each with a member, an applicant, a recognition and an open post; and the demo operator's own. */
export async function knownBrands(deps: Deps, seed: number) {
  const [now, today] = [deps.clock.now(), deps.clock.today()];
  const make = createFactory(deps, 950 + seed);
  const of = async (countyCode: string, at: number) => {
    const [id, membership, application, recognition] = [deps.newId(), deps.newId(), deps.newId(), deps.newId()];
    const [member, applicant] = [await make.person({ homeCountyCode: countyCode }), await make.person({ homeCountyCode: countyCode })];
    await deps.db.labourBrand.create({
      data: {
        id, name: `测试焊工${seed}${at}`, nameEn: `Test Welders ${seed}${at}`, level: "COUNTY", occupationCodes: [WELDER], pledge: "不误工。", memberSeq: 1, regions: { create: { regionCode: countyCode, level: "COUNTY" } },
        members: { create: { id: membership, personId: member.id, validFrom: toDate(addDays(today, -100)), validTo: toDate(addDays(today, 30)), number: "2026-00001", level: "正式", way: "APPLICATION", recordedAt: now } },
        applications: { create: { id: application, personId: applicant.id, way: "APPLICATION", openKey: `${id}:${applicant.id}`, appliedAt: now } },
        recognitions: { create: { id: recognition, regionCode: countyCode, documentNumber: "测 1 号", recognisedBy: "测试人社局", recognisedOn: toDate(addDays(today, -90)), recordedAt: now } },
        events: { create: { seq: 1, kind: "REGISTERED", happenedOn: toDate(addDays(today, -100)), recordedAt: now } }, standards: { create: { validFrom: toDate(addDays(today, -100)), text: "焊缝无气孔，进场戴护具。", recordedAt: now } },
      },
    });
    const employer = await make.employer({ regionCode: countyCode });
    await deps.db.brandUse.create({ data: { brandId: id, employerId: employer, state: "ASKED", note: "招焊工", askedAt: now } });
    return { id, membership, application, recognition, employer };
  };
  const { brandId } = await deps.db.user.findUniqueOrThrow({ where: { username: "operator" }, select: { brandId: true } });
  return { here: await of("141124", 1), elsewhere: await of("140222", 2), operated: brandId! };
}
