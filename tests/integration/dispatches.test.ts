import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadClaimFacts } from "#app/data/claims/claim-facts.server.ts";
import { cardText } from "#app/data/dispatch/cards.server.ts";
import { streamLedger } from "#app/data/ledger/events.server.ts";
import { readAgreement } from "#app/data/read-models/agreements.server.ts";
import { readDispatch, readNoShows } from "#app/data/read-models/dispatch-pages.server.ts";
import { readMyDispatch } from "#app/data/read-models/my-dispatches.server.ts";
import { findStationNear, readOpenStations, readStations } from "#app/data/read-models/stations.server.ts";
import { readWorkbench } from "#app/data/read-models/workbench.server.ts";
import { momentField } from "#app/domain/dispatch/times.ts";
import { viewPlacement } from "#app/domain/placement/placement.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { endAgreement, extendAgreement, setAgreementQuota } from "#app/usecases/agreements/amend-agreement.server.ts";
import { signAgreement } from "#app/usecases/agreements/sign-agreement.server.ts";
import { answerDispatch, askForDispatch } from "#app/usecases/dispatches/fill-list.server.ts";
import { followUpNoShow } from "#app/usecases/dispatches/follow-up.server.ts";
import { changeDispatch, planDispatch } from "#app/usecases/dispatches/plan-dispatch.server.ts";
import { remindOfDispatches } from "#app/usecases/dispatches/remind.server.ts";
import { saveEmergencyContact } from "#app/usecases/dispatches/save-emergency-contact.server.ts";
import { takeDispatchStep } from "#app/usecases/dispatches/take-dispatch-step.server.ts";
import { confirmAllArrived, tickDispatch } from "#app/usecases/dispatches/tick.server.ts";
import { seeContact } from "#app/usecases/persons/see-contact.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { closeStation, openStation } from "#app/usecases/stations/keep-stations.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const START = "2026-03-02T02:00:00Z";
const clock = fixedClock(START);
const [LINXIAN, BEIJING] = ["141124", "110105"];
let services: TestServices;
let make: Factory;
let officer: Actor, second: Actor, elsewhere: Actor, escort: Actor;
let employerId: string, postId: string;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const codeOf = (result: { ok: boolean; problems?: { code: string; field?: string }[] }) => (result.ok ? null : result.problems![0]!.code);
const hours = (n: number) => momentField(new Date(clock.now().getTime() + n * 3_600_000));

beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
  make = createFactory(services, 71);
  const of = async (role: "OFFICER" | "AGENT", regionCode: string) => as(role, { regionCode, userId: (await make.user({ role, regionCode })).id });
  [officer, second, elsewhere, escort] = [await of("OFFICER", LINXIAN), await of("OFFICER", LINXIAN), await of("OFFICER", "140222"), await of("AGENT", `${LINXIAN}100`)];
  employerId = await make.employer();
  postId = await make.post({ employerId, regionCode: BEIJING, openings: 500 });
});
afterAll(() => services?.close());

