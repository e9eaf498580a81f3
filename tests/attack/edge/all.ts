import type { Finding } from "../findings.ts";
import { answersAfterwards, type Fault, oddMultiparts, oddShapes } from "./index.ts";
import { MULTIPARTS } from "./multipart.ts";
import { hostInjection } from "./redirects.ts";
import { SHAPES } from "./shapes.ts";
import { slowSenders } from "./slow.ts";

const SLOW_EACH = 150;
/** Longer than the server's patience with the slowest of them. */
const SLOW_SECONDS = 40;
const OTHERS_WITHIN_MS = 3_000;
const NAMED_AT = ["/", "/jobs", "/me", "/login", "/register", "/brands", "/board", "/preferences?to=/jobs", "/certificates/check?c=x", "/nothing-here"];

/** All the edge checks against the whole product, the slow ones to their end; what the tests know of it they hold in less time. */
export async function attackEdge(url: string, sessionOf: (role: "seeker" | "employer" | "county" | "operator") => Promise<string>): Promise<{ findings: Finding[]; checks: number; notes: string[] }> {
  const [seeker, employer, county, operator] = [await sessionOf("seeker"), await sessionOf("employer"), await sessionOf("county"), await sessionOf("operator")];
  const targets = [{ path: "/login" }, { path: "/me/profile/certificates/new", cookie: seeker }, { path: "/employer/posts/upload", cookie: employer }, { path: "/bureau/rosters", cookie: county }, { path: "/operator/brand", cookie: operator }];
  let asked = 0;
  const addressOf = () => `198.18.${200 + Math.floor((asked += 1) / 250)}.${asked % 250}`;
  const faults: Fault[] = [
    ...await oddShapes(url), ...await oddMultiparts(url, targets, addressOf), ...await hostInjection(url, NAMED_AT, "X-Forwarded-For: 198.18.21.2\r\n"),
  ];
  const slow = await slowSenders(url, SLOW_EACH, SLOW_SECONDS);
  if (slow.othersMs > OTHERS_WITHIN_MS) faults.push({ what: `${2 * SLOW_EACH} slow senders`, fault: `keep others waiting for ${slow.othersMs} ms` });
  if (slow.left > 0) faults.push({ what: `${2 * SLOW_EACH} slow senders`, fault: `${slow.left} are still there after ${SLOW_SECONDS} s` });
  faults.push(...await answersAfterwards(url));
  return {
    findings: faults.map(({ what, fault }) => ({ tool: "edge", level: "medium", category: "HTTP", as: "", method: "", path: what, parameter: "", detail: fault })),
    checks: SHAPES.length + targets.length * MULTIPARTS.length + NAMED_AT.length * 2 + 2 * SLOW_EACH,
    notes: [`慢速连接 slow senders: ${2 * SLOW_EACH}, 别人最久等 longest wait of others ${slow.othersMs} ms, 全部断开 all cut after ${slow.cutAfterSeconds} s`],
  };
}
