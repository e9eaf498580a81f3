export const UNLAWFUL_RULES = ["sex", "ethnicity", "religion", "hukou", "health", "age", "deposit", "training-loan", "hype"] as const;
export type UnlawfulRule = (typeof UNLAWFUL_RULES)[number];

/** A phrase in a post that the law or the recruitment notice forbids, and which rule it breaks. */
export interface Finding {
  field: "title" | "description";
  phrase: string;
  rule: UnlawfulRule;
}

interface Pattern {
  rule: UnlawfulRule;
  /** one of these stands in every phrase: a text without any is not looked through, which imports by the million need */
  anchors: readonly string[];
  pattern: RegExp;
  /** the phrase itself says no to somebody: a "no" before it takes nothing back */
  refuses?: boolean;
  /** what stands before it in the sentence and makes it harmless */
  unless?: RegExp;
}

/** 男 or 女 said of the person sought, not of goods, rooms, patients or guests (女装, 女生宿舍, 女性健康), and not 男女. */
const SEX =
  "(?:男|女)(?![男女])(?!(?:性|生|士|士的|式|童|孩)?(?:装|鞋|袜|裤|裙|包|帽|表|款|科|厕|浴|宿舍|更衣|内衣|用品|健康|养生|护理|病|患|老人|老年|宾|客|乘|学员|主播经纪|婿|士衬))(?:性|生|士|工友|工|员工)?";
const SEXES = ["男", "女"] as const;
const PROVINCES = "北京|天津|河北|山西|内蒙古?|辽宁|吉林|黑龙江|东北|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆";
const PEOPLES = "少数民族|(?:回|藏|维|蒙|彝|苗|壮|满|朝|哈萨克|维吾尔|蒙古|朝鲜)(?:族|民)";
const ONLY = "(?:只招|只要|只收|仅招|仅限|限招|限|要求)";
const TURNED_AWAY = "(?:勿扰|勿投|免谈|除外|不要|不招|绕行)";
const FEES = "(?:押金|保证金|风险金|服装费|工装费|工作服费|体检费|资料费|报名费|建档费|中介费|介绍费|入职费|担保金)";
const PAPERS = "(?:证件|身份证|毕业证|驾驶证|驾照|银行卡|工资卡|社保卡)";

/**
 * Sources: 就业促进法 art. 26–31 (sex, ethnicity, religion, disability, carriers of infections, rural workers), 人社厅发〔2025〕60号
 * (no bias, no unlawful limits by hukou or origin; no "high pay", no "guaranteed hire"; 招转培 and 培训贷 banned), 劳动法
 * art. 15 (16 years), 劳动合同法 art. 9 (no deposits, no papers kept), 人力资源市场暂行条例 art. 24.
 */