const terms = (more: Record<string, unknown> = {}) => ({
  entryKey: services.newId(), homeCode: LINXIAN, partnerCode: "110000", partnerBody: "北京市人力资源和社会保障局", number: `晋京${services.newId()}`, signedOn: "2026-01-05", validFrom: "2026-01-10", validUntil: "2028-01-01", people: "100",
  weGive: "组织和培训", theyGive: "岗位和服务站", contactName: "王联络", contactPhone: "010-12345678", ...more,
});
const plan = (more: Record<string, unknown> = {}) => ({
  entryKey: services.newId(), homeCode: LINXIAN, destinationCode: BEIJING, destination: "朝阳区产业园东门", posts: `https://example.test/jobs/${postId}`, vehicle: "BUS", plate: "晋J12345", capacity: "3", gatherPlace: "县汽车站", gatherAt: hours(10), departsAt: hours(11), arrivesAt: hours(20),
  escortName: "张带队", escortPhone: "13900000001", escortUserId: escort.userId, fare: "PUBLIC", ...more,
});
const stateOf = (id: string) => services.db.dispatch.findUniqueOrThrow({ where: { id } });
const step = async (id: string, to: string, more: Record<string, unknown> = {}, actor = officer) => takeDispatchStep(services, actor, { dispatchId: id, version: (await stateOf(id)).version, to, ...more });
async function openDispatch(more: Record<string, unknown> = {}): Promise<string> {
  const { dispatchId } = must(await planDispatch(services, officer, plan(more)));
  must(await step(dispatchId, "OPEN"));
  return dispatchId;
}
async function hired() {
  const person = await make.person({ homeCountyCode: LINXIAN, wish: { occupationCodes: ["6-18-02-04"] } });
  const actor = as("SEEKER", { personId: person.id });
  const { placementId } = must(await acceptPost(services, actor, { postId }));
  return { ...person, actor, placementId };
}
type Hired = Awaited<ReturnType<typeof hired>>;
const ask = (dispatchId: string, people: { id: string }[]) => askForDispatch(services, officer, { dispatchId, personIds: people.map((one) => one.id) });
const say = (dispatchId: string, who: { actor: Actor }, answer = "yes") => answerDispatch(services, who.actor, { dispatchId, answer });
const seatOf = (dispatchId: string, personId: string) => services.db.dispatchSeat.findFirstOrThrow({ where: { dispatchId, personId }, orderBy: { id: "desc" } });
const cardOf = async (dispatchId: string, personId: string) => cardText(services.crypto, (await seatOf(dispatchId, personId)).id);
const tick = (dispatchId: string, kind: string, more: Record<string, unknown>, actor = officer) => tickDispatch(services, actor, { dispatchId, tick: kind, ...more });
const events = (dispatchId: string, kind: string) => services.db.dispatchEvent.count({ where: { dispatchId, kind: kind as never } });
async function ledgerOf(placementId: string) {
  for await (const persons of streamLedger(services.pool)) for (const placements of persons.values()) if (placements.has(placementId)) return placements.get(placementId)!;
  return [];
}
async function aboard(people: Hired[], more: Record<string, unknown> = {}): Promise<string> {
  const dispatchId = await openDispatch({ capacity: String(people.length), ...more });
  must(await ask(dispatchId, people));
  for (const who of people) must(await say(dispatchId, who));
  must(await step(dispatchId, "BOARDING"));
  return dispatchId;
}

