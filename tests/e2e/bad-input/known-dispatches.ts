import { sealContact } from "#app/data/dispatch/contacts.server.ts";
import { addDays, toDate } from "#app/domain/dates.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { createFactory } from "#tests/factories/index.ts";

export type KnownDispatches = Awaited<ReturnType<typeof knownDispatches>>;

/** Agreements, stations and dispatches of the officer's county and of one far away: open with the demo seeker asked, boarding, and over with somebody who did not come. */
export async function knownDispatches(deps: Deps, seed: number) {
  const [now, today] = [deps.clock.now(), deps.clock.today()];
  const make = createFactory(deps, 1_700 + seed);
  const seeker = (await deps.db.user.findUniqueOrThrow({ where: { username: "seeker" } })).personId!;
  const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
  const of = async (homeCode: string, at: number) => {
    const [agreement, station] = [deps.newId(), deps.newId()];
    await deps.db.labourAgreement.create({
      data: {
        id: agreement, homeCode, partnerCode: "110000", partnerBody: "北京市人社局", number: `测试${seed}${at}`, signedOn: toDate(addDays(today, -60)), validFrom: toDate(addDays(today, -50)), validUntil: toDate(addDays(today, 700)), weGive: "组织", theyGive: "岗位",
        contactEnc: sealContact(deps.crypto, "agreement.contact", { name: "王联络", phone: "01012345678" }), recordedAt: now, quotas: { create: { id: deps.newId(), year: Number(today.slice(0, 4)), people: 50 } },
        events: { create: { id: deps.newId(), seq: 1, kind: "SIGNED", happenedOn: toDate(addDays(today, -60)), detail: { validFrom: addDays(today, -50), validUntil: addDays(today, 700), people: 50 }, recordedAt: now } },
      },
    });
    await deps.db.serviceStation.create({ data: { id: station, homeCode, regionCode: "110000", name: `测试服务站${seed}${at}`, address: "北京市丰台区南三环1号", directions: "地铁十号线出口", hours: "每天", phone: "01087654321", runBy: "人社局", openFrom: toDate(addDays(today, -30)), recordedAt: now } });
    const made = async (state: "OPEN" | "BOARDING" | "ARRIVED", startsIn: number, seats: readonly { personId: string; state: "ASKED" | "YES" | "NO_SHOW" | "BOARDED" }[]) => {
      const id = deps.newId();
      await deps.db.dispatch.create({
        data: {
          id, homeCode, destinationCode: "110105", destination: "朝阳区产业园", agreementId: agreement, stationId: station, vehicle: "BUS", plate: "晋J00001", gatherPlace: "县汽车站", gatherAt: hours(startsIn), departsAt: hours(startsIn + 1), arrivesAt: hours(startsIn + 9), capacity: 5, state,
          escortEnc: sealContact(deps.crypto, "dispatch.contact", { name: "张带队", phone: "13900000001" }), recordedAt: now, ...(state === "ARRIVED" ? { departedAt: hours(startsIn + 1), arrivedAt: hours(startsIn + 9) } : {}),
        },
      });
      const ids = seats.map(() => deps.newId());
      for (const [nr, seat] of seats.entries()) {
        await deps.db.dispatchSeat.create({ data: { id: ids[nr]!, dispatchId: id, ...seat, seat: seat.state === "ASKED" ? null : nr + 1, code: String(100_000 + nr), openKey: `${id}:${seat.personId}`, recordedAt: now, events: { create: { id: deps.newId(), dispatchId: id, kind: "ASKED", happenedAt: now, recordedAt: now, saidByRole: "OFFICER" } } } });
      }
      return { id, seats: ids, people: seats.map((one) => one.personId) };
    };
    const person = async () => (await make.person({ homeCountyCode: homeCode, wish: false })).id;
    return {
      agreement, station, open: await made("OPEN", 100 + 20 * at, [{ personId: at === 1 ? seeker : await person(), state: "ASKED" }, { personId: await person(), state: "YES" }]),
      boarding: await made("BOARDING", 5, [{ personId: await person(), state: "YES" }]), over: await made("ARRIVED", -30, [{ personId: await person(), state: "NO_SHOW" }, { personId: await person(), state: "BOARDED" }]),
    };
  };
  return { here: await of("141124", 1), elsewhere: await of("140222", 2) };
}