const PATTERNS: readonly Pattern[] = [
  { rule: "sex", anchors: SEXES, pattern: new RegExp(`(?:${ONLY}|招聘?|诚聘|急聘|急招|招收)\\s*${SEX}`, "g") },
  { rule: "sex", anchors: SEXES, pattern: new RegExp(`${SEX}(?:者)?\\s*(?:优先|为主|佳)`, "g") },
  { rule: "sex", anchors: ["男", "女", "婚"], pattern: /男女比例|已婚已育|未婚(?:者?优先|[男女]性?)?|(?:男|女)(?:性|生|士|工友?)?\s*(?:[:：]\s*)?\d+\s*[名位人]/g },
  { rule: "sex", anchors: SEXES, pattern: new RegExp(`不(?:招|要|收|接受|考虑)\\s*${SEX}|${SEX}${TURNED_AWAY}`, "g"), refuses: true },
  { rule: "sex", anchors: ["怀孕", "生育", "结婚", "恋爱", "孕妇"], pattern: /(?:不准|不许|不得|不能|不可)(?:怀孕|生育|结婚|恋爱)|孕妇(?:勿扰|勿投|免谈|不要)/g, refuses: true },
  { rule: "sex", anchors: ["美女", "帅哥", "靓", "小姐姐", "小哥哥"], pattern: /(?:招聘?|聘|限|要)\s*(?:美女|帅哥|靓女|靓仔|小姐姐|小哥哥)/g },
  { rule: "sex", anchors: ["only", "Only", "ONLY", "preferred", "Preferred", "PREFERRED"], pattern: /\b(?:males?|females?|men|women|girls|boys)\s+(?:only|preferred)\b|\bonly\s+(?:men|women|males?|females?)\b/gi },
  { rule: "ethnicity", anchors: ["汉"], pattern: new RegExp(`${ONLY}\\s*汉(?:族|民)|汉族(?:者)?优先`, "g") },
  { rule: "ethnicity", anchors: ["少数民族", "族", "民"], pattern: new RegExp(`不(?:招|要|收|接受|考虑)\\s*(?:${PEOPLES})|(?:${PEOPLES})${TURNED_AWAY}`, "g"), refuses: true },
  { rule: "religion", anchors: ["教", "信徒", "穆斯林"], pattern: /不(?:招|要|收|接受|考虑)\s*(?:信教|信徒|教徒|穆斯林|有宗教信仰)|(?:信教|教徒|信徒|有宗教信仰)者?(?:勿扰|勿投|免谈|除外|不要)/g, refuses: true },
  { rule: "religion", anchors: ["宗教"], pattern: /(?:须|需|必须|要求)?无宗教信仰(?!要求|限制|上的)(?:者)?(?:优先)?/g, refuses: true },
  { rule: "hukou", anchors: ["户", "籍", "人"], pattern: new RegExp(`(?:${ONLY}|必须|须)\\s*(?:(?:有|是|为)\\s*)?(?:本地|本市|本省|本县|本村|城镇|农村|非农|(?:${PROVINCES})[省市]?)\\s*(?:户籍|户口|籍|人(?!民|才|力))|限户[籍口]`, "g") },
  { rule: "hukou", anchors: ["本地", "本市", "本省", "本县"], pattern: /(?:本地|本市|本省|本县)(?:人|户籍|户口)(?:者)?优先|本地(?:户口|户籍)/g, unless: /(?:办理?|落|迁|解决|协助|提供|转)$/ },
  { rule: "hukou", anchors: ["不招", "不要", "不收", "不接受", "不考虑", "勿", "免谈"], pattern: new RegExp(`不(?:招|要|收|接受|考虑)\\s*(?:外地|外省|外来|农村|${PROVINCES})(?:的?人(?!民|才)|籍|户[籍口]|员工|务工)|(?:外地|外省|外来|${PROVINCES})(?:的?人|籍)?(?:勿扰|勿投|免谈)`, "g"), refuses: true },
  { rule: "health", anchors: ["乙肝", "阳", "残疾", "残障", "携带者"], pattern: /不(?:招|要|收|接受|考虑)\s*(?:乙肝|病毒携带者|残疾|残障)|(?:须|需|要求)?(?:无|没有)(?:乙肝|大三阳|小三阳)|(?:残疾人?|乙肝(?:病毒)?携带者)(?:勿扰|勿投|免谈|不要)/g, refuses: true },
  { rule: "age", anchors: ["童工", "未成年", "未满"], pattern: /(?:招收?|用)\s*(?:童工|未成年|未满\s*1?[0-6]\s*周?岁)/g },
  { rule: "age", anchors: ["10", "11", "12", "13", "14", "15"], pattern: /(?<!\d)1[0-5]\s*(?:(?:周岁?|岁)\s*)?(?:以上|起|即可|[-~—–至到]\s*\d{2}\s*(?:周)?岁)(?!的?(?:儿童|孩子|小孩|少年|青少年|学生|学员|老))(?=[^年个月天]|$)/g, unless: /(?:工龄|驾龄|经验|照看|照顾|看护|教|辅导)\D{0,6}$/ },
  { rule: "deposit", anchors: ["金", "费"], pattern: new RegExp(`(?:交纳?|缴纳?|收取?|支付|垫付|扣除?|自付|承担)\\s*[^，。；,;、\\n]{0,4}?${FEES}(?:\\s*(?:[:：]\\s*)?\\d+(?:\\s*元)?)?|${FEES}\\s*(?:[:：]\\s*)?\\d+(?:\\s*元)?`, "g"), unless: /(?:客人|顾客|客户|房客|租客|住客|旅客|租金|租房|收银|前台|入住|退房|酒店|宾馆)[^。；\n]{0,12}$/ },
  { rule: "deposit", anchors: ["扣", "押", "收", "交"], pattern: new RegExp(`(?:扣|押|扣押|收取?|上交|交)\\s*(?:员工|本人)?${PAPERS}(?!复印|号|信息|照片)`, "g"), unless: /(?:客人|顾客|入住|登记|复印)[^。；\n]{0,8}$/ },
  { rule: "deposit", anchors: ["保管", "代管", "收存"], pattern: new RegExp(`${PAPERS}(?:原件)?\\s*(?:统一)?(?:交?由|交给?)\\s*(?!本人|自己|员工|客人|顾客)[^，。；,;、\\n]{0,6}?(?:保管|代管|收存)`, "g") },
  { rule: "training-loan", anchors: ["培训", "学费", "招转培", "贷款"], pattern: /培训贷|招转培|贷款(?:培训|学习)|学费分期|(?:交纳?|缴纳?|收取?|支付|自付|分期付?)\s*[^，。；,;、\n]{0,4}?(?:培训费|学费)|培训费用?\s*(?:自理|自付|自费)/g },
  { rule: "hype", anchors: ["高薪", "月入", "日入", "包", "保证", "百", "100%", "轻松", "日赚", "躺赚", "稳赚", "零风险", "uarantee", "UARANTEE"], pattern: /(?<!提)高薪|月入(?:过|上|超)?\s*(?:\d+\s*)?万|日入过千|包(?:就业|录用|分配)|考证包过|保证(?:录用|就业|入职)|(?:百分之?百|100%)\s*(?:录用|就业|入职)|轻松(?:赚钱|月入|过万)|日赚|躺赚|稳赚|零风险|high(?:est)? pay guaranteed|guaranteed (?:hire|job)/gi },
];

