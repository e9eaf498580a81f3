import { randomUUID } from "node:crypto";
import type { RowDataPacket } from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAgentWork, readRegistrations } from "#app/data/read-models/agent-work.server.ts";
import { nameDifferences } from "#app/data/read-models/known-person.server.ts";
import { readRegisterForm } from "#app/data/read-models/register-form.server.ts";
import { MADE_UP_ID_REGION, makeResidentId } from "#app/domain/person/resident-id.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { type Known, type Registered, registerPerson } from "#app/usecases/persons/register-person.server.ts";
import { createFactory, type Factory } from "../factories/index.ts";
import { openTestServices, type TestServices } from "../setup/services.ts";

let services: TestServices;
let factory: Factory;
const clock = fixedClock("2026-11-25T02:00:00Z");
const VILLAGE = "141124100001";
let seq = 0;
const newId = () => makeResidentId(MADE_UP_ID_REGION, "1974-06-08", (seq += 1), "F");
const agentOf = (regionCode: string, userId = "01K00000000000000000000001"): Actor => ({ userId, role: "AGENT", regionCode, personId: null, employerId: null, purpose: "test" });
const agent = agentOf("141124100");
const form = (change: object = {}) => ({
  entryKey: randomUUID(), enteredAt: "2026-11-25T01:00:00.000Z", name: "张小芳", idNumber: newId(), phone: "", homeRegionCode: VILLAGE, occupationCodes: ["6-18-02-04"], ownWords: "", reach: "PROVINCE",
  leastPay: "3000", needsHousing: "on", consents: ["SERVICE", "EMPLOYERS"], consentHow: "AGENT", ...change,
});
const register = (input: object, actor = agent) => registerPerson(services, actor, input);
const registered = async (input: object, actor = agent): Promise<Registered> => {
  const result = await register(input, actor);
  if (!result.ok || result.value.state !== "registered") throw new Error(JSON.stringify(result));
  return result.value;
};
const known = async (input: object, actor = agent): Promise<Known> => {
  const result = await register(input, actor);
  if (!result.ok || result.value.state !== "known") throw new Error(JSON.stringify(result));
  return result.value;
};
const codes = async (input: object, actor = agent) => {
  const result = await register(input, actor);
  return result.ok ? [] : result.problems.map((problem) => problem.code);
};
const rows = async (sql: string, ...params: unknown[]) => (await services.pool.query<RowDataPacket[]>(sql, params))[0];
const counted = async (table: string) => Number((await rows(`SELECT COUNT(*) AS n FROM ${table}`))[0]!.n);
const everything = async () => Promise.all(["person", "wish", "consent", "receipt", "registration", "sms_message", "outbox_event"].map(counted));

beforeAll(async () => {
  services = await openTestServices({ clock });
  factory = createFactory(services, 5);
  await factory.reference();
});
afterAll(() => services?.close());