describe("an agreement", () => {
  it("whose end does not come after its beginning is refused with the rule named, and nothing of it is kept", async () => {
    const before = [await services.db.labourAgreement.count(), await services.db.agreementQuota.count(), await services.db.agreementEvent.count()];
    const result = await signAgreement(services, officer, terms({ validFrom: "2026-05-01", validUntil: "2026-04-30" }));
    expect(result).toEqual({ ok: false, problems: [{ code: "agreement-end-first", field: "validUntil" }] });
    expect(codeOf(await signAgreement(services, officer, terms({ validFrom: "2026-05-01", validUntil: "2026-05-01" })))).toBe("agreement-end-first");
    expect(codeOf(await signAgreement(services, elsewhere, terms()))).toBe("not-your-region");
    expect(codeOf(await signAgreement(services, officer, terms({ partnerCode: "141100" })))).toBe("agreement-own-region");
    expect([await services.db.labourAgreement.count(), await services.db.agreementQuota.count(), await services.db.agreementEvent.count()]).toEqual(before);
  });

  it("sent twice is one; a second officer who amends what was changed meanwhile is told; what was stays in its events; once ended nothing changes it", async () => {
    const sent = terms();
    const [one, two] = await Promise.all([signAgreement(services, officer, sent), signAgreement(services, officer, sent)]);
    const { agreementId } = must(one);
    expect(must(two).agreementId).toBe(agreementId);
    expect(codeOf(await signAgreement(services, officer, { ...terms(), number: sent.number }))).toBe("agreement-known");
    const results = await Promise.all([officer, second].map((actor) => setAgreementQuota(services, actor, { agreementId, version: 0, year: "2026", people: "120", reason: "对方加了岗位" })));
    expect(results.map(codeOf).sort()).toEqual(["changed-meanwhile", null].sort());
    expect(codeOf(await setAgreementQuota(services, officer, { agreementId, version: 1, year: "2028", people: "1", reason: "不在期内" }))).toBe("agreement-year");
    must(await extendAgreement(services, officer, { agreementId, version: 1, validUntil: "2028-07-01", reason: "双方续签半年" }));
    expect(codeOf(await extendAgreement(services, officer, { agreementId, version: 2, validUntil: "2026-01-01", reason: "写反了日期" }))).toBe("agreement-end-first");
    expect(codeOf(await endAgreement(services, elsewhere, { agreementId, version: 2, endedOn: "2026-03-01", reason: "不归我管" }))).toBe("not-found");
    must(await endAgreement(services, officer, { agreementId, version: 2, endedOn: "2026-03-01", reason: "对方停产了" }));
    expect(codeOf(await extendAgreement(services, officer, { agreementId, version: 3, validUntil: "2029-01-01", reason: "再续一年" }))).toBe("agreement-ended");
    const page = (await readAgreement(services, officer, agreementId))!;
    expect(page.events.map((event) => [event.seq, event.kind, event.before, event.after])).toEqual([[1, "SIGNED", null, null], [2, "QUOTA_SET", 100, 120], [3, "EXTENDED", "2028-01-01", "2028-07-01"], [4, "ENDED", "2028-07-01", "2026-03-01"]]);
    expect(await readAgreement(services, elsewhere, agreementId)).toBeNull();
  });

  it("counts from the ledger whoever of its home arrived at its partner's within its time, once a year; an independent fold of the ledger says the same", async () => {
    const { agreementId } = must(await signAgreement(services, officer, terms({ validFrom: "2026-03-02", validUntil: "2027-03-01" })));
    const people = [await hired(), await hired(), await hired()];
    for (const who of people.slice(0, 2)) must(await recordPlacementEvent(services, who.actor, { placementId: who.placementId, kind: "ON_THE_JOB", happenedOn: clock.today() }));
    const far = await make.post({ regionCode: "310115", openings: 5 });
    const other = await make.person({ homeCountyCode: LINXIAN, wish: { occupationCodes: ["6-18-02-04"] } });
    const away = must(await acceptPost(services, as("SEEKER", { personId: other.id }), { postId: far }));
    must(await recordPlacementEvent(services, as("SEEKER", { personId: other.id }), { placementId: away.placementId, kind: "ON_THE_JOB", happenedOn: clock.today() }));
    // one leaves, comes again in the same year, and counts once
    const again = people[0]!;
    must(await recordPlacementEvent(services, again.actor, { placementId: again.placementId, kind: "ENDED", happenedOn: clock.today() }));
    const back = must(await acceptPost(services, again.actor, { postId }));
    must(await recordPlacementEvent(services, again.actor, { placementId: back.placementId, kind: "ON_THE_JOB", happenedOn: clock.today() }));
    const recount = new Map<number, Set<string>>([[2026, new Set()], [2027, new Set()]]);
    for await (const persons of streamLedger(services.pool)) {
      for (const [personId, placements] of persons) {
        for (const [placementId, list] of placements) {
          const head = await services.db.placement.findUniqueOrThrow({ where: { id: placementId } });
          const { arrivedOn } = viewPlacement(list);
          if (head.workRegionCode.startsWith("11") && head.homeCountyCode === LINXIAN && arrivedOn !== null && arrivedOn >= "2026-03-02" && arrivedOn < "2027-03-01") recount.get(Number(arrivedOn.slice(0, 4)))!.add(personId);
        }
      }
    }
    expect(recount.get(2026)!.size).toBe(2);
    expect((await readAgreement(services, officer, agreementId))!.years.map(({ year, quota, people: n, dispatched }) => ({ year, quota, n, dispatched }))).toEqual([{ year: 2026, quota: 100, n: 2, dispatched: 0 }, { year: 2027, quota: 100, n: 0, dispatched: 0 }]);
  });
});