/** A "no" that reaches the phrase: 不收任何押金, 不限男女, 无需缴纳押金. */
const NEGATED = /(?:不|无需|无须|毋须|免|没有|严禁|禁止|拒绝|杜绝|谢绝)(?:任何|一切|各种|以任何名义|向(?:求职者|员工|个人)|另外?|额外|再|会|能|需要?|用|必|须|得|可|许|准|限|论|仅|只|存在|予)*$/;
const SENTENCE_END = /[。！？!?；;\n]/;

/** Every unlawful phrase in a title and description, quoted as written, in the order of the rules. An empty list means none was found. */
export function findUnlawful(post: { title: string; description: string }): Finding[] {
  const texts = (["title", "description"] as const).map((field) => ({ field, text: post[field].normalize("NFKC") }));
  const found = PATTERNS.flatMap((one) => texts.flatMap(({ field, text }) => matchesOf(one, text).map((phrase) => ({ field, phrase, rule: one.rule }))));
  return found
    .filter((one, at) => found.findIndex((other) => other.field === one.field && other.rule === one.rule && other.phrase.includes(one.phrase)) === at)
    .sort((a, b) => UNLAWFUL_RULES.indexOf(a.rule) - UNLAWFUL_RULES.indexOf(b.rule));
}

function matchesOf({ anchors, pattern, refuses, unless }: Pattern, text: string): string[] {
  if (!anchors.some((anchor) => text.includes(anchor))) return [];
  return [...text.matchAll(pattern)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 40), match.index).split(SENTENCE_END).at(-1) ?? "";
    if ((!refuses && NEGATED.test(before)) || unless?.test(before)) return [];
    return [match[0].trim()];
  });
}
