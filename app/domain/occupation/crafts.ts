import { partsOfTitle } from "./title-words.ts";

/** Work of the village's craftspeople, or a skill on a heritage list; each counts as a skill of its occupation. */
export interface Craft {
  key: string;
  zh: string;
  en: string;
  kind: "VILLAGE" | "HERITAGE";
  /** of the product's own list */
  occupationCode: string;
  /** where it is at home; empty for everywhere */
  regionCodes: readonly string[];
  /** the highest list of heritage it stands on */
  listed: "NATIONAL" | null;
  /** everyday names besides `zh` */
  aliases: readonly string[];
}

type VillageLine = readonly [key: string, zh: string, en: string, occupationCode: string, aliases: string];
type HeritageLine = readonly [key: string, zh: string, en: string, occupationCode: string, regionCodes: string, aliases: string];

const VILLAGE: readonly VillageLine[] = [
  ["carpentry", "木匠活", "Carpentry", "6-06-03-01", "木匠 老木匠 木工手艺"],
  ["masonry", "泥瓦活", "Bricklaying", "6-29-01-01", "泥瓦匠 瓦匠 泥水匠"],
  ["stone", "石匠活", "Stonecutting", "6-29-01-02", "石匠 打石头 锻磨"],
  ["smithing", "打铁", "Smithing", "6-18-02-02", "铁匠"],
  ["weaving-baskets", "编筐编席", "Basket weaving", "5-05-06-05", "编筐 编席 柳编 荆编 篾匠 草编 藤编"],
  ["sewing", "裁缝手艺", "Tailoring", "4-10-02-01", "裁缝 做衣服 缝衣"],
  ["cloth-shoes", "千层底布鞋", "Cloth shoes", "6-05-04-01", "做布鞋 纳鞋底 手工布鞋"],
  ["tofu", "做豆腐", "Tofu making", "6-01-07-03", "豆腐匠 磨豆腐"],
  ["oil", "土法榨油", "Oil pressing", "6-01-01-03", "榨油 油匠"],
  ["noodles", "手工面食", "Hand-made noodles", "4-03-02-02", "刀削面 削面 拉面 剔尖 猫耳朵 手擀面 莜面栲栳栳"],
  ["bees", "养蜂手艺", "Beekeeping", "5-03-03-01", "养蜂 蜂农"],
  ["grafting", "果树嫁接", "Grafting", "5-01-02-02", "嫁接 果树修剪 剪果树"],
  ["kiln-house", "打窑洞", "Cave-house building", "6-29-01-01", "箍窑 打窑 窑匠 修窑洞"],
  ["earthen-kang", "盘炕垒灶", "Building kang and stove", "6-29-01-01", "盘炕 垒灶"],
  ["barber", "乡村理发", "Village barber", "4-10-03-02", "剃头 剃头匠"],
  ["tinker", "修修补补", "Mending pots and tools", "6-19-01-04", "补锅 磨剪子 小炉匠 铜匠 锡匠"],
];