describe("the list of a dispatch", () => {
  it("gives the last place to exactly one of those who say yes in the same second, and a place that is given back to the next", async () => {
    const dispatchId = await openDispatch({ capacity: "2" });
    const people = await Promise.all([1, 2, 3, 4].map(() => hired()));
    expect(must(await ask(dispatchId, people)).asked).toBe(4);
    expect(codeOf(await ask(dispatchId, people.slice(0, 1)))).toBe("dispatch-asked-already");
    const said = await Promise.all(people.map((who) => say(dispatchId, who)));
    expect(said.filter((result) => result.ok)).toHaveLength(2);
    expect(said.filter((result) => codeOf(result) === "dispatch-full")).toHaveLength(2);
    const [holder, waits] = [people[said.findIndex((result) => result.ok)]!, people[said.findIndex((result) => !result.ok)]!];
    const card = await cardOf(dispatchId, holder.id);
    must(await say(dispatchId, holder, "no"));
    must(await say(dispatchId, waits));
    const seats = await services.db.dispatchSeat.findMany({ where: { dispatchId, seat: { not: null } } });
    expect(seats.map((one) => one.seat).sort()).toEqual([1, 2]);
    must(await step(dispatchId, "BOARDING"));
    expect(codeOf(await tick(dispatchId, "BOARDED", { card }))).toBe("dispatch-card-withdrawn");
  });

  it("lets nobody say yes to two journeys of the same time, also when both are answered at once, or when one of them is moved", async () => {
    const who = await hired();
    const [one, two, later] = [await openDispatch(), await openDispatch({ gatherAt: hours(15), departsAt: hours(16), arrivesAt: hours(30) }), await openDispatch({ gatherAt: hours(40), departsAt: hours(41), arrivesAt: hours(50) })];
    for (const id of [one, two, later]) must(await ask(id, [who]));
    expect((await Promise.all([say(one, who), say(two, who)])).map(codeOf).sort()).toEqual(["dispatch-overlap", null].sort());
    must(await say(later, who));
    const held = await stateOf(later);
    const moved = await changeDispatch(services, officer, { dispatchId: later, version: held.version, plate: held.plate, capacity: "3", gatherPlace: held.gatherPlace, gatherAt: hours(12), departsAt: hours(13), arrivesAt: hours(21) });
    expect(codeOf(moved)).toBe("dispatch-overlap-other");
  });

  it("is filled by a bureau of the home from people of the home; a yes by telephone is the officer's word, with a receipt; others find nothing", async () => {
    const dispatchId = await openDispatch();
    const [who, stranger] = [await hired(), await make.person({ homeCountyCode: "140222", wish: false })];
    expect(codeOf(await askForDispatch(services, elsewhere, { dispatchId, personIds: [who.id] }))).toBe("not-found");
    expect(codeOf(await ask(dispatchId, [stranger]))).toBe("dispatch-person-unknown");
    must(await askForDispatch(services, officer, { dispatchId, personIds: [], idNumber: who.idNumber }));
    expect(codeOf(await answerDispatch(services, elsewhere, { dispatchId, personId: who.id, answer: "yes" }))).toBe("not-found");
    must(await answerDispatch(services, officer, { dispatchId, personId: who.id, answer: "yes" }));
    expect(await services.db.receipt.count({ where: { personId: who.id, act: "answer-dispatch" } })).toBe(1);
    expect((await services.db.dispatchEvent.findFirstOrThrow({ where: { dispatchId, kind: "YES" } })).way).toBe("CALL");
    expect((await seatOf(dispatchId, who.id)).placementId).toBe(who.placementId);
    expect(await readDispatch(services, elsewhere, dispatchId)).toBeNull();
    expect((await readDispatch(services, escort, dispatchId))?.candidates).toEqual([]);
    expect(await readDispatch(services, { ...escort, userId: "01K00000000000000000000000" }, dispatchId)).toBeNull();
  });

  it("opens the name and number behind a seat to whoever leads the journey, for a purpose that stands in the audit; to nobody else, and no more once it is closed", async () => {
    const dispatchId = await openDispatch();
    const who = await hired();
    await services.db.person.update({ where: { id: who.id }, data: { phoneEnc: services.crypto.encrypt("person.phone", "13900000044") } });
    must(await ask(dispatchId, [who]));
    const { id } = await seatOf(dispatchId, who.id);
    const see = (actor: Actor, more: Record<string, unknown> = { why: "CALL" }) => seeContact(services, actor, { of: "seat", id, ...more });
    expect(codeOf(await see(officer, {}))).toBe("opening-reason-needed");
    expect(codeOf(await see(elsewhere))).toBe("not-found");
    expect(codeOf(await see({ ...escort, userId: "01K00000000000000000000000" }))).toBe("not-found");
    expect(must(await see(officer))).toMatchObject({ personId: who.id, phone: "13900000044", employerPhone: null });
    expect(must(await see(escort)).phone).toBe("13900000044");
    expect(await services.db.auditEntry.count({ where: { action: "see-contact", subjectId: who.id, purpose: "see:CALL", outcome: "ok" } })).toBe(2);
    await services.db.dispatch.update({ where: { id: dispatchId }, data: { state: "CLOSED" } });
    expect(codeOf(await see(officer))).toBe("not-found");
  });

  it("tells people once: asked, moved, the day before, cancelled", async () => {
    const dispatchId = await openDispatch({ gatherAt: hours(30), departsAt: hours(31), arrivesAt: hours(40) });
    const [coming, asked] = [await hired(), await hired()];
    must(await ask(dispatchId, [coming, asked]));
    must(await say(dispatchId, coming));
    const held = await stateOf(dispatchId);
    const times = { gatherAt: hours(29), departsAt: hours(31), arrivesAt: hours(40) };
    must(await changeDispatch(services, officer, { dispatchId, version: held.version, plate: "晋J99999", capacity: "3", gatherPlace: held.gatherPlace, ...times }));
    expect(codeOf(await changeDispatch(services, second, { dispatchId, version: held.version, plate: "晋J88888", capacity: "3", gatherPlace: held.gatherPlace, ...times }))).toBe("changed-meanwhile");
    // another plate alone is no news
    must(await changeDispatch(services, officer, { dispatchId, version: held.version + 1, plate: "晋J77777", capacity: "3", gatherPlace: held.gatherPlace, ...times }));
    const reminded = await remindOfDispatches(services);
    expect(reminded).toBeGreaterThanOrEqual(1);
    expect(await remindOfDispatches(services)).toBe(0);
    expect(codeOf(await step(dispatchId, "CANCELLED"))).toBe("dispatch-reason");
    must(await step(dispatchId, "CANCELLED", { reason: "车坏了换日子" }));
    const told = async (personId: string) => (await services.db.notice.findMany({ where: { personId, subjectId: dispatchId }, orderBy: { kind: "asc" } })).map((one) => one.kind);
    expect(await told(coming.id)).toEqual(["dispatch-cancelled", "dispatch-invited", "dispatch-reminder", "dispatch-time"]);
    expect(await told(asked.id)).toEqual(["dispatch-cancelled", "dispatch-invited", "dispatch-time"]);
    expect((await services.db.smsMessage.findMany({ where: { personId: coming.id, purpose: "dispatch" } })).every((one) => !one.text.includes(coming.name))).toBe(true);
  });
});

