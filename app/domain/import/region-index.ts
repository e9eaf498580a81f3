/** A row of the statistics bureau's list; `level` in any case. */
export interface RegionRow {
  code: string;
  name: string;
  level: string;
  parentCode: string | null;
}

export interface RegionNode {
  code: string;
  name: string;
  level: "PROVINCE" | "CITY" | "COUNTY" | "TOWN";
  parentCode: string | null;
}

export interface Alias {
  text: string;
  node: RegionNode;
  /** the whole name, so that it may be trusted in the middle of an address */
  full: boolean;
}

export interface RegionIndex {
  byCode: ReadonlyMap<string, RegionNode>;
  /** aliases by their first two characters, longest first, then province before city before county */
  byStart: ReadonlyMap<string, readonly Alias[]>;
}

/** Peoples whose name is one character always bear 族 in a region's name, so that 陵水黎族自治县 is not cut at 水. */
const PEOPLES_LONG =
  "蒙古|维吾尔|布依|朝鲜|土家|哈尼|哈萨克|傈僳|高山|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺";
const PEOPLES_SHORT = "[回藏苗彝壮满侗瑶白傣黎佤畲水土羌怒京各]";
const ETHNIC_TAIL = new RegExp(`(?:(?:${PEOPLES_LONG})族?|${PEOPLES_SHORT}族){1,8}(?:自治州|自治县|自治旗|自治区|区|乡)$`);
const TAILS = ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "新区", "省", "市", "州", "盟", "县", "区", "旗"] as const;

/** Names in everyday use that no rule gives. */
const NICKNAMES: readonly (readonly [string, string])[] = [
  ["内蒙古", "150000"], ["内蒙", "150000"], ["雄安新区", "130000"], ["雄安", "130000"], ["燕郊", "131082"], ["土左旗", "150121"], ["土右旗", "150221"],
  ["红河州", "532500"], ["湘西州", "433100"], ["恩施州", "422800"], ["甘孜州", "513300"], ["阿坝州", "513200"], ["凉山州", "513400"], ["延边州", "222400"],
  ["大理州", "532900"], ["楚雄州", "532300"], ["文山州", "532600"], ["德宏州", "533100"], ["海西州", "632800"], ["昌吉州", "652300"], ["伊犁州", "654000"],
  ["黔南州", "522700"], ["黔东南州", "522600"], ["黔西南州", "522300"], ["临夏州", "622900"], ["甘南州", "623000"], ["西双版纳州", "532800"],
  ["神农架", "429021"], ["巴州", "652800"], ["巴音郭楞", "652800"], ["博尔塔拉", "652700"], ["克孜勒苏", "653000"], ["塘沽", "120116"], ["莱芜市", "370116"], ["襄樊", "420600"],
];

/** Everyday short form: 山西省 山西, 管城回族区 管城, 恩施土家族苗族自治州 恩施; `null` when nothing is left to call it by. */
export function shortName(name: string): string | null {
  const ethnic = name.replace(ETHNIC_TAIL, "");
  if (ethnic !== name && ethnic.length >= 2) return ethnic;
  for (const tail of TAILS) {
    if (name.endsWith(tail) && name.length - tail.length >= 2) return name.slice(0, -tail.length);
  }
  return null;
}

/** A town keeps its 镇 or 乡 in speech; a street office loses 街道办事处. Nodes that only the statistics know get no alias. */
function aliasesOf(node: RegionNode): Alias[] {
  if (/^(市辖区|县|.*直辖县级行政区划)$/.test(node.name)) return [];
  const aliases: Alias[] = [{ text: node.name, node, full: true }];
  if (node.level === "TOWN") return aliases;
  const short = shortName(node.name);
  if (short) aliases.push({ text: short, node, full: false });
  if (node.level === "CITY" && /州$/.test(node.name) && short && !short.endsWith("州")) aliases.push({ text: `${short}州`, node, full: true });
  if (/族/.test(node.name) && short && node.level === "COUNTY") aliases.push({ text: short + node.name.slice(-1), node, full: true });
  return aliases;
}

const LEVELS = ["PROVINCE", "CITY", "COUNTY", "TOWN"] as const;

/**
 * Prepares the names of all regions for `parsePlace`. A code met again is ignored: the list holds 东莞, 中山 and 儋州, cities
 * without counties, a second time as their own children. Villages are left out.
 */
export function buildRegionIndex(regions: Iterable<RegionRow>): RegionIndex {
  const byCode = new Map<string, RegionNode>();
  for (const row of regions) {
    const level = LEVELS.find((known) => known === row.level.toUpperCase());
    if (level && !byCode.has(row.code)) byCode.set(row.code, { code: row.code, name: row.name, level, parentCode: row.parentCode || null });
  }
  const byStart = new Map<string, Alias[]>();
  const add = (alias: Alias) => {
    const start = alias.text.slice(0, 2);
    const list = byStart.get(start);
    if (list) list.push(alias);
    else byStart.set(start, [alias]);
  };
  for (const node of byCode.values()) aliasesOf(node).forEach(add);
  for (const [text, code] of NICKNAMES) {
    const node = byCode.get(code);
    if (node) add({ text, node, full: true });
  }
  const rank = (alias: Alias) => LEVELS.indexOf(alias.node.level) + (alias.node.name.endsWith("区") ? 0.5 : 0);
  for (const list of byStart.values()) list.sort((a, b) => b.text.length - a.text.length || rank(a) - rank(b));
  return { byCode, byStart };
}

/** Whether `node` lies in `ancestor`'s part of the tree; both may be the same. */
export function isWithin(index: RegionIndex, node: RegionNode, ancestor: RegionNode): boolean {
  for (let at: RegionNode | undefined = node; at; at = at.parentCode ? index.byCode.get(at.parentCode) : undefined) {
    if (at.code === ancestor.code) return true;
  }
  return false;
}
