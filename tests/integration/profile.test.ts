import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RowDataPacket } from "mysql2/promise";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import { readAbout, readCertificates, readJobs, readProgress } from "#app/data/read-models/my-profile.server.ts";
import { readBureauCertificate, readWaitingCertificates } from "#app/data/read-models/bureau-certificates.server.ts";
import { openPhoto } from "#app/data/read-models/private-file.server.ts";
import { assess } from "#app/domain/matching/assess.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { addCertificate } from "#app/usecases/profile/add-certificate.server.ts";
import { addJob } from "#app/usecases/profile/add-job.server.ts";
import { addPhoto } from "#app/usecases/profile/add-photo.server.ts";
import { answerStep } from "#app/usecases/profile/answer-step.server.ts";
import { claimBrands } from "#app/usecases/profile/claim-brands.server.ts";
import { decideCertificate } from "#app/usecases/profile/decide-certificate.server.ts";
import { occupationsMeant } from "#app/usecases/profile/read-words.server.ts";
import { removeCertificate } from "#app/usecases/profile/remove-certificate.server.ts";
import { removeJob } from "#app/usecases/profile/remove-job.server.ts";
import { removePhoto } from "#app/usecases/profile/remove-photo.server.ts";
import { saveCare } from "#app/usecases/profile/save-care.server.ts";
import { saveCrafts } from "#app/usecases/profile/save-crafts.server.ts";
import { saveEducation } from "#app/usecases/profile/save-education.server.ts";
import { saveReach, saveWanted } from "#app/usecases/profile/save-wish-part.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "../factories/index.ts";
import { HEIC_PHOTO, makePhoto } from "../factories/photos.ts";
import { openTestServices, type TestServices } from "../setup/services.ts";

let services: TestServices;
let make: Factory;
const WELDER = "6-18-02-04";
const rows = async (sql: string, params: unknown[] = []) => (await services.pool.query<RowDataPacket[]>(sql, params))[0];
const as = (personId: string, role: Actor["role"] = "SEEKER", regionCode: string | null = null): Actor => ({ userId: null, role, regionCode, personId: role === "SEEKER" ? personId : null, employerId: null, purpose: "test" });
const officer = (regionCode = "141124") => as("", "OFFICER", regionCode);
const codeOf = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? null : result.problems![0]!.code);
const seeker = async (more: Parameters<Factory["person"]>[0] = {}) => (await make.person({ homeCountyCode: "141124", age: 45, canLeave: 1, education: "JUNIOR", experienceMonths: 0, ...more })).id;
const certificate = { kind: "SKILL_LEVEL", occupationCode: WELDER, level: "INTERMEDIATE", issuer: "山西省技能鉴定中心", issuedOn: "2020-05-01" };
let numbers = 0;
const freshNumber = () => `P${(numbers += 1)}`;
async function certified(personId: string, more: object = {}) {
  return must(await addCertificate(services, as(personId), { ...certificate, number: freshNumber(), ...more })).certificateId;
}
const changed = async (personId: string) => Number((await rows("SELECT COUNT(*) AS n FROM outbox_event WHERE event = 'person.changed' AND subjectId = ?", [personId]))[0]!.n);

beforeAll(async () => {
  services = await openTestServices();
  await loadReference(services);
  make = createFactory(services, 71);
});
afterAll(() => services?.close());

