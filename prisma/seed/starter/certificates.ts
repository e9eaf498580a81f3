import type { RowDataPacket } from "mysql2/promise";
import { addDays, type Day } from "#app/domain/dates.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { approveIssuer } from "#app/usecases/certificates/approve-issuer.server.ts";
import { issueCertificate } from "#app/usecases/certificates/issue-certificate.server.ts";
import { revokeCertificate } from "#app/usecases/certificates/revoke-certificate.server.ts";
import { suspendIssuer } from "#app/usecases/certificates/suspend-issuer.server.ts";
import { DEMO_COUNTY } from "../generate/demo-story.ts";
import { randomFor, SUBJECT, ulidFrom } from "../generate/random.ts";
import { idTime, type World } from "../generate/world.ts";

const WELDER = "6-18-02-04";
/** beyond the number of any person made up */
const DEMO_PAPERS = 4_000_000_000;

/** Three bodies that issue certificates in the demo county, one of them suspended, and what they issued: one to the demo seeker, one that soon runs out, one revoked. */
export async function loadDemoCertificates(from: Deps, world: World, seekerId: string): Promise<void> {
  const asOf = from.clock.today();
  const clock = fixedClock(`${asOf}T02:00:00Z`);
  // the same ids for the same seed, and so the same numbers
  const random = randomFor(world.seed, SUBJECT.CERTIFICATE, DEMO_PAPERS);
  const deps: Deps = { ...from, clock, newId: () => ulidFrom(random, idTime(world, 0)), logger: createLogger("seed", "silent") };
  const on = (offset: number): Day => { const day = addDays(asOf, offset); clock.set(`${day}T02:00:00Z`); return day; };
  const user = await deps.db.user.findUnique({ where: { username: "county" }, select: { id: true, regionCode: true } });
  if (!user || (await deps.db.occupation.count({ where: { code: WELDER } })) === 0) return;
  const county: Actor = { userId: user.id, role: "OFFICER", regionCode: user.regionCode, personId: null, employerId: null, purpose: "starter data" };
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    "SELECT p.id FROM person p LEFT JOIN user_account u ON u.personId = p.id WHERE p.homeCountyCode = ? AND u.id IS NULL ORDER BY p.id DESC LIMIT 6", [DEMO_COUNTY]);

  on(-400);
  const body = async (name: string, kinds: string[], occupationPrefixes: string) => {
    const approved = await approveIssuer(deps, county, { name, regionCode: DEMO_COUNTY, document: "（演示）临县人社局批准", kinds, occupationPrefixes, validFrom: addDays(asOf, -400), validTo: addDays(asOf, 700) });
    return approved.ok ? approved.value.issuerId : null;
  };
  const [levels, abilities, stopped] = [await body("临县职业技能等级评价中心（演示）", ["SKILL_LEVEL"], "6-18"), await body("临县专项职业能力考核站（演示）", ["SPECIAL_ABILITY", "TRAINING"], ""), await body("临县旧城培训考核点（演示）", ["TRAINING"], "")];
  if (!levels || !abilities || !stopped) return;
  const issue = async (personId: string | undefined, issuerId: string, passed: number, more: { kind: string; level?: string; ends?: number }) => {
    if (personId === undefined) return null;
    const passedOn = on(passed);
    const { ends, ...told } = more;
    const issued = await issueCertificate(deps, county, { personId, issuerId, occupationCode: WELDER, passedOn, expiresOn: ends === undefined ? undefined : addDays(asOf, ends), evidenceRef: `starter-${personId}-${passed}`, ...told });
    return issued.ok ? issued.value.certificateId : null;
  };
  const ids = rows.map((row) => row.id as string);
  await issue(seekerId, abilities, -200, { kind: "SPECIAL_ABILITY", ends: 500 });
  await issue(ids[0], levels, -180, { kind: "SKILL_LEVEL", level: "JUNIOR" });
  await issue(ids[1], levels, -180, { kind: "SKILL_LEVEL", level: "INTERMEDIATE" });
  await issue(ids[2], abilities, -340, { kind: "TRAINING", ends: 25 });
  await issue(ids[3], stopped, -300, { kind: "TRAINING" });
  const wrong = await issue(ids[4], stopped, -290, { kind: "TRAINING" });
  on(-250);
  if (wrong) await revokeCertificate(deps, county, { certificateId: wrong, reason: "（演示）考勤造假，没有实际参加培训" });
  await suspendIssuer(deps, county, { issuerId: stopped, reason: "（演示）考勤造假，正在整改" });
}
