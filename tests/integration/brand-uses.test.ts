import { afterAll, beforeAll, expect, it } from "vitest";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { readAgreedBrands, readBrandUses, readOwnUses } from "#app/data/read-models/brand-uses.server.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { askForBrandUse, decideBrandUse } from "#app/usecases/brands/use-brand.server.ts";
import { closePost, savePost } from "#app/usecases/posts/save-post.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const clock = fixedClock("2026-11-25T02:00:00Z");
let services: TestServices, make: Factory;
let nr = 0;
const actor = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const company = (employerId: string) => actor("EMPLOYER", { employerId });
const codeOf = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? null : result.problems![0]!.code);

async function brand(more: Record<string, unknown> = {}) {
  const id = services.newId();
  await services.db.labourBrand.create({ data: { id, name: `某地护工${(nr += 1)}`, nameEn: "Carers", level: "COUNTY", occupationCodes: ["4-10-01-05"], regions: { create: { regionCode: "141124", level: "COUNTY" } }, ...more } });
  return { id, operator: actor("OPERATOR", { brandId: id }) };
}
const form = (brandId: string, more: Record<string, unknown> = {}) => ({
  stream: "MARKET", title: `住家护工${(nr += 1)}号`, description: "照顾一位老人，做饭洗衣，每月休四天，月底发工资，有单独房间。", regionCode: "141124", openings: "3", wageMinYuan: "6000", wageMaxYuan: "8000",
  wagePeriod: "MONTH", hoursPerDay: "8", daysPerWeek: "5", housing: "on", insurance: "on", educationMin: "NONE", experienceMonths: "0", validUntil: "2027-01-20", brandId, ...more,
});
const use = (brandId: string, employerId: string) => services.db.brandUse.findUnique({ where: { brandId_employerId: { brandId, employerId } } });
const ask = (brandId: string, employerId: string) => askForBrandUse(services, company(employerId), { brandId, note: "招三名护工，按标准考核" });
async function decide(of: { id: string; operator: Actor }, employerId: string, step: string, more: Record<string, unknown> = {}) {
  return decideBrandUse(services, of.operator, { brandId: of.id, employerId, version: (await use(of.id, employerId))!.version, step, reason: "不合品牌标准", ...more });
}
async function agreed() {
  const of = await brand();
  const employerId = await make.employer();
  await ask(of.id, employerId);
  await decide(of, employerId, "AGREE");
  const saved = await savePost(services, company(employerId), form(of.id));
  if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
  return { ...of, employerId, postId: saved.value.postId };
}
const brandOf = async (postId: string) => (await services.db.post.findUniqueOrThrow({ where: { id: postId } })).brandId;
const matched = async (postId: string) => (await loadPostFacts(services.pool, [postId], "2026-11-25")).get(postId)?.brandId ?? null;

beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
  make = createFactory(services, 87);
});
afterAll(() => services?.close());

it("an employer's post carries a brand only once those who keep it agreed; until then nothing is stored and the plain post may be", async () => {
  const of = await brand();
  const employerId = await make.employer();
  expect(codeOf(await savePost(services, company(employerId), form(of.id)))).toBe("brand-not-agreed");
  expect(await services.db.post.count({ where: { employerId } })).toBe(0);
  expect((await readOwnUses(services, company(employerId))).open.map(({ id }) => id)).toContain(of.id);

  expect(await ask(of.id, employerId)).toEqual({ ok: true, value: { brandId: of.id, agreed: false } });
  expect(codeOf(await ask(of.id, employerId))).toBe("brand-use-already");
  expect(codeOf(await savePost(services, company(employerId), form(of.id)))).toBe("brand-not-agreed");
  expect(await readAgreedBrands(services.pool, company(employerId))).toEqual([]);
  const plain = await savePost(services, company(employerId), form(""));
  if (!plain.ok) throw new Error("plain");
  expect(await brandOf(plain.value.postId)).toBeNull();

  expect((await decide(of, employerId, "AGREE")).ok).toBe(true);
  expect((await readAgreedBrands(services.pool, company(employerId))).map(({ id }) => id)).toEqual([of.id]);
  const post = await services.db.post.findUniqueOrThrow({ where: { id: plain.value.postId } });
  const named = await savePost(services, company(employerId), form(of.id, { postId: post.id, title: post.title }));
  expect(named.ok).toBe(true);
  expect([await brandOf(post.id), await matched(post.id)]).toEqual([of.id, of.id]);
  // another's agreement is another's
  expect(codeOf(await savePost(services, company(await make.employer()), form(of.id)))).toBe("brand-not-agreed");
});