describe("a profile", () => {
  it("continues at the first step without an answer, wherever the answers were given", async () => {
    const id = await seeker({ wish: false });
    expect(await readProgress(services.pool, id)).toMatchObject({ next: "work", share: 0 });
    await answerStep(services, as(id), { step: "work" });
    await saveCrafts(services, as(id), { crafts: ["carpentry", "tofu"] });
    await saveEducation(services, as(id), { education: "SENIOR" });
    expect(await readProgress(services.pool, id)).toMatchObject({ done: ["work", "crafts", "education"], next: "certificates" });
    await saveWanted(services, as(id), { occupationCodes: [WELDER], minWageYuan: 5_000 });
    expect((await readProgress(services.pool, id)).done).not.toContain("where");
    await saveReach(services, as(id), { willInProvince: "on", from: "now" });
    await saveWanted(services, as(id), { occupationCodes: [WELDER], minWageYuan: 6_000 });
    expect((await readProgress(services.pool, id)).left).toEqual(["certificates", "brands", "care"]);
  });

  it("counts as answered what a roster or an earlier form has told", async () => {
    const id = await seeker();
    await make.certificate(id);
    expect((await readProgress(services.pool, id)).done).toEqual(["certificates", "want", "where"]);
  });

  it("flows into what matching reads, with the index and the workers told each time", async () => {
    const id = await seeker({ wish: false });
    const before = await changed(id);
    await addJob(services, as(id), { occupationCode: WELDER, months: "36", place: "IN_PROVINCE" });
    await addJob(services, as(id), { occupationCode: "6-29-01-01", months: 12, place: "IN_COUNTY", said: "给人盖房" });
    await saveEducation(services, as(id), { education: "COLLEGE" });
    await saveCare(services, as(id), { care: ["ELDERLY"], canLeave: "no" });
    await saveWanted(services, as(id), { occupationCodes: WELDER, minWageYuan: "4500", needsHousing: "on" });
    await saveReach(services, as(id), { willInProvince: "on", maxDistanceKm: "60", from: "month" });
    await certified(id);
    const facts = (await loadPersonFacts(services, [id], services.clock.today())).get(id)!;
    expect(facts).toMatchObject({
      experienceMonths: 48, education: "COLLEGE", canLeave: false, seeking: true, occupationCodes: [WELDER], minWageFen: 450_000, needsHousing: true, maxDistanceKm: 60, willInProvince: true, willOutOfProvince: false,
    });
    expect(facts.availableFrom).toBe(make.day(30));
    expect(facts.certificates).toHaveLength(1);
    expect(await changed(id)).toBe(before + 7);
  });

  it("a certificate told here allows a post that asks for it, until the bureau refuses it", async () => {
    const postId = await make.post({ countyCode: "141124", certOccupationCode: WELDER, certLevel: "INTERMEDIATE" });
    const id = await seeker({ wish: { occupationCodes: [WELDER] } });
    const today = services.clock.today();
    const verdict = async () => {
      const [persons, posts, rules] = await Promise.all([loadPersonFacts(services, [id], today), loadPostFacts(services.pool, [postId], today), loadMatchingRules(services.pool, today)]);
      return assess(persons.get(id)!, posts.get(postId)!, rules);
    };
    expect((await verdict()).reasons.map((one) => one.code)).toEqual(["certificate-missing"]);
    const low = await certified(id, { level: "JUNIOR" });
    expect((await verdict()).reasons.map((one) => one.code)).toEqual(["certificate-level-low"]);
    await removeCertificate(services, as(id), { certificateId: low });
    const good = await certified(id);
    expect((await verdict()).allowed).toBe(true);
    await decideCertificate(services, officer(), { certificateId: good, decision: "VERIFIED" });
    expect((await verdict()).allowed).toBe(true);
    await decideCertificate(services, officer(), { certificateId: good, decision: "REFUSED", reason: "编号查无此证" });
    expect((await verdict()).reasons.map((one) => one.code)).toEqual(["certificate-missing"]);
  });

  it("a claim to a brand is no membership: it gives matching nothing", async () => {
    const id = await seeker();
    const [brand] = await rows("SELECT id FROM labour_brand ORDER BY id LIMIT 1");
    expect((await claimBrands(services, as(id), { brands: [brand!.id, brand!.id] })).ok).toBe(true);
    expect((await loadPersonFacts(services, [id], services.clock.today())).get(id)!.brandIds).toEqual([]);
    expect(await rows("SELECT brandId FROM brand_application WHERE personId = ? AND state = 'APPLIED'", [id])).toEqual([{ brandId: brand!.id }]);
    await claimBrands(services, as(id), { brands: [] });
    expect(await rows("SELECT brandId FROM brand_application WHERE personId = ? AND state = 'APPLIED'", [id])).toEqual([]);
  });

  it("who needs care is ciphertext, and whether somebody can leave is their own answer alone", async () => {
    const id = await seeker();
    await saveCare(services, as(id), { care: ["ILL", "SMALL_CHILD"], canLeave: "yes" });
    const [stored] = await rows("SELECT * FROM person_care WHERE personId = ?", [id]);
    expect(JSON.stringify(stored)).not.toMatch(/ILL|SMALL_CHILD/);
    expect(await readAbout(services, id)).toMatchObject({ canLeave: true, care: { kinds: ["SMALL_CHILD", "ILL"] } });
    expect(codeOf(await saveCare(services, as(id), { care: ["ILL"] }))).toBe("can-leave-choose");
  });

  it("own words only propose occupations: nothing is kept before the person says which", async () => {
    expect((await occupationsMeant(services, "电焊")).at(0)).toBe(WELDER);
    expect(await occupationsMeant(services, "😀𠮷 <script>alert(1)</script>")).toEqual([]);
  });
});

