import type { Known } from "./bad-input/known.ts";
import { askedCode } from "./bad-input/proof.ts";

/** One page, and who looks at it. A new route with a page needs a line here. */
export interface Page {
  /** the file in app/routes, without its extension */
  route: string;
  /** a demo account; `welder`, `worker`: somebody made for these tests, looking for work or at work; `proved`: a guest on the way to register; `household`: a telephone of two people; nobody signs in where it is left out */
  as?: string;
  path: string | ((known: Known, lang: "zh" | "en") => string | Promise<string>);
  /** the page says that there is nothing */
  status?: 404;
}

const at = (route: string, as: string | undefined, ...paths: readonly (string | ((known: Known) => string))[]): Page[] =>
  paths.map((path) => ({ route, as, path }));

/** Every page, with a role that may see it and a record that is there. */
export const PAGES: readonly Page[] = [
  ...at("_index", undefined, "/"),
  ...at("jobs._index", undefined, "/jobs", "/jobs?q=dhg", "/jobs?q=没有这样的工作xyz"),
  ...at("jobs.near", undefined, "/jobs/near", "/jobs/near?county=141124"),
  ...at("jobs.brands", undefined, "/jobs/brands"),
  ...at("jobs.$id", undefined, (known) => `/jobs/${known.openPost}`, (known) => `/jobs/${known.closedPost}`),
  ...at("jobs.$id", "seeker", (known) => `/jobs/${known.openPost}`),
  ...at("jobs.$id_.poster", undefined, (known) => `/jobs/${known.openPost}/poster`),
  ...at("jobs.$id_.report", undefined, (known) => `/jobs/${known.openPost}/report`),
  ...at("login", undefined, "/login", "/login?again"),
  { route: "login_.code", path: (known, lang) => askedCode(known.freePhones[lang], "REGISTER") },
  ...at("login_.choose", "household", "/login/choose"),
  ...at("register", undefined, "/register"),
  ...at("register_.who", "proved", "/register/who"),
  ...at("register_.home", "proved", "/register/home"),
  ...at("policy", undefined, "/policy"),
  ...at("sms", undefined, "/sms"),
  ...at("style", undefined, "/style"),
  ...at("goodbye", undefined, "/goodbye"),
  ...at("alerts.$token", undefined, "/alerts/nothing"),
  ...at("c.$token", undefined, (known) => `/c/${known.links.open}`),
  { route: "c.$token", path: (known) => `/c/${known.links.expired}`, status: 404 },
  { route: "$", path: "/nothing-here", status: 404 },

  ...at("logout", "seeker", "/logout"),
  ...at("me._index", "seeker", "/me"),
  ...at("me._index", "welder", "/me"),
  ...at("me.account", "seeker", "/me/account"),
  ...at("me.account", "employer", "/me/account"),
  ...at("me.helpers", "seeker", "/me/helpers"),
  ...at("me.matches", "seeker", "/me/matches"),
  ...at("me.notices", "seeker", "/me/notices"),
  ...at("me.wish", "seeker", "/me/wish"),
  ...at("me.searches._index", "seeker", "/me/searches"),
  ...at("me.searches.new", "seeker", "/me/searches/new?q=保安&v=1"),
  ...at("me.invitations._index", "welder", "/me/invitations"),
  ...at("me.invitations.$id", "welder", (known) => `/me/invitations/${known.invitation}`),
  ...at("me.placements.$id", "worker", (known) => `/me/placements/${known.placements.worker}`),
  ...at("placements.$id", "county", (known) => `/placements/${known.placements.worker}`),
  ...at("me.questions._index", "welder", "/me/questions"),
  ...at("me.questions.$postId", "welder", (known) => `/me/questions/${known.touchedPost}`),
  ...at("me.privacy._index", "seeker", "/me/privacy"),
  ...at("me.privacy.delete", "welder", "/me/privacy/delete"),
  ...at("me.privacy.delete", "seeker", "/me/privacy/delete"),
  ...at("me.privacy.looks", "seeker", "/me/privacy/looks"),
  ...at("me.profile._index", "welder", "/me/profile"),
  ...at("me.profile.work", "welder", "/me/profile/work", "/me/profile/work?group=build"),
  ...(["crafts", "brands", "care", "education", "want", "where"] as const).flatMap((step) => at(`me.profile.${step}`, "welder", `/me/profile/${step}`)),
  ...at("me.profile.certificates._index", "welder", "/me/profile/certificates"),
  ...at("me.profile.certificates.new", "welder", "/me/profile/certificates/new"),
  ...at("me.profile.certificates.$id", "welder", (known) => `/me/profile/certificates/${known.ownCertificate}`),
  ...at("matches.why", "county", (known) => `/matches/why?worker=${known.villager.id}&post=${known.touchedPost}`),
  ...at("matches.why", "welder", (known) => `/matches/why?post=${known.touchedPost}`),

  ...at("acting._index", "agent", "/acting"),
  ...at("acting.consent", "agent", "/acting/consent"),
  ...at("receipts.$id", "agent", (known) => `/receipts/${known.ownReceipt}`),
  ...at("agent._index", "agent", "/agent"),
  ...at("agent.checkins", "agent", "/agent/checkins"),
  ...at("agent.entries.$id", "agent", (known) => `/agent/entries/${known.entry}`),
  ...at("agent.offline", "agent", "/agent/offline"),
  ...at("agent.register", "agent", "/agent/register"),
  ...at("agent.register", "county", "/agent/register"),
  ...at("agent.roster", "agent", "/agent/roster", (known) => `/agent/roster?village=${known.village}`),
  ...at("agent.people.$id.forms._index", "agent", (known) => `/agent/people/${known.villager.id}/forms`),
  ...at("agent.people.$id.forms.$form", "agent", (known) => `/agent/people/${known.villager.id}/forms/consent`),

  ...at("employer._index", "employer", "/employer"),
  ...at("employer.register", undefined, "/employer/register"),
  ...at("employer.placements", "employer", "/employer/placements"),
  ...at("employer.hiring.$id", "employer", (known) => `/employer/hiring/${known.ownHiring}`),
  ...at("employer.posts.new", "employer", "/employer/posts/new"),
  ...at("employer.posts.upload", "employer", "/employer/posts/upload"),
  ...at("employer.posts.$id.candidates", "employer", (known) => `/employer/posts/${known.ownPost}/candidates`),
  ...at("employer.posts.$id.edit", "employer", (known) => `/employer/posts/${known.ownPost}/edit`),
  ...at("employer.posts.$id.renew", "employer", (known) => `/employer/posts/${known.ownPost}/renew`),
  ...at("employer.questions._index", "employer", "/employer/questions"),
  ...at("employer.questions.$id", "employer", (known) => `/employer/questions/${known.ownThread}`),

  ...at("bureau.ads", "county", "/bureau/ads"),
  ...at("bureau.reports", "county", "/bureau/reports"),
  ...at("bureau.employers", "county", "/bureau/employers"),
  ...at("bureau.employers_.$id", "county", (known) => `/bureau/employers/${known.countyEmployer}`),
  ...at("bureau.certificates._index", "county", "/bureau/certificates"),
  ...at("bureau.certificates.$id", "county", (known) => `/bureau/certificates/${known.waitingCertificate}`),
  ...at("bureau.checkins._index", "county", "/bureau/checkins", "/bureau/checkins?closed=1"),
  ...at("bureau.checkins.$id", "county", (known) => `/bureau/checkins/${known.care}`),
  ...at("bureau.questions._index", "county", "/bureau/questions"),
  ...at("bureau.questions.$id", "county", (known) => `/bureau/questions/${known.bureauThread}`),

  ...at("bureau.rosters._index", "county", "/bureau/rosters"),
  ...at("bureau.rosters.$id", "county", (known) => `/bureau/rosters/${known.countyRoster}`),

  ...at("board._index", undefined, "/board"),
  ...at("board._index", "county", "/board"),
  ...at("board.calibers", undefined, "/board/calibers"),
  ...at("board.calibers", "province", "/board/calibers"),
  ...at("board.counties.$code", "county", "/board/counties/141124"),
  ...at("board.counties.$code", "province", "/board/counties/141124"),
  ...at("board.difference", undefined, "/board/difference"),
  ...at("board.months._index", undefined, "/board/months"),
  ...at("board.months._index", "province", "/board/months"),
  ...at("board.months.$month", "county", (known) => `/board/months/${known.frozen.month}?year=${known.frozen.year}`),
  ...at("board.samples._index", "county", "/board/samples"),
  ...at("board.samples.$id", "county", (known) => `/board/samples/${known.sample}`),
  ...at("board.wall", undefined, "/board/wall"),
  ...at("runs._index", "county", "/runs"),
  ...at("runs.$id", "county", (known) => `/runs/${known.elsewhereRun}`),
];
