/** Characters that the form below leaves as they are; most cells hold nothing else. */
const TIDY_ALREADY = /^[\u4e00-\u9fa5\x21-\x7e]*$/;

/** Half-width, single-spaced, trimmed: the form in which every parser of this folder reads a cell. */
export function tidy(text: string): string {
  if (TIDY_ALREADY.test(text)) return text;
  return text
    .normalize("NFKC")
    .replace(/[\u200b-\u200d\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** U+FFFD: the character was lost before the file came here. */
export function isDamaged(text: string): boolean {
  return text.includes("\ufffd");
}

const SAYS_NOTHING = new Set(["", "-", "--", "—", "——", "/", "\\", ".", "无", "暂无", "空", "null", "none", "nan", "n/a", "na", "未填写", "未填", "未知", "不详"]);

const LONGEST_NOTHING = Math.max(...[...SAYS_NOTHING].map((one) => one.length));

/** Whether a tidied cell is empty or holds one of the marks people leave in an empty cell. */
export function saysNothing(tidied: string): boolean {
  return tidied.length <= LONGEST_NOTHING && SAYS_NOTHING.has(tidied.toLowerCase());
}

const DIGITS: Record<string, number> = {
  零: 0, 〇: 0, 一: 1, 壹: 1, 二: 2, 贰: 2, 两: 2, 三: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5,
  六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
};
const UNITS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1_000, 仟: 1_000, 万: 10_000 };
const CHINESE_NUMBER = /[零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万]+/g;

/**
 * The value of a number written in Chinese characters, up to 九千九百九十九万: `五千` is 5000, `三千五` 3500,
 * `一万二` 12000, `十五` 15, `二〇二四` 2024. `null` when the characters do not make a number.
 */
export function parseChineseNumber(text: string): number | null {
  if (text === "") return null;
  if ([...text].every((c) => c in DIGITS)) return Number([...text].map((c) => DIGITS[c]).join(""));
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = 0;
  for (const c of text) {
    const unit = UNITS[c];
    if (unit === undefined) {
      const value = DIGITS[c];
      if (value === undefined || (digit !== null && digit !== 0)) return null;
      digit = value;
      if (value === 0) lastUnit = 0;
    } else if (unit === 10_000) {
      total += (section + (digit ?? 0)) * unit;
      if (total === 0) return null;
      [section, digit, lastUnit] = [0, null, unit];
    } else {
      if (digit === null && unit !== 10) return null;
      section += (digit ?? 1) * unit;
      [digit, lastUnit] = [null, unit];
    }
  }
  return total + section + (digit ?? 0) * (lastUnit > 1 ? lastUnit / 10 : 1);
}

/** `tidied` with its Chinese numbers turned into figures, but for a lone 千 or 万 that follows a figure. */
export function withFigures(tidied: string): string {
  return tidied.replace(CHINESE_NUMBER, (run, at: number) => {
    if (/^[百佰千仟万]/.test(run)) return run;
    const value = parseChineseNumber(run);
    return value === null || /\d/.test(tidied[at - 1] ?? "") ? run : String(value);
  });
}
