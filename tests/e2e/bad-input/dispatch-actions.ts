import { type Action, MISSING } from "./action.ts";
import type { Known } from "./known.ts";

const TOO_LARGE = ["3000000000", "9".repeat(30), "1e400", "-1", "1.5"];
const soon = (known: Known, hour: string) => `${known.inAMonth}T${hour}:00`;
const agreement = (known: Known) => ({
  entryKey: MISSING, homeCode: "141124", partnerCode: "310000", partnerBody: "上海市人社局", number: "坏输入1", signedOn: known.today, validFrom: known.today, validUntil: known.inAMonth, people: "20", weGive: "组织培训", theyGive: "岗位和住处", contactName: "王联络", contactPhone: "02112345678",
});
const plan = (known: Known) => ({
  entryKey: MISSING, homeCode: "141124", destinationCode: "110000", destination: "产业园", agreementId: "", stationId: "", posts: "", vehicle: "BUS", plate: "晋J1", capacity: "20", gatherPlace: "汽车站", gatherAt: soon(known, "08"), departsAt: soon(known, "09"), arrivesAt: soon(known, "18"),
  escortName: "张带队", escortPhone: "13900000001", escortUserId: "", driverName: "", driverPhone: "", fare: "PUBLIC",
});
const station = (known: Known) => ({ intent: "open", entryKey: MISSING, homeCode: "141124", regionCode: "310000", name: "沪上服务站", address: "上海市浦东新区一号", directions: "地铁二号线", hours: "每天九点到六点", phone: "02112345678", runBy: "人社局", openFrom: known.today });
const page = (known: Known, more = "") => `/bureau/dispatches/${known.dispatches.here.open.id}${more}`;

