import type { PostRow } from "./rows.ts";
import type { Trade } from "./trades.ts";
import type { Random } from "./random.ts";

const SUFFIXES = ["", "", "", "", "", "", "（长期）", "（两班倒）", "（白班）"];

/** Titles as people write them; no hype and no bias, which the law forbids in an ad (人社厅发〔2025〕60号). */
export function drawTitle(random: Random, trade: Trade, boardAndLodging: boolean): string {
  const title = random.pick(trade.titles);
  const draw = random.next();
  if (boardAndLodging && draw < 0.2) return `${title}（包吃住）`;
  if (draw > 0.92) return `急招${title}`;
  return title + random.pick(SUFFIXES);
}

type Told = Pick<PostRow, "stream" | "hoursPerDay" | "daysPerWeek" | "housing" | "meals" | "insurance" | "certOccupationCode" | "experienceMonths" | "wagePeriod" | "wageMinFen">;

/** Two to four plain sentences that say what the fields say, and that none of it is real. */
export function describe(trade: Trade, post: Told, extra = ""): string {
  const time = `每天${post.hoursPerDay}小时，每周${post.daysPerWeek}天`;
  const pay = post.wageMinFen === null ? "工资面议" : post.wagePeriod === "DAY" ? "按天计工，按月发放" : post.wagePeriod === "HOUR" ? "按小时计酬，按月发放" : "工资按月发放";
  const gives = [post.housing ? "提供住宿" : "", post.meals ? "提供工作餐" : "", post.insurance ? (post.stream === "MARKET" || post.stream === "WORKSHOP" ? "缴纳社会保险" : "购买意外伤害保险") : ""].filter(Boolean);
  const asks = [
    post.certOccupationCode === null ? "" : "须持有效证书",
    post.experienceMonths === 0 ? "没有经验可以带" : `做过${post.experienceMonths >= 12 ? `${Math.round(post.experienceMonths / 12)}年` : `${post.experienceMonths}个月`}以上`,
  ].filter(Boolean);
  const sentences = [`${trade.duties}。`, `${time}，${pay}。`, gives.length > 0 ? `${gives.join("，")}。` : "", `${asks.join("，")}。`, extra, "演示数据，并非真实招聘。"];
  return sentences.filter(Boolean).join("");
}
