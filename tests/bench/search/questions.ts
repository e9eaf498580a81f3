import { soundOf, syllablesOf } from "#search/documents/han.ts";
import { NO_FILTERS, type PostSearchParams } from "#search/queries/params.ts";
import { randomFor, SUBJECT } from "#prisma/seed/generate/random.ts";

const MISTYPED: readonly string[] = ["电汗工", "保按", "厨帅", "挖掘几", "加政", "叉车斯机", "月少", "护里员"];
const PLACES: readonly string[] = ["临县", "太原", "taiyuan", "晋中", "上海", "吕梁市", "大同"];
const NOTHING: readonly string[] = ["卫星发射员", "qwxzkj", "潜水焊接教练", "宇航"];
const TOWNS: readonly string[] = ["141124101", "140105", "140222", "141181"];
const CERTIFICATE = "6-18-02-04";

type Kind = "browse" | "words" | "sound" | "letters" | "mistyped" | "place" | "filters" | "by pay" | "by distance" | "by date" | "further pages" | "nothing";
/** How often each kind is asked, of a hundred: plain words most, what finds nothing now and then. */
const MIX: readonly (readonly [Kind, number])[] = [
  ["browse", 8], ["words", 30], ["sound", 8], ["letters", 6], ["mistyped", 6], ["place", 12], ["filters", 12], ["by pay", 5], ["by distance", 5], ["by date", 3], ["further pages", 3], ["nothing", 2],
];

export interface Question {
  kind: Kind;
  params: PostSearchParams;
}

/** What seekers ask, in the mix above, the same for the same titles and seed. */
export function questionsOf(titles: readonly string[], count: number, seed: number): Question[] {
  const random = randomFor(seed, SUBJECT.FACTORY);
  const kinds = MIX.flatMap(([kind, share]) => Array.from({ length: share }, () => kind));
  const title = () => random.pick(titles);
  const make: Record<Kind, () => Partial<PostSearchParams>> = {
    browse: () => ({}),
    words: () => ({ q: title() }),
    sound: () => ({ q: soundOf(title()) }),
    letters: () => ({ q: lettersOf(title()) }),
    mistyped: () => ({ q: random.pick(MISTYPED) }),
    place: () => ({ q: `${random.pick(PLACES)} ${title()}` }),
    filters: () => ({
      ...(random.chance(0.7) ? { q: title() } : {}), housing: random.chance(0.5), monthly: random.chance(0.3), verified: random.chance(0.3),
      wage: random.pick([null, 4_000, 5_000, 6_000]), cert: random.pick([null, "none", CERTIFICATE]), region: random.pick([null, "141100", "140100", "110000", "140105"]),
      education: random.pick([null, "JUNIOR"] as const), stream: random.chance(0.2) ? ["MARKET"] : [],
    }),
    "by pay": () => ({ q: random.chance(0.5) ? title() : "", sort: "wage" }),
    "by distance": () => ({ q: random.chance(0.5) ? title() : "", sort: "distance", near: random.pick(TOWNS) }),
    "by date": () => ({ q: title(), sort: "date" }),
    "further pages": () => ({ q: random.chance(0.5) ? title() : "", page: random.int(2, 20) }),
    nothing: () => ({ q: random.pick(NOTHING) }),
  };
  return Array.from({ length: count }, () => {
    const kind = random.pick(kinds);
    return { kind, params: { ...NO_FILTERS, ...make[kind]() } };
  });
}

/** 电焊工 → dhg */
function lettersOf(text: string): string {
  return Array.from(text.matchAll(/\p{Script=Han}+/gu), ([run]) => syllablesOf(run).map((syllable) => syllable[0] ?? "").join("")).join("");
}