/** Agreements, departures and stations. */
export const DISPATCH_ACTIONS: readonly Action[] = [
  {
    route: "bureau.agreements.new", as: "county", path: () => "/bureau/agreements/new", fields: ["entryKey", "homeCode", "partnerCode", "partnerBody", "number", "signedOn", "validFrom", "validUntil", "people", "weGive", "theyGive", "contactName", "contactPhone"],
    wrong: (known) => [
      { ...agreement(known), validFrom: known.inAMonth, validUntil: known.today }, { ...agreement(known), validUntil: known.today }, { ...agreement(known), homeCode: "140222" }, { ...agreement(known), partnerCode: "141100" }, { ...agreement(known), partnerCode: "999999" }, { ...agreement(known), signedOn: known.inAMonth },
      { ...agreement(known), validUntil: "9999-12-31" }, { ...agreement(known), contactPhone: "1" }, ...TOO_LARGE.map((people) => ({ ...agreement(known), people })),
    ],
    replay: (known) => ({ ...agreement(known), entryKey: "01K00000000000000000000DA1", number: "𠮷㛃😀1号" }), keeps: ["𠮷㛃😀1号"],
  },
  {
    route: "bureau.agreements.$id", as: "county", path: (known) => `/bureau/agreements/${known.dispatches.here.agreement}`, fields: ["intent", "version", "reason", "validUntil", "year", "occupationCode", "people", "endedOn"],
    forged: (["extend", "quota", "end"] as const).map((intent) => ({
      stranger: (known: Known) => ({ path: `/bureau/agreements/${known.dispatches.elsewhere.agreement}`, form: { intent, version: "0", reason: "换了条件", validUntil: known.inAMonth, year: known.today.slice(0, 4), people: "5", endedOn: known.today } }),
      missing: { path: `/bureau/agreements/${MISSING}`, form: { intent, version: "0", reason: "换了条件", validUntil: "2099-01-01", year: "2099", people: "5", endedOn: "2099-01-01" } },
    })),
    wrong: (known) => [
      { intent: "extend", version: "0", reason: "改到过去", validUntil: "2001-01-01" }, { intent: "end", version: "0", reason: "还没到期", endedOn: known.inAMonth }, { intent: "quota", version: "99", reason: "旧的版本", year: known.today.slice(0, 4), people: "5" }, { intent: "quota", version: "0", reason: "没有这年", year: "2099", people: "5" },
      ...TOO_LARGE.map((people) => ({ intent: "quota", version: "0", reason: "数目不对", year: known.today.slice(0, 4), people })),
    ],
  },
  {
    route: "bureau.dispatches.new", as: "county", path: () => "/bureau/dispatches/new", fields: ["entryKey", "homeCode", "destinationCode", "destination", "agreementId", "stationId", "posts", "vehicle", "plate", "capacity", "gatherPlace", "gatherAt", "departsAt", "arrivesAt", "escortName", "escortPhone", "escortUserId", "driverName", "driverPhone", "fare"],
    wrong: (known) => [
      { ...plan(known), agreementId: known.dispatches.elsewhere.agreement }, { ...plan(known), stationId: MISSING }, { ...plan(known), posts: MISSING }, { ...plan(known), posts: "不是编号" }, { ...plan(known), homeCode: "140222" }, { ...plan(known), destinationCode: "141124" }, { ...plan(known), gatherAt: "2001-01-01T08:00" },
      { ...plan(known), gatherAt: "9999-12-31T08:00" }, { ...plan(known), departsAt: soon(known, "07") }, { ...plan(known), arrivesAt: soon(known, "08") }, { ...plan(known), escortUserId: MISSING }, { ...plan(known), driverName: "赵师傅" }, ...TOO_LARGE.map((capacity) => ({ ...plan(known), capacity })),
    ],
    replay: (known) => ({ ...plan(known), entryKey: "01K00000000000000000000DB1", gatherPlace: "𠮷㛃😀 汽车站" }), keeps: ["𠮷㛃😀 汽车站"],
  },
  {
    route: "bureau.dispatches.$id", as: "county", path: (known) => page(known), fields: ["intent", "version", "reason", "personIds", "idNumber", "personId", "seatId", "note", "plate", "capacity", "gatherPlace", "gatherAt", "departsAt", "arrivesAt"],
    forged: [
      ...(["ask", "yes", "no", "change", "BOARDING", "CANCELLED"] as const).map((intent) => ({
        stranger: (known: Known) => ({ path: `/bureau/dispatches/${known.dispatches.elsewhere.open.id}`, form: { intent, version: "0", reason: "不办了吧", personId: known.dispatches.elsewhere.open.people[0]!, idNumber: known.freeIdNumbers.villager } }),
        missing: { path: `/bureau/dispatches/${MISSING}`, form: { intent, version: "0", reason: "不办了吧", personId: MISSING } },
      })),
      { stranger: (known) => ({ path: page(known), form: { intent: "yes", personId: known.dispatches.elsewhere.open.people[0]! } }), missing: { path: `/bureau/dispatches/${MISSING}`, form: { intent: "yes", personId: MISSING } } },
      { stranger: (known) => ({ path: page(known), form: { intent: "follow-up", seatId: known.dispatches.elsewhere.over.seats[0]!, version: "0", reason: "ILL" } }), missing: { path: `/bureau/dispatches/${MISSING}`, form: { intent: "follow-up", seatId: MISSING, version: "0", reason: "ILL" } } },
    ],
    wrong: (known) => [
      { intent: "DEPARTED", version: "0" }, { intent: "PLANNED", version: "0" }, { intent: "CANCELLED", version: "0", reason: "无" }, { intent: "ask", idNumber: "11010519491231002X" }, { intent: "ask", idNumber: "" }, { intent: "BOARDING", version: "99" },
      { intent: "follow-up", seatId: known.dispatches.here.open.seats[1]!, version: "0", reason: "ILL" }, ...TOO_LARGE.map((capacity) => ({ intent: "change", version: "0", plate: "晋J2", gatherPlace: "汽车站", gatherAt: soon(known, "08"), departsAt: soon(known, "09"), arrivesAt: soon(known, "18"), capacity })),
    ],
  },
  {
    route: "bureau.dispatches.$id_.boarding", as: "county", path: (known) => `/bureau/dispatches/${known.dispatches.here.boarding.id}/boarding`, fields: ["tick", "card", "seatId", "reason", "intent"],
    forged: [
      { stranger: (known) => ({ path: `/bureau/dispatches/${known.dispatches.elsewhere.boarding.id}/boarding`, form: { tick: "BOARDED", card: "100000" } }), missing: { path: `/bureau/dispatches/${MISSING}/boarding`, form: { tick: "BOARDED", card: "100000" } } },
      { stranger: (known) => ({ path: `/bureau/dispatches/${known.dispatches.here.boarding.id}/boarding`, form: { tick: "BOARDED", seatId: known.dispatches.elsewhere.boarding.seats[0]! } }), missing: { path: `/bureau/dispatches/${MISSING}/boarding`, form: { tick: "BOARDED", seatId: MISSING } } },
    ],
    wrong: (known) => [{ tick: "BOARDED", card: "999999" }, { tick: "BOARDED", card: "JGTC.x.y" }, { tick: "ARRIVED", card: "100000" }, { tick: "LEFT", seatId: known.dispatches.here.boarding.seats[0]!, reason: "下车了" }, { intent: "all" }, { tick: "SOLD", card: "100000" }],
  },
  { route: "bureau.dispatches.$id_.sync", as: "county", path: (known) => `/bureau/dispatches/${known.dispatches.here.boarding.id}/sync`, fields: ["entries"], data: true },
  {
    route: "bureau.stations", as: "county", path: () => "/bureau/stations", fields: ["intent", "entryKey", "homeCode", "regionCode", "name", "address", "directions", "hours", "phone", "runBy", "openFrom", "stationId", "version", "openUntil"],
    forged: [{ stranger: (known) => ({ path: "/bureau/stations", form: { intent: "close", stationId: known.dispatches.elsewhere.station, version: "0", openUntil: known.today } }), missing: { path: "/bureau/stations", form: { intent: "close", stationId: MISSING, version: "0", openUntil: "2099-01-01" } } }],
    wrong: (known) => [{ ...station(known), homeCode: "140222" }, { ...station(known), regionCode: "141124" }, { ...station(known), phone: "1" }, { intent: "close", stationId: known.dispatches.here.station, version: "0", openUntil: "2001-01-01" }, ...TOO_LARGE.map((version) => ({ intent: "close", stationId: known.dispatches.here.station, version: version === "1.5" ? "99" : version, openUntil: known.inAMonth }))],
    replay: (known) => ({ ...station(known), entryKey: "01K00000000000000000000DC1", name: "𠮷㛃😀服务站" }), keeps: ["𠮷㛃😀服务站"],
  },
  {
    route: "me.dispatches.$id", as: "seeker", path: (known) => `/me/dispatches/${known.dispatches.here.open.id}`, fields: ["intent", "name", "relation", "phone"],
    forged: (["yes", "no", "contact"] as const).map((intent) => ({ stranger: (known: Known) => ({ path: `/me/dispatches/${known.dispatches.elsewhere.open.id}`, form: { intent, name: "刘小梅", relation: "爱人", phone: "13800000009" } }), missing: { path: `/me/dispatches/${MISSING}`, form: { intent, name: "刘小梅", relation: "爱人", phone: "13800000009" } } })),
    wrong: () => [{ intent: "contact", name: "刘", relation: "爱人", phone: "13800000009" }, { intent: "contact", name: "刘小梅", relation: "爱人", phone: "不知道" }, { intent: "maybe" }],
  },
];