describe("registering somebody new", () => {
  it("stores person, wish, consents, receipt and what must be told, in one step", async () => {
    const input = form({ phone: "13812345678", consents: ["SERVICE", "SMS"], consentHow: "PAPER", sheetNumber: "临授 0007", reach: "HOME" });
    const { personId, outcome } = await registered(input);
    expect(outcome).toBe("CREATED");
    const [person] = await rows("SELECT * FROM person WHERE id = ?", personId);
    expect(person).toMatchObject({ nameMasked: "张**", phoneMasked: "138****5678", sex: "F", birthDate: "1974-06-08", homeRegionCode: VILLAGE, homeCountyCode: "141124", canLeave: 0, source: "agent", madeUp: 0 });
    expect(JSON.stringify(person)).not.toMatch(/张小芳|13812345678/);
    expect((await rows("SELECT * FROM wish WHERE personId = ?", personId))[0]).toMatchObject({ seeking: 1, minWageFen: 300_000, needsHousing: 1, willInProvince: 0 });
    expect(await rows("SELECT purpose, how, sheetNumber FROM consent WHERE personId = ? ORDER BY purpose", personId)).toMatchObject([{ purpose: "SERVICE", how: "PAPER", sheetNumber: "临授 0007" }, { purpose: "SMS", how: "PAPER" }]);
    expect(await rows("SELECT act, bySms, byRole FROM receipt WHERE personId = ?", personId)).toMatchObject([{ act: "registered", bySms: 1, byRole: "AGENT" }]);
    expect((await rows("SELECT text FROM sms_message WHERE personId = ?", personId))[0]!.text).toContain("临泉镇的工作人员为您登记了求职信息");
    expect((await rows("SELECT event FROM outbox_event WHERE subjectId = ?", personId)).map((row) => row.event)).toEqual(["person.changed"]);
    expect(await rows("SELECT action, outcome, purpose FROM audit_entry WHERE subjectId = ?", personId)).toMatchObject([{ action: "register-person", outcome: "ok" }]);
  });

  it("keeps rare characters to the last", async () => {
    const { personId } = await registered(form({ name: "𠮷㛃·买买提", ownWords: "会砌墙，㛃𠮷😀" }));
    const [person] = await rows("SELECT nameEnc FROM person WHERE id = ?", personId);
    expect(services.crypto.decrypt("person.name", person!.nameEnc as string)).toBe("𠮷㛃·买买提");
    expect((await rows("SELECT ownWords FROM registration WHERE personId = ?", personId))[0]!.ownWords).toBe("会砌墙，㛃𠮷😀");
  });

  it("reads a trade out of the person's own words, and asks again when there is none", async () => {
    const { personId } = await registered(form({ occupationCodes: [], ownWords: "干过电焊" }));
    expect((await rows("SELECT occupationCodes FROM wish WHERE personId = ?", personId)).map((row) => JSON.parse(String(typeof row.occupationCodes === "string" ? row.occupationCodes : JSON.stringify(row.occupationCodes))))).toEqual([["6-18-02-04"]]);
    expect(await codes(form({ occupationCodes: [], ownWords: "啊啊啊" }))).toEqual(["own-words-unknown"]);
  });

  it("never lies about when: a phone's clock ahead of ours counts as now", async () => {
    const { registrationId } = await registered(form({ enteredAt: "2031-01-01T00:00:00.000Z" }));
    expect((await rows("SELECT enteredAt FROM registration WHERE id = ?", registrationId))[0]!.enteredAt).toEqual(clock.now());
  });

  it("is refused outside the agent's region, to the young, without consent, to other roles, and leaves nothing", async () => {
    const before = await everything();
    expect(await codes(form({ homeRegionCode: "141127100001" }))).toEqual(["village-outside"]);
    expect(await codes(form(), agentOf("141127"))).toEqual(["village-outside"]);
    expect(await codes(form({ homeRegionCode: "141124100999" }))).toEqual(["village-outside"]);
    expect(await codes(form({ idNumber: makeResidentId(MADE_UP_ID_REGION, "2012-01-01", 7, "M") }))).toEqual(["under-sixteen"]);
    expect(await codes(form({ consents: ["SMS"] }))).toEqual(["their-consent-needed"]);
    expect(await codes(form({ occupationCodes: ["9-99-99-99"] }))).toEqual(["occupation-unknown"]);
    for (const role of ["SEEKER", "EMPLOYER", "ADMIN"] as const) expect(await codes(form(), { ...agent, role })).toEqual(["forbidden"]);
    expect(await codes(form(), { ...agent, userId: null })).toEqual(["forbidden"]);
    expect(await everything()).toEqual(before);
  });

  it.each(["name", "idNumber", "phone", "homeRegionCode", "occupationCodes", "reach", "leastPay", "consents", "consentHow", "entryKey", "enteredAt", "take"])("takes no SQL, script or 10 MB in %s", async (field) => {
    const before = await everything();
    for (const bad of ["'; DROP TABLE person;--", "<script>alert(1)</script>", "😀".repeat(100), "x".repeat(10_485_760), { $ne: null }, -7]) expect(await codes(form({ [field]: bad }))).not.toEqual([]);
    expect(await everything()).toEqual(before);
  });
});

describe("the same entry sent again", () => {
  it("is taken once, whether one after the other or all at once", async () => {
    const input = form({ phone: "13812345670" });
    const first = await registered(input);
    const before = await everything();
    expect(await registered(input)).toEqual(first);
    const again = form();
    const all = await Promise.all(Array.from({ length: 6 }, () => registered(again)));
    expect(new Set(all.map((one) => one.registrationId)).size).toBe(1);
    const after = await everything();
    expect(after[0]! - before[0]!).toBe(1);
    expect(after[4]! - before[4]!).toBe(1);
    expect(after[3]! - before[3]!).toBe(1);
  });

  it("of another agent with the same key is another entry", async () => {
    const entryKey = randomUUID();
    const one = await registered(form({ entryKey }));
    const two = await registered(form({ entryKey }), agentOf("141124100", "01K00000000000000000000002"));
    expect(two.personId).not.toBe(one.personId);
  });
});

