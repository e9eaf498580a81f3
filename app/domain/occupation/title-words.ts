/** Said in titles to draw the eye; it is no part of any trade's name. */
const NOISE =
  /急招|急聘|急需|直招|直聘|诚聘|招聘(?!专员|师|顾问|经理|主管|助理|文员)|高薪|高收入|包吃包?住|包住|包食宿|五险一金|六险[一二]金|五险|双休|单休|年终奖|提成|无责|保底|底薪|轻松上手|长白班|不加班|不穿无尘服|月薪过万|月入过万|月均过万|收入过万|坐班|可?日结|周结|生熟手均可|学历不限|经验不限|大专学历|应届生?|实习生?|兼职|全职/g;
const BRACKETED = /[(（[【「<《][^)）\]】」>》]*[)）\]】」>》]?/g;
const WANTED = /招聘(?!专员|师|顾问|经理|主管|助理|文员)|诚聘|急招|急聘|直招/;

/** A title's parts, in small letters and half width: what is wanted, the firm or praise before 招聘, what stands in brackets. */
export interface TitleParts {
  wanted: string;
  before: string;
  bracketed: string;
}

/** `text` as it stands in an ad or a form; each part may be empty. */
export function partsOfTitle(text: string): TitleParts {
  const plain = text.normalize("NFKC").toLowerCase();
  const outside = plain.replace(BRACKETED, " ");
  const pieces = outside.split(WANTED);
  return { wanted: pieces.at(-1)!, before: pieces.slice(0, -1).join(" "), bracketed: (plain.match(BRACKETED) ?? []).join(" ") };
}

export function withoutNoise(text: string): string {
  return text.replace(NOISE, " ");
}

const BETWEEN = /[\s/、,;|·]+/;

/** 电工/焊工 is two phrases. */
export function phrasesOf(text: string): string[] {
  return text.split(BETWEEN);
}
