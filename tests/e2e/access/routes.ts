import type { Known } from "../bad-input/known.ts";
import { type Visitor, VISITORS } from "./visitors.ts";

/** Who may open a route. What is not named here is refused: a guest signs in first, another role gets 403, another's record is not there. */
export interface RouteAccess {
  /** roles that have such a page at all; EVERYONE needs no account */
  reads: readonly Visitor[];
  /** roles that have its form; left out: those of `reads` */
  writes?: readonly Visitor[];
  /** of them, those whose record, region or household the one asked for is; to the rest it doesn't exist */
  record?: readonly Visitor[];
  /** has no page: only what is sent to it is answered */
  onlySends?: true;
  /** an address with a record in it, where the lists of pages and endpoints have none */
  path?(known: Known): string;
}

export const EVERYONE = VISITORS;
const SIGNED_IN = VISITORS.filter((one) => one !== "guest");
const SEEKERS = ["seeker", "welder", "worker"] as const;
const EMPLOYERS = ["employer", "rival"] as const;
const AGENTS = ["agent", "farAgent"] as const;
const REGIONAL = ["town", "county", "farCounty", "city", "farCity", "province"] as const;
const OFFICERS = [...REGIONAL, "admin"] as const;
const HELPERS = [...AGENTS, ...REGIONAL] as const;
const BUREAU = [...AGENTS, ...OFFICERS] as const;
const PARTIES = [...SEEKERS, ...EMPLOYERS, ...AGENTS, ...OFFICERS] as const;
const MUSTER = [...SEEKERS, ...AGENTS, ...OFFICERS] as const;
/** of Linxian, where the records are, and above it */
const OVER_LINXIAN = ["county", "city", "province", "admin"] as const;

const OVER_VILLAGER = ["agent", "town", ...OVER_LINXIAN] as const;
const OVER_DATONG = ["farCounty", "farCity", "province", "admin"] as const;
/** of the first township of the county elsewhere, which is the other agent's */
const OVER_FAR_TOWN = ["farAgent", ...OVER_DATONG] as const;

const open: RouteAccess = { reads: EVERYONE };
const seekers: RouteAccess = { reads: SEEKERS };
const officers: RouteAccess = { reads: OFFICERS };
const ownPost: RouteAccess = { reads: EMPLOYERS, record: ["employer"] };
const overLinxian: RouteAccess = { reads: OFFICERS, record: OVER_LINXIAN };