const HERITAGE: readonly HeritageLine[] = [
  ["pingyao-lacquer", "平遥推光漆器髹饰技艺", "Pingyao polished lacquer", "6-09-03-06", "140728", "推光漆 推光漆器 平遥漆器"],
  ["qingxu-vinegar", "清徐老陈醋酿制技艺", "Qingxu aged vinegar", "6-02-05-03", "140121", "老陈醋 酿醋 美和居"],
  ["fenjiu", "杏花村汾酒酿制技艺", "Xinghuacun Fen spirits", "6-02-06-03", "141182", "汾酒 竹叶青 清香型酿酒"],
  ["pingyao-beef", "平遥牛肉传统加工技艺", "Pingyao beef", "6-01-04-03", "140728", "平遥牛肉 冠云"],
  ["jin-mooncake", "晋式月饼制作技艺", "Shanxi mooncakes", "6-02-01-01", "140100", "郭杜林月饼 郭杜林"],
  ["six-flavours", "六味斋酱肉制作技艺", "Liuweizhai braised pork", "6-01-04-03", "140100", "六味斋 酱肉"],
  ["guangling-papercut", "广灵剪纸", "Guangling paper-cutting", "6-09-03-17", "140223", "广灵染色剪纸"],
  ["zhongyang-papercut", "中阳剪纸", "Zhongyang paper-cutting", "6-09-03-17", "141129", "剪纸 窗花"],
  ["chengni-inkstone", "绛州澄泥砚制作技艺", "Chengni inkstones", "6-09-03-01", "140825", "澄泥砚 制砚"],
  ["gaoping-embroidery", "高平绣活", "Gaoping embroidery", "6-09-03-11", "140581", "绣活 潞绣"],
  ["lihou-tiger", "黎侯虎", "Lihou cloth tigers", "6-09-03-17", "140426", "布老虎"],
  ["wenxi-buns", "闻喜花馍", "Wenxi flower buns", "6-02-03-01", "140823", "花馍 面花 蒸花馍"],
  ["dingxiang-dough", "定襄面塑", "Dingxiang dough figures", "6-09-03-17", "140921", "面塑 面人"],
  ["yangcheng-iron", "阳城生铁冶铸技艺", "Yangcheng iron casting", "6-18-02-01", "140522", "犁镜 生铁冶铸"],
  ["pingding-pottery", "平定砂器制作技艺", "Pingding stoneware", "6-09-03-03", "140321", "砂器 砂锅 刻花瓷 黑釉"],
  ["datong-bronze", "大同铜器制作技艺", "Datong copperware", "6-19-01-04", "140200", "铜火锅 铜器 打铜"],
  ["glazed-tiles", "琉璃烧制技艺", "Glazed tiles", "6-15-05-05", "140000", "琉璃 琉璃匠"],
  ["yanmen-houses", "雁门民居营造技艺", "Yanmen house building", "6-29-05-00", "140923", "古建营造 杨氏古建 古建木作"],
  ["pinglu-pits", "平陆地窨院营造技艺", "Pinglu sunken courtyards", "6-29-01-01", "140829", "地窨院 地坑院"],
  ["zhangzi-gongs", "长子响铜乐器制作技艺", "Zhangzi gongs and cymbals", "6-09-02-06", "140428", "响铜乐器 制铜锣"],
  ["xiangyuan-kang-painting", "襄垣炕围画", "Xiangyuan kang-wall painting", "6-09-03-17", "140423", "炕围画"],
  ["duijin", "上党堆锦", "Shangdang brocade relief", "6-09-03-17", "140400", "堆锦"],
  ["shanxi-furniture", "晋作家具制作技艺", "Shanxi furniture", "6-06-04-00", "140000", "晋作家具 榫卯"],
  ["xiaoyi-shadow", "孝义皮影", "Xiaoyi shadow figures", "6-09-03-17", "141181", "皮影 皮影雕刻"],
];

const wordsOf = (text: string) => (text === "" ? [] : text.split(" "));

/** The crafts that the product knows. Heritage lists were entered from general knowledge and are to be checked by the bureau. */
export const CRAFTS: readonly Craft[] = [
  ...VILLAGE.map(([key, zh, en, occupationCode, aliases]): Craft => ({ key, zh, en, kind: "VILLAGE", occupationCode, regionCodes: [], listed: null, aliases: wordsOf(aliases) })),
  ...HERITAGE.map(([key, zh, en, occupationCode, regions, aliases]): Craft => ({
    key, zh, en, kind: "HERITAGE", occupationCode, regionCodes: wordsOf(regions), listed: "NATIONAL", aliases: wordsOf(aliases),
  })),
];

const WORDS = CRAFTS.flatMap((craft) => [craft.zh, ...craft.aliases].map((word) => ({ craft, word }))).sort((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1));

export interface CraftMatch {
  key: string;
  /** the word of the text that named it */
  matched: string;
}

/** The crafts that a text names, each once, longest word first; a word inside one already taken does not count again. */
export function craftsIn(text: string): CraftMatch[] {
  const { wanted, before, bracketed } = partsOfTitle(text);
  let rest = `${before} ${wanted} ${bracketed}`;
  const found = new Map<string, string>();
  for (const { craft, word } of WORDS) {
    if (!rest.includes(word)) continue;
    rest = rest.replaceAll(word, " ");
    if (!found.has(craft.key)) found.set(craft.key, word);
  }
  return [...found].map(([key, matched]) => ({ key, matched }));
}