describe("told twice, or by two at once", () => {
  it("a job is one line with the newest years, a certificate one certificate", async () => {
    const id = await seeker();
    const job = { occupationCode: WELDER, place: "IN_COUNTY" };
    await Promise.all([1, 2, 3].map(() => addJob(services, as(id), { ...job, months: 12 })));
    await addJob(services, as(id), { ...job, months: 60 });
    expect((await readJobs(services.pool, id)).map((one) => one.months)).toEqual([60]);
    const told = { ...certificate, number: freshNumber() };
    const ids = await Promise.all([1, 2, 3].map(() => addCertificate(services, as(id), told)));
    expect(new Set(ids.map((one) => one.ok && one.value.certificateId)).size).toBe(1);
    const [jobId] = await readJobs(services.pool, id);
    await removeJob(services, as(id), { jobId: jobId!.id });
    expect(codeOf(await removeJob(services, as(id), { jobId: jobId!.id }))).toBe("not-found");
    expect((await rows("SELECT experienceMonths FROM person WHERE id = ?", [id]))[0]!.experienceMonths).toBe(0);
  });

  it("a number that two claim at once goes to one of them", async () => {
    const [a, b] = [await seeker(), await seeker()];
    const told = { ...certificate, number: freshNumber() };
    const results = await Promise.all([addCertificate(services, as(a), told), addCertificate(services, as(b), told)]);
    expect(results.map(codeOf).sort()).toEqual([null, "certificate-of-another"].sort());
  });

  it("a claim that the bureau refused does not stand in the owner's way, and its maker can't take it away to tell it anew", async () => {
    const [maker, owner] = [await seeker(), await seeker()];
    const told = { ...certificate, number: freshNumber() };
    const claimed = await addCertificate(services, as(maker), told);
    const certificateId = claimed.ok ? claimed.value.certificateId : "";
    expect(codeOf(await addCertificate(services, as(owner), told))).toBe("certificate-of-another");
    await decideCertificate(services, officer(), { certificateId, decision: "REFUSED", reason: "不是本人的" });
    expect(codeOf(await removeCertificate(services, as(maker), { certificateId }))).toBe("certificate-refused-stays");
    expect((await addCertificate(services, as(owner), told)).ok).toBe(true);
    expect(codeOf(await addCertificate(services, as(maker), told))).toBe("certificate-of-another");
  });
});

