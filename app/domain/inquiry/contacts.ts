/** A way of reaching somebody outside this product, found in a text. */
export interface Contact {
  kind: "phone" | "chat" | "link" | "mail";
  /** the words in which it was found, as read */
  found: string;
}

const CHINESE_DIGITS: Readonly<Record<string, string>> = {
  零: "0", 〇: "0", 一: "1", 幺: "1", 壹: "1", 二: "2", 两: "2", 贰: "2", 三: "3", 叁: "3", 四: "4", 肆: "4", 五: "5", 伍: "5", 六: "6", 陆: "6", 七: "7", 柒: "7", 八: "8", 捌: "8", 九: "9", 玖: "9",
};
/** What may stand between the digits of a number that is spelled out: blanks, signs, at most three of them. */
const GAP = String.raw`[\s\p{P}\p{S}]{0,3}`;
const digits = (count: number) => String.raw`(?:${GAP}\d){${count}}`;
const PHONES = [
  new RegExp(String.raw`(?<!\d)(?:86${GAP})?1${GAP}[3-9]${digits(9)}(?!\d)`, "u"),
  new RegExp(String.raw`(?<!\d)[48]00${digits(7)}(?!\d)`, "u"),
  /(?<![\d.])0\d{2,3}[-\s()]{0,2}[2-9]\d{6,7}(?!\d)/,
  /(?<![\d.])(?!20\d{6}(?!\d))[2-9]\d{6,7}(?![\d元.])/,
];
const CHAT_NAME = String.raw`(?:微\s*信|薇\s*信|威\s*信|徽\s*信|[vV]\s*信|wechat|weixin|(?<![a-z])[vw]x(?![a-z])|(?<![a-z])qq(?![a-z])|扣扣|企鹅|抖音|快手|支付宝|钉钉)`;
const CHATS = [
  new RegExp(String.raw`${CHAT_NAME}\s*(?:(?:号码|号|群|id|账号)\s*)?(?:(?:是|为|[:：=])\s*)?(?:[a-z][-_a-z0-9]{4,19}|\d{5,12})`, "iu"),
  new RegExp(String.raw`(?:加|添加|扫|联系|搜)(?:一下|我|你|您|我的|咱|个|下)*\s*(?:${CHAT_NAME}|[vV](?![a-z])|好友|二维码)`, "iu"),
];
const MAIL = /[\w.+-]{1,64}\s*[@＠]\s*[\w-]+\s*[.点。]\s*[a-z]{2,}/i;
const LINKS = [
  /https?\s*[:：]\s*\/\/\S+/i,
  /www\s*[.。]\s*\S+/i,
  /[a-z0-9-]{2,64}\s*[.。点]\s*(?:com|cn|net|org|top|xyz|cc|vip|shop|link|me|io|app|site|club|info|ltd|work|fun|ink|pub|wang|tv)(?![a-z])/i,
];

/**
 * The first telephone number, chat account, mail address or link in a text, however it is dressed up: full-width or
 * circled figures, Chinese numerals, blanks and signs between the figures, o for 0 and l for 1. Null when there is none.
 * Pay ("4500-6000元"), days and times of day are none.
 */
export function findContact(text: string): Contact | null {
  const plain = text.normalize("NFKC").replace(/[\u200b-\u200f\u2060\ufeff]/g, "");
  const read = asDigits(plain);
  for (const pattern of [MAIL, ...LINKS]) {
    const found = pattern.exec(plain)?.[0];
    if (found) return { kind: pattern === MAIL ? "mail" : "link", found: found.trim() };
  }
  for (const pattern of CHATS) {
    const found = pattern.exec(plain)?.[0];
    if (found) return { kind: "chat", found: found.trim() };
  }
  for (const pattern of PHONES) {
    const found = pattern.exec(read);
    if (found) return { kind: "phone", found: plain.slice(found.index, found.index + found[0].length).trim() };
  }
  return null;
}

/** Numerals as figures, letters that stand in for figures too; as many characters as before. */
function asDigits(text: string): string {
  const numerals = text.replace(/[零〇一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖]/g, (one) => CHINESE_DIGITS[one]!);
  return numerals.replace(/(?<=\d)[oO]|[oO](?=\d)/g, "0").replace(/(?<=\d)[lI|]|[lI|](?=\d)/g, "1");
}