describe("a resident ID that is known", () => {
  it("is never a second person: two agents at the same moment make one, the others see what differs", async () => {
    for (let round = 0; round < 4; round += 1) {
      const idNumber = newId();
      const results = await Promise.all(["张一", "张二", "张三", "张四"].map((name, at) => register(form({ idNumber, name }), agentOf("141124100", `01K0000000000000000000001${at}`))));
      const states = results.map((result) => (result.ok ? result.value.state : result.problems[0]!.code)).sort();
      expect(states).toEqual(["known", "known", "known", "registered"]);
      const index = services.crypto.blindIndex("person.idNumber", idNumber);
      expect(await rows("SELECT id FROM person WHERE idNumberIndex = ?", index)).toHaveLength(1);
    }
  });

  it("shows both sides, what is stored masked, and stores nothing until somebody decides", async () => {
    const first = form({ phone: "13911112222" });
    await registered(first);
    const before = await everything();
    const found = await known({ ...form({ idNumber: first.idNumber, name: "张晓芳", phone: "13800001111", leastPay: "5000" }) });
    const shown = await nameDifferences(services.pool, found);
    expect(shown).toEqual([
      { field: "name", stored: { text: "张**" }, typed: { text: "张晓芳" } }, { field: "phone", stored: { text: "139****2222" }, typed: { text: "13800001111" } },
      { field: "leastPay", stored: { payFen: 300_000 }, typed: { payFen: 500_000 } },
    ]);
    expect(JSON.stringify([found.stored, shown])).not.toMatch(/张小芳|13911112222/);
    expect(await everything()).toEqual(before);
  });

  it("takes over the chosen fields only, and tells the old number that it was changed", async () => {
    const first = form({ phone: "13911113333" });
    const { personId } = await registered(first);
    const second = form({ idNumber: first.idNumber, name: "张晓芳", phone: "13800004444", leastPay: "6000", reach: "ABROAD" });
    const { version } = await known(second);
    expect((await registered({ ...second, version, take: ["phone", "leastPay"] })).outcome).toBe("CHANGED");
    const [person] = await rows("SELECT * FROM person WHERE id = ?", personId);
    expect(services.crypto.decrypt("person.name", person!.nameEnc as string)).toBe("张小芳");
    expect(person!.phoneMasked).toBe("138****4444");
    expect((await rows("SELECT * FROM wish WHERE personId = ?", personId))[0]).toMatchObject({ minWageFen: 600_000, willOverseas: 0, willInProvince: 1 });
    const told = (await rows("SELECT phoneMasked, text FROM sms_message WHERE personId = ? ORDER BY id", personId)).at(-1)!;
    expect(told.phoneMasked).toBe("139****3333");
    expect(told.text).toContain("手机号已换成别的号码");
  });

  it("with nothing taken over changes nothing but notes the consents", async () => {
    const first = form();
    const { personId } = await registered(first);
    const second = form({ idNumber: first.idNumber, name: "张晓芳", consents: ["SERVICE", "SMS"] });
    const { version } = await known(second);
    expect((await registered({ ...second, version })).outcome).toBe("UNCHANGED");
    expect((await rows("SELECT nameMasked FROM person WHERE id = ?", personId))).toHaveLength(1);
    expect((await rows("SELECT purpose FROM consent WHERE personId = ? AND withdrawnAt IS NULL", personId)).map((row) => row.purpose).sort()).toEqual(["EMPLOYERS", "SERVICE", "SMS"]);
    expect((await registered(form({ idNumber: first.idNumber }))).outcome).toBe("UNCHANGED");
  });

  it("that changed after somebody looked is shown anew: nothing is written over what was not seen", async () => {
    const first = form();
    await registered(first);
    const mine = form({ idNumber: first.idNumber, leastPay: "5000" });
    const theirs = form({ idNumber: first.idNumber, leastPay: "8000" });
    const [a, b] = [await known(mine), await known(theirs)];
    clock.set("2026-11-25T02:00:01Z");
    await registered({ ...theirs, version: b.version, take: ["leastPay"] });
    const again = await known({ ...mine, version: a.version, take: ["leastPay"] });
    expect(again.movedOn).toBe(true);
    expect(again.stored.wish!.minWageFen).toBe(800_000);
    expect((await registered({ ...mine, version: again.version, take: ["leastPay"] })).outcome).toBe("CHANGED");
  });

  it("decided by two at the same moment is decided by one", async () => {
    const first = form();
    await registered(first);
    const sides = await Promise.all([5_000, 6_000, 8_000].map(async (leastPay) => {
      const input = form({ idNumber: first.idNumber, leastPay: String(leastPay) });
      return { ...input, version: (await known(input)).version, take: ["leastPay"] };
    }));
    clock.set("2026-11-25T02:00:02Z");
    const results = await Promise.all(sides.map((side) => register(side)));
    expect(results.map((result) => (result.ok ? result.value.state : "refused")).sort()).toEqual(["known", "known", "registered"]);
  });

  it("of another region says so and nothing else", async () => {
    const person = await factory.person({ homeRegionCode: "141127", name: "李四海", phone: "13755556666" });
    const result = await register(form({ idNumber: person.idNumber }));
    expect(result).toEqual({ ok: false, problems: [{ code: "held-elsewhere", field: "idNumber" }] });
    expect((await register(form({ idNumber: person.idNumber, version: "x", take: ["name"] }))).ok).toBe(false);
    expect((await rows("SELECT nameMasked FROM person WHERE id = ?", person.id))[0]!.nameMasked).toBe("李**");
  });

  it("that moved away while an entry waited on a phone is refused, not taken over", async () => {
    const first = form();
    const { personId } = await registered(first);
    const waiting = form({ idNumber: first.idNumber, name: "张晓芳" });
    const { version } = await known(waiting);
    await services.pool.query("UPDATE person SET homeRegionCode = '141127', homeCountyCode = '141127' WHERE id = ?", [personId]);
    expect(await codes({ ...waiting, version, take: ["name"] })).toEqual(["held-elsewhere"]);
  });

  it("from a roster that knows only the county gets its village from the agent who lives there", async () => {
    const person = await factory.person({ homeRegionCode: "141124", name: "王二柱", phone: null, wish: false });
    const input = form({ idNumber: person.idNumber, name: "王二柱" });
    const found = await known(input);
    expect(found.fields).toContain("homeRegionCode");
    await registered({ ...input, version: found.version, take: found.fields });
    expect((await rows("SELECT homeRegionCode FROM person WHERE id = ?", person.id))[0]!.homeRegionCode).toBe(VILLAGE);
  });
});