describe("boarding and arrival", () => {
  it("takes a card, a code or a line of the list; twice is one event; another vehicle's card and a made-up one are refused in words", async () => {
    const people = [await hired(), await hired(), await hired()];
    const dispatchId = await aboard(people);
    const otherPerson = await hired();
    const other = await aboard([otherPerson], { gatherAt: hours(12), departsAt: hours(13), arrivesAt: hours(21) });
    const [first, next, third] = people as [Hired, Hired, Hired];
    const card = await cardOf(dispatchId, first.id);
    expect(card).not.toContain(first.id);
    const scans = await Promise.all([1, 2, 3].map(() => tick(dispatchId, "BOARDED", { card }, escort)));
    expect(scans.map((one) => must(one).again).sort()).toEqual([false, true, true]);
    must(await tick(dispatchId, "BOARDED", { card: (await seatOf(dispatchId, next.id)).code }));
    must(await tick(dispatchId, "BOARDED", { seatId: (await seatOf(dispatchId, third.id)).id }));
    expect(await events(dispatchId, "ON_BOARD")).toBe(3);
    expect((await services.db.dispatchEvent.findMany({ where: { dispatchId, kind: "ON_BOARD" }, orderBy: { id: "asc" } })).map((one) => one.way)).toEqual(["QR", "CODE", "LIST"]);
    expect(codeOf(await tick(dispatchId, "BOARDED", { card: await cardOf(other, otherPerson.id) }))).toBe("dispatch-card-other");
    for (const forged of [`${card.slice(0, -1)}${card.endsWith("A") ? "B" : "A"}`, "JGTC.x.y", "000", `JGTC.${services.newId()}.${"A".repeat(22)}`]) expect(codeOf(await tick(dispatchId, "BOARDED", { card: forged })), forged).toBe("dispatch-card-unknown");
    expect(codeOf(await tick(dispatchId, "BOARDED", { seatId: (await seatOf(other, otherPerson.id)).id }))).toBe("not-found");
    expect(codeOf(await tick(dispatchId, "BOARDED", { card }, elsewhere))).toBe("not-found");
    must(await tick(dispatchId, "OFF", { seatId: (await seatOf(dispatchId, third.id)).id }));
    must(await tick(dispatchId, "BOARDED", { seatId: (await seatOf(dispatchId, third.id)).id }));
    expect(codeOf(await tick(dispatchId, "ARRIVED", { card }))).toBe("dispatch-not-arrived");
  });

  it("makes a no-show of whoever is not aboard: called and written down, never arrived; a tick that waited for a signal still puts them aboard", async () => {
    const people = [await hired(), await hired(), await hired()];
    const [came, ill, late] = people as [Hired, Hired, Hired];
    const dispatchId = await aboard(people);
    const boardedAt = clock.now().toISOString();
    must(await tick(dispatchId, "BOARDED", { card: await cardOf(dispatchId, came.id) }));
    clock.set(new Date(clock.now().getTime() + 600_000).toISOString());
    must(await step(dispatchId, "DEPARTED", {}, escort));
    const deskBefore = (await readWorkbench(services, officer)).groups.flatMap((one) => one.queues).find((one) => one.queue === "noShows")!.waiting;
    expect(deskBefore).toBe((await readNoShows(services, officer)).length);
    expect((await ledgerOf(came.placementId)).map((event) => event.kind)).toEqual(["OFFERED", "ACCEPTED", "DEPARTED"]);
    expect((await ledgerOf(ill.placementId)).map((event) => event.kind)).toEqual(["OFFERED", "ACCEPTED"]);
    // the escort's phone had no signal when this one got on
    expect(codeOf(await tick(dispatchId, "BOARDED", { card: await cardOf(dispatchId, late.id) }))).toBe("dispatch-has-left");
    must(await tick(dispatchId, "BOARDED", { card: await cardOf(dispatchId, late.id), at: boardedAt }));
    expect((await ledgerOf(late.placementId)).at(-1)!.kind).toBe("DEPARTED");
    must(await step(dispatchId, "ARRIVED"));
    expect(codeOf(await step(dispatchId, "CLOSED"))).toBe("dispatch-unconfirmed");
    expect(must(await confirmAllArrived(services, escort, { dispatchId })).arrived).toBe(2);
    expect(must(await confirmAllArrived(services, escort, { dispatchId })).arrived).toBe(0);
    expect(codeOf(await tick(dispatchId, "ARRIVED", { card: await cardOf(dispatchId, ill.id) }))).toBe("dispatch-not-aboard");
    expect(codeOf(await step(dispatchId, "CLOSED"))).toBe("dispatch-uncalled");
    const seat = await seatOf(dispatchId, ill.id);
    expect(codeOf(await followUpNoShow(services, elsewhere, { seatId: seat.id, version: seat.version, reason: "ILL" }))).toBe("not-found");
    expect(codeOf(await followUpNoShow(services, officer, { seatId: seat.id, version: seat.version, reason: "BORED" }))).toBe("dispatch-no-show-reason");
    const both = await Promise.all([officer, second].map((actor) => followUpNoShow(services, actor, { seatId: seat.id, version: seat.version, reason: "ILL", note: "发烧了" })));
    expect(both.map(codeOf).sort()).toEqual(["changed-meanwhile", null].sort());
    must(await step(dispatchId, "CLOSED"));
    expect((await ledgerOf(ill.placementId)).map((event) => event.kind)).toEqual(["OFFERED", "ACCEPTED"]);
    clock.set(START);
  });

  it("is the word of whoever leads the journey, on the lowest rung; the employer's own word raises it and doubles nothing, in either order and at once", async () => {
    const people = [await hired(), await hired(), await hired()];
    const [busFirst, employerFirst, atOnce] = people as [Hired, Hired, Hired];
    const dispatchId = await aboard(people);
    for (const who of people) must(await tick(dispatchId, "BOARDED", { card: await cardOf(dispatchId, who.id) }));
    must(await step(dispatchId, "DEPARTED"));
    must(await step(dispatchId, "ARRIVED"));
    const confirm = (who: Hired) => recordPlacementEvent(services, as("EMPLOYER", { employerId }), { placementId: who.placementId, kind: "ON_THE_JOB", happenedOn: clock.today() });
    must(await tick(dispatchId, "ARRIVED", { card: await cardOf(dispatchId, busFirst.id) }));
    const [said] = (await ledgerOf(busFirst.placementId)).slice(-1);
    expect([said!.kind, said!.saidByRole, said!.evidenceRef, viewPlacement(await ledgerOf(busFirst.placementId)).rung]).toEqual(["ON_THE_JOB", "OFFICER", `dispatch:${dispatchId}`, 1]);
    must(await confirm(busFirst));
    must(await confirm(employerFirst));
    must(await tick(dispatchId, "ARRIVED", { card: await cardOf(dispatchId, employerFirst.id) }));
    const [bus, employer] = await Promise.all([tick(dispatchId, "ARRIVED", { card: await cardOf(dispatchId, atOnce.id) }), confirm(atOnce)]);
    must(bus);
    if (!employer.ok) must(await confirm(atOnce));
    for (const who of people) {
      const list = await ledgerOf(who.placementId);
      const arrivals = list.filter((event) => event.kind === "ON_THE_JOB");
      expect(arrivals.map((event) => event.saidByRole).sort()).toEqual(["EMPLOYER", "OFFICER"]);
      expect(viewPlacement(list)).toMatchObject({ state: "ON_THE_JOB", rung: 3 });
    }
    expect(await events(dispatchId, "THERE")).toBe(3);
    const facts = (await loadClaimFacts(services, [busFirst.id])).get(busFirst.id)!;
    expect(facts.organised).toEqual([{ placementId: busFirst.placementId, on: clock.today(), publicFare: true }]);
  });
});