describe("a photo of a certificate", () => {
  it("is kept as ciphertext, once however often it is sent, and opens as it was made anew", async () => {
    const id = await seeker();
    const certificateId = await certified(id);
    const photo = await makePhoto("jpeg", 400, 300, 10);
    const sent = await Promise.all([1, 2, 3].map(() => addPhoto(services, as(id), { certificateId, bytes: photo })));
    const fileId = sent[0]!.ok ? sent[0]!.value.fileId : "";
    expect(new Set(sent.map((one) => one.ok && one.value.fileId)).size).toBe(1);
    const [stored] = await rows("SELECT dataEnc, byteCount FROM private_file WHERE id = ?", [fileId]);
    expect((stored!.dataEnc as Buffer).includes("WEBP")).toBe(false);
    const opened = await openPhoto(services, as(id), fileId);
    expect(Buffer.from(opened!.bytes).subarray(8, 12).toString()).toBe("WEBP");
    expect(opened!.bytes.length).toBe(stored!.byteCount);
    expect(opened).toMatchObject({ mimeType: "image/webp", fileName: "certificate-1.webp" });
    expect((await addPhoto(services, as(id), { certificateId, bytes: HEIC_PHOTO })).ok).toBe(true);
  });

  it("nobody has more than ten, even when they come at once", async () => {
    const id = await seeker();
    const certificateId = await certified(id);
    const photos = await Promise.all(Array.from({ length: 13 }, (_, at) => makePhoto("png", 120, 120, at * 9)));
    const results = await Promise.all(photos.map((bytes) => addPhoto(services, as(id), { certificateId, bytes })));
    expect(results.filter((one) => one.ok)).toHaveLength(10);
    expect(new Set(results.filter((one) => !one.ok).map(codeOf))).toEqual(new Set(["too-many-photos"]));
    const slots = await rows("SELECT slot FROM private_file WHERE personId = ? ORDER BY slot", [id]);
    expect(slots.map((one) => one.slot)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    await expect(services.pool.query("UPDATE private_file SET slot = 11 WHERE personId = ? AND slot = 10", [id])).rejects.toThrow();
  });

  it.each([["%PDF-1.7", "photo-kind"], ["<svg/>", "photo-kind"], ["", "photo-missing"]])("%j sent as a photo is refused and nothing is kept", async (text, code) => {
    const id = await seeker();
    const certificateId = await certified(id);
    expect(codeOf(await addPhoto(services, as(id), { certificateId, bytes: Buffer.from(text) }))).toBe(code);
    expect(await rows("SELECT id FROM private_file WHERE personId = ?", [id])).toEqual([]);
  });

  it("is nobody else's: a stranger, an employer and a bureau of elsewhere find nothing, and each other look is in the audit", async () => {
    const [id, stranger] = [await seeker(), await seeker()];
    const certificateId = await certified(id);
    const sent = await addPhoto(services, as(id), { certificateId, bytes: await makePhoto() });
    const fileId = sent.ok ? sent.value.fileId : "";
    for (const actor of [as(stranger), { ...as("", "EMPLOYER"), employerId: id }, officer("140200")]) expect(await openPhoto(services, actor, fileId)).toBeNull();
    expect(await openPhoto(services, as(id), "x' OR 1=1")).toBeNull();
    for (const attempt of [
      addPhoto(services, as(stranger), { certificateId, bytes: await makePhoto() }), removePhoto(services, as(stranger), { fileId }), removeCertificate(services, as(stranger), { certificateId }),
      addJob(services, as(stranger), { personId: id, occupationCode: WELDER, months: 12, place: "IN_COUNTY" }), decideCertificate(services, officer("140200"), { certificateId, decision: "VERIFIED" }),
    ]) expect(codeOf(await attempt)).toBe("not-found");
    expect(await openPhoto(services, as(id), fileId)).not.toBeNull();
    expect(await openPhoto(services, officer("141100"), fileId)).not.toBeNull();
    expect((await rows("SELECT role, action FROM audit_entry WHERE subjectId = ? AND action = 'see-photo'", [id])).map((one) => one.role)).toEqual(["OFFICER"]);
  });

  it("goes with its certificate, and by itself", async () => {
    const id = await seeker();
    const certificateId = await certified(id);
    const sent = await addPhoto(services, as(id), { certificateId, bytes: await makePhoto() });
    expect((await removePhoto(services, as(id), { fileId: sent.ok ? sent.value.fileId : "" })).ok).toBe(true);
    await addPhoto(services, as(id), { certificateId, bytes: await makePhoto() });
    await removeCertificate(services, as(id), { certificateId });
    expect(await rows("SELECT id FROM private_file WHERE personId = ?", [id])).toEqual([]);
  });
});

describe("the bureau", () => {
  it("sees what waits in its region, decides once, and the holder is told", async () => {
    const id = await seeker({ homeCountyCode: "141127", name: "牛得草" });
    const certificateId = await certified(id);
    await addPhoto(services, as(id), { certificateId, bytes: await makePhoto() });
    const waiting = (region: string) => readWaitingCertificates(services, officer(region), 1).then((view) => view.certificates.map((one) => one.id));
    expect(await waiting("141127")).toContain(certificateId);
    expect(await waiting("140200")).not.toContain(certificateId);
    expect(await readBureauCertificate(services, officer("140200"), certificateId)).toBeNull();
    expect(await readBureauCertificate(services, officer("141127"), certificateId)).toMatchObject({ name: "牛得草", number: `P${numbers}` });
    expect((await rows("SELECT action FROM audit_entry WHERE subjectId = ?", [id])).map((one) => one.action)).toContain("see-certificate");
    expect(codeOf(await decideCertificate(services, officer("141127"), { certificateId, decision: "REFUSED", reason: " " }))).toBe("reason-required");
    const race = await Promise.all([decideCertificate(services, officer("141127"), { certificateId, decision: "VERIFIED" }), decideCertificate(services, officer("141127"), { certificateId, decision: "VERIFIED" })]);
    expect(race.map(codeOf).sort()).toEqual(["certificate-decided", null].sort());
    expect((await rows("SELECT kind FROM notice WHERE personId = ?", [id])).map((one) => one.kind)).toEqual(["certificate-verified"]);
    expect(await waiting("141127")).not.toContain(certificateId);
  });

  it("sees a refused certificate again when a new photo comes, while it still counts for nothing", async () => {
    const id = await seeker();
    const certificateId = await certified(id);
    await decideCertificate(services, officer(), { certificateId, decision: "REFUSED", reason: "照片不清楚" });
    const waits = async () => (await readWaitingCertificates(services, officer(), 1)).certificates.some((one) => one.id === certificateId);
    expect(await waits()).toBe(false);
    await addPhoto(services, as(id), { certificateId, bytes: await makePhoto("png") });
    expect(await waits()).toBe(true);
    expect((await readCertificates(services, id))[0]).toMatchObject({ verification: "REFUSED", decisionReason: "照片不清楚" });
    expect((await loadPersonFacts(services, [id], services.clock.today())).get(id)!.certificates[0]!.stands).toBe(false);
  });
});

describe("bad input", () => {
  const NASTY = ["'; DROP TABLE person; --", "<script>alert(1)</script>", "𠮷㛃😀", "\u202e反", "长".repeat(70_000)];

  it.each(NASTY)("%.30s in every field is refused with a code or kept as plain text, and breaks nothing", async (text) => {
    const id = await seeker();
    const results = await Promise.all([
      addJob(services, as(id), { occupationCode: text, months: text, place: text }), addJob(services, as(id), { occupationCode: WELDER, months: 12, place: "IN_COUNTY", said: text }), saveCrafts(services, as(id), { crafts: [text] }),
      claimBrands(services, as(id), { brands: [text] }), saveEducation(services, as(id), { education: text }), saveCare(services, as(id), { care: [text], canLeave: text }), saveWanted(services, as(id), { occupationCodes: [text], minWageYuan: text }),
      saveReach(services, as(id), { from: text, availableFrom: text, maxDistanceKm: text }), addCertificate(services, as(id), { ...certificate, number: text, issuer: text }), removeJob(services, as(id), { jobId: text }),
      removePhoto(services, as(id), { fileId: text }), addPhoto(services, as(id), { certificateId: text, bytes: Buffer.from(text) }), answerStep(services, as(id), { step: text }),
    ]);
    for (const result of results) if (!result.ok) expect(result.problems.every((one) => /^[a-z-]+$/.test(one.code))).toBe(true);
    expect((await readJobs(services.pool, id)).every((job) => !/[\u202e]/.test(job.said ?? ""))).toBe(true);
    expect((await rows("SELECT COUNT(*) AS n FROM person"))[0]!.n).toBeGreaterThan(0);
  });

  it("rare characters and signs of the field stay as they were typed", async () => {
    const id = await seeker();
    await addJob(services, as(id), { occupationCode: WELDER, months: 12, place: "IN_COUNTY", said: "在𠮷㛃厂焊管子😀" });
    await certified(id, { issuer: "𠮷林㛃鉴定所" });
    expect((await readJobs(services.pool, id))[0]!.said).toBe("在𠮷㛃厂焊管子😀");
    expect((await readCertificates(services, id))[0]!.issuer).toBe("𠮷林㛃鉴定所");
  });

  it.each([[{ months: "13" }, "job-years"], [{ months: "" }, "job-years"], [{ place: "MOON" }, "job-place"], [{ occupationCode: "" }, "job-occupation"], [{ occupationCode: "9-99-99-99" }, "occupation-unknown"]])("a job with %j: %s", async (more, code) => {
    const id = await seeker();
    expect(codeOf(await addJob(services, as(id), { occupationCode: WELDER, months: 12, place: "IN_COUNTY", ...more }))).toBe(code);
  });

  it("a day must be named where a day is chosen", async () => {
    const id = await seeker();
    expect(codeOf(await saveReach(services, as(id), { from: "day", availableFrom: "" }))).toBe("date-form");
    expect((await saveReach(services, as(id), { from: "day", availableFrom: make.day(12) })).ok).toBe(true);
  });
});