describe("an agent's lists", () => {
  it("hold the people of the region, masked, with what is missing, as a recount says", async () => {
    const work = await readAgentWork(services.pool, { regionCode: "141124100", page: 1 });
    const all = await rows("SELECT p.id, p.phoneEnc, (SELECT COUNT(*) FROM consent c WHERE c.personId = p.id AND c.purpose = 'SERVICE' AND c.withdrawnAt IS NULL) AS consents, w.occupationCodes FROM person p LEFT JOIN wish w ON w.personId = p.id WHERE p.homeRegionCode LIKE '141124100%'");
    expect(work.total).toBe(all.length);
    expect(work.unfinished).toBe(all.filter((row) => row.phoneEnc === null || Number(row.consents) === 0 || row.occupationCodes === null).length);
    expect(work.people.every((person) => /^.\*+$/u.test(person.nameMasked))).toBe(true);
    expect((await readAgentWork(services.pool, { regionCode: "141124100001", page: 1 })).total).toBe(work.total);
    expect((await readAgentWork(services.pool, { regionCode: "140105", page: 1 })).total).toBe(0);
    expect((await readAgentWork(services.pool, { regionCode: "140000", page: 1 })).total).toBe(await counted("person"));
  });

  it("put first whose answer is waited for, then who looks for work and lacks most", async () => {
    const home = { homeRegionCode: "140105", phone: "13600000001" };
    const complete = await factory.person(home);
    const bare = await factory.person({ ...home, phone: null, wish: false });
    const resting = await factory.person({ ...home, wish: { seeking: 0 } });
    await services.pool.query("INSERT INTO consent (id, personId, purpose, how, textVersion, givenAt, openKey) VALUES ('01K0000000000000000000000A', ?, 'SERVICE', 'SELF', 'x', NOW(3), CONCAT(?, ':SERVICE'))", [complete.id, complete.id]);
    const { people } = await readAgentWork(services.pool, { regionCode: "140105", page: 1 });
    expect(people.map((one) => one.id)).toEqual([bare.id, complete.id, resting.id]);
    expect(people.map((one) => [one.state, one.missing])).toEqual([["seeking", ["wish", "phone", "consent"]], ["seeking", []], ["resting", ["consent"]]]);
  });

  it("of recent registrations are one's own", async () => {
    expect((await readRegistrations(services.pool, agent.userId!)).length).toBe(10);
    expect(await readRegistrations(services.pool, "01K00000000000000000000099")).toEqual([]);
    const [mine] = await readRegistrations(services.pool, agent.userId!);
    expect(await readRegistrations(services.pool, "01K00000000000000000000099", { id: mine!.id })).toEqual([]);
  });

  it("offer the villages of the township, the trades the county asks for most, and the village of last time", async () => {
    const view = await readRegisterForm(services.pool, { userId: agent.userId!, scope: "141124100", asked: null });
    expect(view.villages.map((one) => one.code)).toEqual([VILLAGE]);
    expect(view.lastVillage).toBe(VILLAGE);
    expect(view.common[0]!.code).toBe("6-18-02-04");
    const county = await readRegisterForm(services.pool, { userId: agent.userId!, scope: "141124", asked: null });
    expect([county.town, county.parts.map((one) => one.code)]).toEqual([null, ["141124100"]]);
    expect((await readRegisterForm(services.pool, { userId: agent.userId!, scope: "141124", asked: "141124100" })).villages).toHaveLength(1);
    expect((await readRegisterForm(services.pool, { userId: agent.userId!, scope: "141127", asked: "141124100" })).town).toBeNull();
  });
});
