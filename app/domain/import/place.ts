import { countryAtStart } from "./countries.ts";
import { type Alias, isWithin, type RegionIndex, type RegionNode } from "./region-index.ts";
import { isDamaged, saysNothing, tidy } from "./text.ts";

export type PlaceFault = "damaged" | "ambiguous" | "no-known-name";

export type PlaceResult =
  | {
      status: "ok";
      regionCode: string;
      level: RegionNode["level"];
      /** what the text says below that region: a street, a zone, a building */
      detail: string;
    }
  /** 全国, 异地招聘, 远程办公: no one place, and the text says so */
  | { status: "anywhere"; says: string }
  | { status: "overseas"; country: string; regionCode: string }
  | { status: "missing" }
  | { status: "unreadable"; reason: PlaceFault };

const ANYWHERE = /^(全国|全国各地|异地招聘|异地|不限|地点不限|工作地点不限|不限地区|各地|多地|远程|远程办公|居家办公|线上办公|remote)$/i;
/** A short name before one of these is a street named after the place, not the place. */
const STREET_AFTER = /^[东西南北中]{0,2}[一二三四五六]?(?:路|大道|大街|街(?!道)|巷|胡同)/;
const WORKPLACE = /(?<=工作(?:地点|城市|地址)[:：])/;
const SKIP = /[\s,，、;；:：.。·・|/\\()（）\[\]【】<>《》"'\-—_]/;

/**
 * Finds the region that a place text names, over all of China, to the finest level it states.
 *
 * Parts come coarse to fine (`["深圳", "宝安区"]`); each may be anything from a short name to a free address. Doubled
 * names (`深圳深圳宝安区`), missing 省/市/县, and several places (the first counts) are understood. A district's name
 * alone counts only if no other region has it; a name in the middle of an address only if written in full.
 * `detail` holds what follows, such as 红星路 in `四川省成都红星路` (city level).
 */
export function parsePlace(parts: readonly string[], index: RegionIndex): PlaceResult {
  const texts = parts.map(tidy).filter((text) => !saysNothing(text));
  if (texts.length === 0) return { status: "missing" };
  const first = texts[0]!;
  if (ANYWHERE.test(first) && texts.length === 1) return { status: "anywhere", says: first };
  const country = countryAtStart(first);
  if (country) return { status: "overseas", country: country.name, regionCode: country.code };
  let node: RegionNode | null = null;
  let detail = "";
  let ambiguous = false;
  for (const text of texts) {
    const found = readText(text, node, index);
    ambiguous ||= found.ambiguous;
    if (found.node) node = found.node;
    if (found.detail) detail = detail ? `${detail} ${found.detail}` : found.detail;
  }
  if (node) return { status: "ok", regionCode: node.code, level: node.level, detail };
  if (ANYWHERE.test(first)) return { status: "anywhere", says: first };
  if (texts.some(isDamaged)) return { status: "unreadable", reason: "damaged" };
  return { status: "unreadable", reason: ambiguous ? "ambiguous" : "no-known-name" };
}

interface Found { node: RegionNode | null; detail: string; ambiguous: boolean }

function readText(text: string, context: RegionNode | null, index: RegionIndex): Found {
  let node = context;
  let ambiguous = false;
  let at = Math.max(0, text.search(WORKPLACE));
  let detailFrom = 0;
  let gap = false;
  while (at < text.length - 1) {
    if (SKIP.test(text[at]!)) {
      at += 1;
      if (!gap) detailFrom = at;
      continue;
    }
    const hit = nameAt(text, at, node, gap, index);
    if (hit === "ambiguous") ambiguous = true;
    if (hit === null || hit === "ambiguous") {
      gap = true;
      at += 1;
      continue;
    }
    at = skipDoubledTail(text, at + hit.text.length, hit);
    if (!node || !isWithin(index, node, hit.node)) node = hit.node;
    else if (gap) continue;
    detailFrom = at;
    gap = false;
    if (node.level === "TOWN") break;
  }
  return { node, detail: text.slice(detailFrom).replace(/^[\s,，、)）\-]+/, "").trim(), ambiguous };
}

/** After the short name 南京 a 市 belongs to it: it was 南京市 whose full name the list spells otherwise. */
function skipDoubledTail(text: string, at: number, hit: Alias): number {
  return !hit.full && (text[at] === "省" || text[at] === "市") ? at + 1 : at;
}

/**
 * The name that starts at `at`: below `context` if there is one, else anywhere. Inside an address (`gap`: other words
 * stood before) short names of districts are words like any other and do not count.
 */
function nameAt(text: string, at: number, context: RegionNode | null, gap: boolean, index: RegionIndex): Alias | "ambiguous" | null {
  const candidates = index.byStart.get(text.slice(at, at + 2));
  if (!candidates) return null;
  let best: Alias | null = null;
  let rivals = 0;
  for (const alias of candidates) {
    if (best && alias.text.length < best.text.length) break;
    if (!text.startsWith(alias.text, at)) continue;
    if (context && !isWithin(index, alias.node, context) && !isWithin(index, context, alias.node)) continue;
    const after = text.slice(at + alias.text.length, at + alias.text.length + 5);
    if (!alias.full && STREET_AFTER.test(after)) continue;
    const opens = at === 0 || SKIP.test(text[at - 1]!);
    const alone = opens && (after === "" || SKIP.test(after[0]!));
    const local = alias.node.level === "COUNTY" || alias.node.level === "TOWN";
    if (!alias.full && local && (gap || (!context && !alone))) continue;
    if (!alias.full && !local && !context && !opens) continue;
    // towns are listed for one province only: without their county they would be found in any other
    if (alias.node.level === "TOWN" && (gap || !context)) continue;
    if (!best) best = alias;
    else if (context && isWithin(index, context, best.node)) best = alias;
    else if (alias.node.code !== best.node.code && alias.node.level === best.node.level) rivals += rivalry(best, alias);
  }
  return best && rivals > 0 ? "ambiguous" : best;
}

/** Alone, a short name is the county-level city's or county's before the district's: people name a district after its city. */
function rivalry(best: Alias, other: Alias): number {
  const district = (alias: Alias) => !alias.full && alias.node.name.endsWith("区");
  return !district(best) && district(other) ? 0 : 1;
}