export const ROUTE_ACCESS: Readonly<Record<string, RouteAccess>> = {
  "$": open, "_index": open, "alerts.$token": open, "certificates.check": open, "certificates.keys[.]json": open, "certificates.lists[.]json": open, "certificates.revoked[.]json": open, "c.$token": open, "goodbye": open, "policy._index": open, "policy.regimes": open, "preferences": open, "sms": open, "style": open, "logout": open,
  "login": open, "login_.choose": open, "login_.code": open, "login_.second": open, "register": open, "register_.home": open, "register_.who": open, "employer.register": open,
  "jobs._index": open, "jobs.brands": open, "jobs.near": open, "jobs.$id_.poster": open, "jobs.$id_.report": open,
  "jobs.$id": { reads: EVERYONE, writes: SEEKERS },

  "board._index": open, "board.difference": open, "board.wall": open, "board[.]csv": open, "board.report[.]pdf": open, "board.report[.]xlsx": open, "board.months.$month": open,
  "board.calibers": { reads: EVERYONE, writes: OFFICERS },
  "board.months._index": { reads: EVERYONE, writes: OFFICERS },
  "board.counties.$code": { reads: EVERYONE, writes: OFFICERS },
  "board.samples._index": officers,
  "board.samples.$id": overLinxian,

  "me.account": { reads: SIGNED_IN },
  "me.second-factor": officers,
  "bureau.operators._index": officers, "bureau.operators.$id": overLinxian, "invited.$token": open,
  "admin.second-factors": { reads: ["admin"] },
  "me._index": seekers, "me.helpers": seekers, "me.invitations._index": seekers, "me.matches": seekers, "me.notices": seekers, "me.questions._index": seekers, "me.questions.$postId": { reads: SEEKERS, record: ["welder", "worker"] },
  "me.privacy._index": seekers, "me.privacy.delete": seekers, "me.privacy.download": seekers, "me.privacy.looks": seekers, "me.searches._index": seekers, "me.searches.new": seekers, "me.wish": seekers,
  "me.profile._index": seekers, "me.profile.brands": seekers, "me.profile.care": seekers, "me.profile.certificates._index": seekers, "me.profile.certificates.new": seekers, "me.profile.crafts": seekers,
  "me.profile.education": seekers, "me.profile.want": seekers, "me.profile.where": seekers, "me.profile.work": seekers,
  "me.invitations.$id": { reads: SEEKERS, record: ["welder"] },
  "me.profile.certificates.$id_.sheet": { reads: SEEKERS, record: ["welder"] },
  "me.profile.certificates.$id": { reads: SEEKERS, record: ["welder"] },
  "me.placements.$id": { reads: PARTIES, record: ["worker", "rival", ...OVER_VILLAGER] },
  "placements.$id": { reads: PARTIES, record: ["worker", "rival", ...OVER_VILLAGER] },

  "acting._index": { reads: [...SEEKERS, ...AGENTS] }, "acting.consent": { reads: [...SEEKERS, ...AGENTS] },
  "receipts.$id": { reads: [...SEEKERS, ...HELPERS], record: ["agent"] },
  "matches.why": { reads: SIGNED_IN, record: ["agent", "town", "county", "city", "province"], path: (known) => `/matches/why?worker=${known.villager.id}&post=${known.touchedPost}` },
  "files.$id": { reads: [...SEEKERS, ...AGENTS, ...OFFICERS], record: ["farCounty", "farCity", "province", "admin"], path: (known) => `/files/${known.strangerPhoto}` },

  "agent._index": { reads: HELPERS }, "agent.offline": { reads: HELPERS }, "agent.register": { reads: HELPERS }, "agent.roster": { reads: HELPERS }, "agent.sync": { reads: HELPERS, onlySends: true },
  "agent.checkins": { reads: AGENTS },
  "agent.entries.$id": { reads: HELPERS, record: ["agent"] },
  "agent.people.$id.forms._index": { reads: HELPERS, record: ["agent", "town", "county", "city", "province"] },
  "agent.people.$id.forms.$form": { reads: HELPERS, record: ["agent", "town", "county", "city", "province"] },

  "employer._index": { reads: EMPLOYERS }, "employer.placements": { reads: EMPLOYERS }, "employer.posts.new": { reads: EMPLOYERS }, "employer.posts.check": { reads: EMPLOYERS, onlySends: true },
  "employer.posts.upload": { reads: EMPLOYERS }, "employer.posts.template[.]xlsx": { reads: EMPLOYERS },
  "employer.hiring.$id": { reads: EMPLOYERS, record: ["employer"], path: (known) => `/employer/hiring/${known.ownHiring}` },
  "employer.posts.$id.candidates": { ...ownPost, path: (known) => `/employer/posts/${known.ownPost}/candidates` }, "employer.posts.$id.edit": ownPost, "employer.posts.$id.renew": ownPost,
  "employer.questions._index": { reads: [...EMPLOYERS, ...OFFICERS] },
  "employer.questions.$id": { reads: [...EMPLOYERS, ...OFFICERS], record: ["employer"] },

  "bureau.audit": { reads: OFFICERS, record: ["county", "farCounty", "city", "farCity", "province", "admin"] },
  "bureau._index": officers, "bureau.ads": officers, "bureau.reports": officers, "bureau.employers": officers, "bureau.certificates._index": officers, "bureau.checkins._index": officers,
  "bureau.employers_.$id": { ...overLinxian, path: (known) => `/bureau/employers/${known.countyEmployer}` },
  "bureau.certified._index": { reads: OFFICERS, path: () => "/bureau/certified" }, "bureau.certified.$county": overLinxian, "bureau.certificates.ending": officers, "bureau.issuers._index": officers, "bureau.issuers.$id": { reads: OFFICERS, record: ["town", ...OVER_LINXIAN] },
  "bureau.certificates.$id": overLinxian, "bureau.checkins.$id": overLinxian,
  "bureau.questions._index": { reads: [...EMPLOYERS, ...OFFICERS] },
  "bureau.questions.$id": { reads: [...EMPLOYERS, ...OFFICERS], record: OVER_LINXIAN },
  "bureau.rosters._index": officers, "bureau.tables.$name[.]xlsx": { reads: OFFICERS, path: () => "/bureau/tables/employers.xlsx" }, "bureau.rosters.template[.]xlsx": officers,
  "bureau.rosters.$id": overLinxian,
  "bureau.rosters.$id_.reports.$kind": { reads: OFFICERS, record: [], path: (known) => `/bureau/rosters/${known.countyRoster}/reports/rejects` },

  "bureau.workfare._index": officers, "bureau.workfare.new": officers,
  "bureau.workfare.$id": { reads: OFFICERS, record: ["town", ...OVER_LINXIAN] }, "bureau.workfare.$id_.award": overLinxian, "bureau.workfare.$id_.crew": { reads: OFFICERS, record: ["town", ...OVER_LINXIAN] }, "bureau.workfare.$id_.edit": overLinxian, "bureau.workfare.$id_.hire": overLinxian,
  "bureau.paysheets.$id": overLinxian, "bureau.paysheets.$id_.public": overLinxian, "bureau.paysheets.$id_.bank": overLinxian,
  // the seeker of the demo accounts is the workers' representative: reads and signs, and writes no days
  "muster._index": { reads: MUSTER }, "muster.phone": { reads: MUSTER }, "muster.take": { reads: MUSTER }, "muster.sync": { reads: MUSTER, onlySends: true },
  "muster.$id": { reads: MUSTER, record: ["seeker", ...OVER_VILLAGER] },
  "muster.$id_.sheet": { reads: MUSTER, record: OVER_VILLAGER },
  "me.workfare": seekers,
  "policy.$key": { reads: EVERYONE, writes: OFFICERS },
  "policy.drafts.$id": officers, "policy.simulations.$id": overLinxian,
  "me.claims": seekers,
  "agent.people.$id.claims": { reads: BUREAU, record: OVER_VILLAGER }, "agent.people.$id.startup": { reads: BUREAU, record: OVER_VILLAGER },
  "bureau.claims._index": officers, "bureau.claims.$id": overLinxian,
  "bureau.workshops._index": officers, "bureau.workshops.new": officers, "bureau.workshops.$id": { reads: OFFICERS, record: ["town", ...OVER_LINXIAN] },
  "bureau.startups._index": { reads: BUREAU },
  "watch._index": { reads: BUREAU }, "watch.$id": { reads: BUREAU, record: OVER_VILLAGER }, "watch.households.$id": { reads: BUREAU, record: OVER_VILLAGER },

  "bureau.training._index": officers, "bureau.training.bodies": officers, "bureau.training.courses": officers, "bureau.training.classes._index": officers,
  "bureau.training.classes.$id": overLinxian, "bureau.training.classes.$id_.attendance": overLinxian,
  "operator.training._index": { reads: ["operator"] }, "operator.training.classes.$id": { reads: ["operator"], record: ["operator"] }, "operator.training.classes.$id_.attendance": { reads: ["operator"], record: ["operator"] },
  "bureau.training.needs._index": officers, "bureau.training.needs.$id": overLinxian, "bureau.training.invitations.$id": overLinxian, "me.training_.invitations": seekers,
  "bureau.agreements._index": officers, "bureau.agreements.new": officers, "bureau.agreements.$id": overLinxian, "bureau.dispatches._index": { reads: BUREAU }, "bureau.dispatches.new": officers, "bureau.stations": officers, "stations": open,
  "bureau.dispatches.$id": { reads: BUREAU, record: OVER_LINXIAN }, "bureau.dispatches.$id_.boarding": { reads: BUREAU, record: OVER_LINXIAN }, "bureau.dispatches.$id_.cards": { reads: BUREAU, record: OVER_LINXIAN }, "bureau.dispatches.$id_.sync": { reads: BUREAU, onlySends: true },
  "overseas": open, "me.overseas": seekers, "employer.overseas": { reads: EMPLOYERS }, "bureau.overseas._index": officers, "bureau.overseas.$id": officers,
  "me.dispatches._index": seekers, "me.dispatches.$id": { reads: SEEKERS, record: ["seeker"] },
  "fairs._index": open, "fairs.$id": { reads: EVERYONE, writes: SEEKERS }, "fairs.$id_.poster": open, "me.fairs": seekers, "employer.fairs": { reads: EMPLOYERS }, "employer.brands": { reads: EMPLOYERS }, "bureau.drives": officers, "bureau.fairs._index": officers, "bureau.fairs.new": officers,
  "bureau.fairs.$id": overLinxian, "bureau.fairs.$id_.floor": { ...overLinxian, path: (known) => `/bureau/fairs/${known.fairs.here.open}/floor` }, "bureau.fairs.$id_.sync": { reads: OFFICERS, onlySends: true },
  "training._index": open, "training.$id": { reads: EVERYONE, writes: SEEKERS }, "me.training": seekers,
  "brands._index": open, "brands.$id": { reads: EVERYONE, writes: SEEKERS }, "brands.$id_.mark": open, "board.brands": open, "me.brands": seekers, "operator.brand": { reads: ["operator"] }, "bureau.brands._index": officers, "bureau.brands.$id": overLinxian,
  "admin.jobs": { reads: ["admin"] },
  "brands.$id_.health": { reads: ["operator", ...OFFICERS], record: OVER_LINXIAN, path: (known) => `/brands/${known.brands.here.id}/health` },

  "welfare._index": open, "welfare.$id": { reads: EVERYONE, writes: SEEKERS },
  "me.welfare": seekers, "me.days": seekers,
  "bureau.people.$id.days": { reads: BUREAU, record: OVER_VILLAGER, path: (known) => `/bureau/people/${known.villager.id}/days` },
  "bureau.welfare._index": { reads: BUREAU }, "bureau.welfare.rules": { reads: BUREAU }, "bureau.welfare.quotas._index": { reads: BUREAU, writes: OFFICERS }, "bureau.welfare.attendance": { reads: BUREAU },
  "bureau.welfare.exits": { reads: BUREAU, writes: OFFICERS }, "bureau.welfare.sheets._index": officers,
  "bureau.welfare.quotas.$id": { reads: BUREAU, writes: OFFICERS, record: OVER_FAR_TOWN, path: (known) => `/bureau/welfare/quotas/${known.welfare.elsewhere.quota}` },
  "bureau.welfare.posts.$id": { reads: BUREAU, record: OVER_FAR_TOWN, path: (known) => `/bureau/welfare/posts/${known.welfare.elsewhere.post}` },
  "bureau.welfare.posts.$id_.board": { reads: BUREAU, record: OVER_FAR_TOWN, path: (known) => `/bureau/welfare/posts/${known.welfare.elsewhere.post}/board` },
  "bureau.welfare.cases.$id": { reads: BUREAU, record: OVER_FAR_TOWN, path: (known) => `/bureau/welfare/cases/${known.welfare.elsewhere.case}` },
  "bureau.welfare.sheets.$id": { reads: OFFICERS, record: OVER_DATONG, path: (known) => `/bureau/welfare/sheets/${known.welfare.elsewhere.sheet}` },
  "bureau.welfare.sheets.$id_.bank": { reads: OFFICERS, record: OVER_DATONG, path: (known) => `/bureau/welfare/sheets/${known.welfare.elsewhere.sheet}/bank` },
  "bureau.welfare.sheets.$id_.board": { reads: OFFICERS, record: OVER_DATONG, path: (known) => `/bureau/welfare/sheets/${known.welfare.elsewhere.sheet}/board` },
  "bureau.welfare.sheets.$id_.file": { reads: OFFICERS, onlySends: true },

  "runs._index": officers, "runs.$id": officers,
};