it("the end of an agreement makes the employer's open posts plain at once, leaves closed ones, and stops the next form", async () => {
  const one = await agreed();
  const closed = await savePost(services, company(one.employerId), form(one.id));
  if (!closed.ok) throw new Error("closed");
  await closePost(services, company(one.employerId), { postId: closed.value.postId });
  const other = await agreed();
  await services.db.outboxEvent.deleteMany({});
  expect(codeOf(await decide(one, one.employerId, "END", { reason: "短" }))).toBe("brand-reason");
  expect(await decide(one, one.employerId, "END")).toMatchObject({ ok: true, value: { posts: 1 } });
  expect([await brandOf(one.postId), await matched(one.postId), await brandOf(closed.value.postId), await brandOf(other.postId)]).toEqual([null, null, one.id, other.id]);
  expect((await services.db.outboxEvent.findMany({ where: { event: "post.changed" } })).map(({ subjectId }) => subjectId)).toEqual([one.postId]);
  const { title } = await services.db.post.findUniqueOrThrow({ where: { id: closed.value.postId } });
  expect(codeOf(await savePost(services, company(one.employerId), form(one.id, { postId: closed.value.postId, title })))).toBe("brand-not-agreed");
  expect((await services.db.brandEvent.findMany({ where: { brandId: one.id, kind: "EMPLOYER" }, orderBy: { seq: "asc" } })).map(({ reason }) => reason![0])).toEqual(["+", "−"]);
  // asked anew, and agreed once more
  expect((await ask(one.id, one.employerId)).ok).toBe(true);
  expect((await use(one.id, one.employerId))!.state).toBe("ASKED");
});

it("an end and a post at the same moment leave no post with the brand", async () => {
  for (let round = 0; round < 4; round += 1) {
    const one = await agreed();
    const [ended, saved] = await Promise.all([decide(one, one.employerId, "END"), savePost(services, company(one.employerId), form(one.id))]);
    expect(ended.ok).toBe(true);
    if (!saved.ok) expect(codeOf(saved)).toBe("brand-not-agreed");
    expect(await services.db.post.count({ where: { employerId: one.employerId, brandId: one.id } })).toBe(0);
  }
});

it("two answers to one request: one counts, the other is told; only those who keep the brand answer and read it", async () => {
  const of = await brand();
  const employerId = await make.employer();
  await ask(of.id, employerId);
  const both = await Promise.all([decide(of, employerId, "AGREE"), decide(of, employerId, "REFUSE")]);
  expect(both.map(codeOf).sort()).toEqual(["changed-meanwhile", null]);
  const [far, near] = [actor("OFFICER", { regionCode: "140222" }), actor("OFFICER", { regionCode: "141124" })];
  const stranger = actor("OPERATOR", { brandId: (await brand()).id });
  for (const one of [far, stranger]) {
    expect(codeOf(await decideBrandUse(services, one, { brandId: of.id, employerId, version: 1, step: "AGREE" }))).toBe("not-found");
    expect(await readBrandUses(services, one, of.id)).toBeNull();
  }
  expect((await readBrandUses(services, near, of.id))!.map((one) => one.employerId)).toEqual([employerId]);
});

it("the holding organisation, known by its credit code, needs nobody's yes; a suspended brand is asked by nobody, an employer that waits asks nobody", async () => {
  const creditCode = makeCreditCode("141124", 66_000_001);
  const of = await brand({ holderName: "护工服务中心", holderCreditCode: creditCode });
  const holder = await make.employer({ creditCode });
  expect(await ask(of.id, holder)).toEqual({ ok: true, value: { brandId: of.id, agreed: true } });
  expect((await savePost(services, company(holder), form(of.id))).ok).toBe(true);
  const resting = await brand({ state: "SUSPENDED", stateSince: new Date("2026-11-01") });
  expect(codeOf(await ask(resting.id, await make.employer()))).toBe("brand-not-active");
  expect(codeOf(await ask(of.id, await make.employer({ status: "PENDING" })))).toBe("employer-not-approved");
});

it("the holding organisation whose use the bureau ended or refused asks like everybody: nothing is agreed until the bureau does", async () => {
  const creditCode = makeCreditCode("141124", 66_000_002);
  const of = await brand({ holderName: "护工服务中心", holderCreditCode: creditCode });
  const holder = await make.employer({ creditCode });
  await ask(of.id, holder);
  expect((await decide(of, holder, "END")).ok).toBe(true);
  expect(await ask(of.id, holder)).toEqual({ ok: true, value: { brandId: of.id, agreed: false } });
  expect(await use(of.id, holder)).toMatchObject({ state: "ASKED", decidedAt: null });
  expect((await decide(of, holder, "REFUSE")).ok).toBe(true);
  expect(await ask(of.id, holder)).toEqual({ ok: true, value: { brandId: of.id, agreed: false } });
  expect((await savePost(services, company(holder), form(of.id))).ok).toBe(false);
  expect((await decide(of, holder, "AGREE")).ok).toBe(true);
  expect((await savePost(services, company(holder), form(of.id))).ok).toBe(true);
});