describe("a person's own page, and stations", () => {
  it("hold what only they may read: an emergency contact that is ciphertext in the database", async () => {
    const [who, other] = [await hired(), await hired()];
    const dispatchId = await aboard([who]);
    must(await saveEmergencyContact(services, who.actor, { name: "刘小梅", relation: "爱人", phone: "138 0000 0009" }));
    expect(codeOf(await saveEmergencyContact(services, who.actor, { name: "刘小梅", relation: "爱人", phone: "12" }))).toBe("dispatch-phone");
    const card = (await readMyDispatch(services, who.actor, dispatchId))!;
    expect(card).toMatchObject({ seat: 1, state: "YES", emergency: { name: "刘小梅", phone: "13800000009" } });
    expect((await services.db.emergencyContact.findUniqueOrThrow({ where: { personId: who.id } })).contactEnc).not.toContain("13800000009");
    expect(await readMyDispatch(services, other.actor, dispatchId)).toBeNull();
    expect(codeOf(await say(dispatchId, other))).toBe("not-found");
  });

  it("name the open station of the nearest region, and count by hand whoever is at work there", async () => {
    const sent = { entryKey: services.newId(), homeCode: LINXIAN, regionCode: "110000", name: "临县驻京服务站", address: "北京市丰台区南三环1号", directions: "地铁十号线出口", hours: "每天 8:00-20:00", phone: "010-87654321", runBy: "临县人社局", openFrom: "2026-01-01" };
    const { stationId } = must(await openStation(services, officer, sent));
    expect(must(await openStation(services, officer, sent)).stationId).toBe(stationId);
    expect(codeOf(await openStation(services, officer, { ...sent, entryKey: services.newId(), regionCode: LINXIAN }))).toBe("station-at-home");
    const near = must(await openStation(services, officer, { ...sent, entryKey: services.newId(), regionCode: BEIJING, name: "临县朝阳服务站" }));
    expect((await findStationNear(services, BEIJING))!.id).toBe(near.stationId);
    expect((await findStationNear(services, "110106"))!.id).toBe(stationId);
    expect(await findStationNear(services, "310115")).toBeNull();
    let there = 0;
    for await (const persons of streamLedger(services.pool)) for (const placements of persons.values()) {
      for (const [id, list] of placements) if (viewPlacement(list).state === "ON_THE_JOB" && (await services.db.placement.findUniqueOrThrow({ where: { id } })).workRegionCode.startsWith("11")) there += 1;
    }
    expect(there).toBeGreaterThan(0);
    expect((await readStations(services, officer)).find((one) => one.id === stationId)!.people).toBe(there);
    expect(codeOf(await closeStation(services, elsewhere, { stationId, version: 0, openUntil: clock.today() }))).toBe("not-found");
    must(await closeStation(services, officer, { stationId, version: 0, openUntil: clock.today() }));
    expect(codeOf(await closeStation(services, second, { stationId, version: 0, openUntil: clock.today() }))).toBe("changed-meanwhile");
    expect((await readOpenStations(services)).map((one) => one.id)).toEqual([near.stationId]);
  });
});
