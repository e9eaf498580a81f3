import type { BoardView } from "#app/data/read-models/board.server.ts";
import { TILES } from "#app/domain/region/tiles.ts";
import type { PostCardFacts } from "../components/post-card.tsx";
import type { ShownReason } from "../components/reasons.tsx";
import type { TimelineLine } from "../components/timeline.tsx";

/** Made-up values for the style guide; nothing here is anybody's. */
export const SAMPLE_POSTS: PostCardFacts[] = [
  {
    id: "sample-1", title: "电焊工（持证优先，包吃住）", stream: "MARKET", employerName: "吕梁某机械厂（示例）", region: { zh: "山西省吕梁市临县", en: "Linxian, Lüliang, Shanxi" }, openingsLeft: 12,
    housing: true, meals: true, insurance: true, verified: true, agency: false, wageMinFen: 600_000, wageMaxFen: 850_000, wagePeriod: "MONTH", wageMonths: 13, monthlyMinFen: 650_000, monthlyMaxFen: 920_833,
  },
  {
    id: "sample-2", title: "村道硬化工程小工", stream: "WORKFARE", employerName: "某乡以工代赈项目部（示例）", region: { zh: "山西省大同市天镇县", en: "Tianzhen, Datong, Shanxi" }, openingsLeft: 30,
    housing: false, meals: true, insurance: false, verified: true, agency: false, wageMinFen: 18_000, wageMaxFen: 22_000, wagePeriod: "DAY", monthlyMinFen: 391_500, monthlyMaxFen: 478_500,
  },
  {
    id: "sample-3", title: "乡村保洁员", stream: "WELFARE", employerName: "某村民委员会（示例）", region: { zh: "山西省忻州市五台县", en: "Wutai, Xinzhou, Shanxi" }, openingsLeft: 2,
    housing: false, meals: false, insurance: true, verified: true, agency: false, wageMinFen: 178_000, wageMaxFen: 178_000, wagePeriod: "MONTH", monthlyMinFen: 178_000, monthlyMaxFen: 178_000,
  },
];

export const SAMPLE_REASONS: ShownReason[] = [
  { code: "occupation-exact", params: { occupation: "6-18-02-04" }, names: { occupation: { zh: "焊工", en: "Welder" } } },
  { code: "certificate-held", params: { occupation: "6-18-02-04", level: "INTERMEDIATE" }, names: { occupation: { zh: "焊工", en: "welder" } } },
  { code: "wage-meets-wish", params: { minFen: 650_000, maxFen: 850_000, wishFen: 500_000 } },
  { code: "distance-km", params: { km: 43 } },
  { code: "housing-offered" },
];

export const SAMPLE_REFUSALS: ShownReason[] = [
  { code: "certificate-missing", params: { occupation: "4-10-01-05", level: "JUNIOR" }, names: { occupation: { zh: "养老护理员", en: "elderly care worker" } } },
  { code: "too-far", params: { km: 612 } },
];

const line = (seq: number, kind: TimelineLine["kind"], happenedOn: string, more: Partial<TimelineLine> = {}): TimelineLine => ({
  id: `line-${seq}`, seq, kind, happenedOn, recordedAt: `${happenedOn}T02:12:00.000Z`, saidByRole: "SEEKER", evidence: "STATEMENT", evidenceRef: null, reason: null, rung: null,
  reversed: false, reversesSeq: null, seal: "q7Zk2MxA", ...more,
});

export const SAMPLE_LINES: TimelineLine[] = [
  line(1, "OFFERED", "2026-03-01", { saidByRole: "SYSTEM", evidence: "RUN" }),
  line(2, "ACCEPTED", "2026-03-02"),
  line(3, "ON_THE_JOB", "2026-03-09", { saidByRole: "AGENT", reversed: true, rung: 1 }),
  line(4, "REVERSED", "2026-03-09", { saidByRole: "AGENT", reversesSeq: 3, reason: "日期写错了，是 3 月 10 日。" }),
  line(5, "ON_THE_JOB", "2026-03-10", { saidByRole: "EMPLOYER", evidence: "CONTRACT", evidenceRef: "HT-2026-0310", rung: 4 }),
];

/** A spread of values over the tiles, by arithmetic, so that every band is seen. */
export const SAMPLE_TILES = TILES.map(({ code }, index) => ({
  code, name: { zh: code, en: code }, share: index % 9 === 4 ? null : ((index * 37) % 120) / 100, href: "#map",
}));

export const SAMPLE_MONTHS: BoardView["months"] = [2023, 2024, 2025, 2026].map((year, offset) => ({
  year, persons: [310, 620, 980, 540, 330, 260, 240, 290, 340, 280, 180, 120].map((persons, month) => (year === 2026 && month > 10 ? 0 : Math.round(persons * (0.82 + offset * 0.06)))),
}));
