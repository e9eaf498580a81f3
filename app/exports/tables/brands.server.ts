import { findBrand, keepsBrand } from "#app/data/brands/brands.server.ts";
import { readBrandCoverage } from "#app/data/read-models/brand-coverage.server.ts";
import { readBrandDesk, readBrandHistory } from "#app/data/read-models/brand-desk.server.ts";
import { readBrandUses } from "#app/data/read-models/brand-uses.server.ts";
import { readBrandPage, readBrands, readHealthView } from "#app/data/read-models/brand-pages.server.ts";
import { COVERAGES } from "#app/domain/brand/coverage.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { allPages, type Asked, sheetOf, type TableFile } from "../table-file.ts";
import { partsSheet } from "./parts.ts";

const dayOr = (day: string | null) => (day === null ? null : { day });
const joined = ({ t, name }: Asked, of: readonly { zh: string; en: string }[]) => of.map(name).join(t("common.listed"));

/** The brand asked for, where the actor keeps it. */
async function brandOf({ deps, actor, query }: Asked) {
  const id = query.get("brand") ?? "";
  const brand = ID_PATTERN.test(id) ? await findBrand(deps.db, id) : null;
  return brand !== null && keepsBrand(actor, brand) ? brand : null;
}

export const brands: TableFile = {
  name: "brands",
  async read(asked) {
    const { deps, t, name } = asked;
    return sheetOf(t("brands.bureau.list"), await readBrands(deps, { all: true }), [
      [t("brands.bureau.name"), (one) => name(one.name)], [t("brands.bureau.level"), (one) => t(`brands.level.${one.level}`)], [t("brands.bureau.home"), (one) => joined(asked, one.places)], [t("brands.bureau.occupations"), (one) => joined(asked, one.trades)],
      [t("brands.bureau.members"), (one) => one.members], [t("brands.bureau.places"), (one) => one.openPlaces], [t("brands.bureau.state"), (one) => t(`brands.state.${one.state}`)],
    ]);
  },
};

export const brandEmployers: TableFile = {
  name: "brand-employers",
  async read(asked) {
    const { deps, actor, query, t } = asked;
    const [brand, uses] = await Promise.all([brandOf(asked), readBrandUses(deps, actor, query.get("brand") ?? "")]);
    return brand && uses && sheetOf(`${brand.name} ${t("brands.use.employers")}`, uses, [
      [t("brands.use.employer"), (one) => one.name], [t("brands.use.creditCode"), (one) => one.creditCode], [t("brands.desk.standing"), (one) => t(`brands.use.state.${one.state}`)], [t("brands.mine.reason"), (one) => one.reason],
      [t("brands.use.note"), (one) => one.note], [t("brands.use.askedOn"), (one) => ({ at: one.askedAt })], [t("brands.use.decidedOn"), (one) => (one.decidedAt === null ? null : { at: one.decidedAt })], [t("brands.use.posts"), (one) => one.posts],
    ]);
  },
};

export const brandApplications: TableFile = {
  name: "brand-applications",
  async read({ deps, actor, query, t }) {
    const desk = await readBrandDesk(deps, actor, query.get("brand") ?? "");
    return desk && sheetOf(`${desk.brand.name} ${t("brands.desk.applications")}`, desk.applications, [
      [t("brands.desk.name"), (one) => one.nameMasked], [t("brands.desk.way"), (one) => t(`brands.way.${one.way}`)], [t("brands.desk.appliedOn"), (one) => ({ day: one.appliedAt.toISOString().slice(0, 10) })],
      [t("brands.desk.proof"), (one) => one.training], [t("brands.desk.testDay"), (one) => dayOr(one.testedOn)], [t("brands.desk.score"), (one) => one.testScore],
    ]);
  },
};

export const brandMembers: TableFile = {
  name: "brand-members",
  async read({ deps, actor, query, t }) {
    const [id, view] = [query.get("brand") ?? "", query.get("view")];
    const desk = await readBrandDesk(deps, actor, id);
    if (desk === null) return null;
    const all = await allPages(async (page, size) => {
      const more = await readBrandDesk(deps, actor, id, { view, page, size });
      return { rows: more === null || page > more.pages ? [] : more.members, total: more?.total ?? 0 };
    });
    return sheetOf(`${desk.brand.name} ${t("brands.desk.members")}`, all, [
      [t("brands.desk.name"), (one) => one.nameMasked], [t("brands.desk.number"), (one) => one.number], [t("brands.desk.level"), (one) => one.level], [t("brands.mine.term"), (one) => ({ day: one.validFrom })], [t("brands.desk.until"), (one) => dayOr(one.validTo)],
      [t("brands.desk.pledged"), (one) => dayOr(one.pledgedOn)], [t("brands.desk.standing"), (one) => t(`brands.standing.${one.standing}`)], [t("brands.mine.reason"), (one) => one.reason],
    ]);
  },
};

export const brandEvents: TableFile = {
  name: "brand-events",
  async read(asked) {
    const { deps, t } = asked;
    const brand = await brandOf(asked);
    return brand && sheetOf(`${brand.name} ${t("brands.desk.history")}`, (await readBrandHistory(deps, brand.id)).events, [
      [t("brands.bureau.day"), (one) => ({ day: one.happenedOn })], [t("brands.desk.steps"), (one) => t(`brands.event.${one.kind as "REGISTERED"}`)], [t("brands.mine.reason"), (one) => one.reason],
    ]);
  },
};

export const brandRecognitions: TableFile = {
  name: "brand-recognitions",
  async read(asked) {
    const { deps, t } = asked;
    const brand = await brandOf(asked);
    return brand && sheetOf(`${brand.name} ${t("brands.page.recognised")}`, (await readBrandPage(deps, brand.id))?.recognitions ?? [], [
      [t("brands.bureau.document"), (one) => one.documentNumber], [t("brands.bureau.by"), (one) => one.recognisedBy], [t("brands.bureau.day"), (one) => ({ day: one.recognisedOn })], [t("brands.bureau.revoke"), (one) => dayOr(one.revokedOn)], [t("brands.bureau.revokeReason"), (one) => one.revokedFor],
    ]);
  },
};

export const brandPay: TableFile = {
  name: "brand-pay",
  async read(asked) {
    const { deps, t, name } = asked;
    const brand = await brandOf(asked);
    return brand && sheetOf(`${brand.name} ${t("brands.health.premium")}`, (await readHealthView(deps, brand)).premiums, [
      [t("brands.health.trade"), (one) => name(one.occupation)], [t("brands.health.year"), (one) => one.year], [t("brands.health.place"), (one) => t(`terms.placeClass.${one.placeClass}`)],
      [t("brands.health.withBrand"), (one) => ({ fen: one.with.median })], [`${t("brands.health.withBrand")} ${t("brands.health.count")}`, (one) => one.with.count],
      [t("brands.health.without"), (one) => (one.without.count === 0 ? null : { fen: one.without.median })], [`${t("brands.health.without")} ${t("brands.health.count")}`, (one) => one.without.count],
      [`${t("brands.health.difference")} %`, (one) => one.pct ?? t("brands.health.tooFew")],
    ]);
  },
};

export const brandCounts: TableFile = {
  name: "brand-counts",
  async read(asked) {
    const { deps, t } = asked;
    const brand = await brandOf(asked);
    if (brand === null) return null;
    const { retention, complaints, balance, fewest } = await readHealthView(deps, brand);
    const rows = [
      [t("brands.health.retention"), retention.part], [`${t("brands.health.retention")} · ${t("brands.health.count")}`, retention.whole], [t("brands.health.reports"), complaints.reports], [t("brands.health.flags"), complaints.flags], [t("brands.health.placements"), complaints.placements],
      [t("brands.health.openPlaces"), balance.openPlaces], [t("brands.health.freeMembers"), balance.freeMembers], [t("brands.health.allMembers"), balance.members],
    ] as const;
    return sheetOf(`${brand.name} ${t("brands.desk.health")}`, rows, [[t("brands.health.item"), ([label]) => label], [t("brands.health.count"), ([, value]) => value]], [[t("brands.health.tooFew"), fewest]]);
  },
};

export const brandAges: TableFile = {
  name: "brand-ages",
  async read(asked) {
    const { deps, t } = asked;
    const brand = await brandOf(asked);
    return brand && sheetOf(`${brand.name} ${t("brands.health.ages")}`, (await readHealthView(deps, brand)).ages.bands, [[t("brands.health.band"), (one) => t("brands.health.bandFrom", { from: one.from })], [t("brands.health.people"), (one) => one.count]]);
  },
};

export const brandSupply: TableFile = {
  name: "brand-supply",
  async read(asked) {
    const { deps, t } = asked;
    const brand = await brandOf(asked);
    return brand && sheetOf(`${brand.name} ${t("brands.health.supply")}`, (await readHealthView(deps, brand)).supply, [
      [t("brands.health.on"), (one) => ({ day: one.on })], [t("brands.health.start"), (one) => one.start], [t("brands.health.retiring"), (one) => one.retiring], [t("brands.health.ending"), (one) => one.ending], [t("brands.health.admitted"), (one) => one.admitted], [t("brands.health.left"), (one) => one.left],
    ]);
  },
};

export const brandCoverage: TableFile = {
  name: "brand-coverage",
  async read(asked) {
    const { deps, query, t, name } = asked;
    const { rows, brands: named, counted } = await readBrandCoverage(deps, query.get("of"));
    const list = (ids: readonly string[]) => joined(asked, ids.flatMap((id) => named[id] ?? []));
    return sheetOf(t("brands.coverage.title"), rows, [
      [t("brands.coverage.county"), (one) => name(one.name)], [t("brands.coverage.city"), (one) => name(one.cityName)], [t("brands.coverage.nearest"), (one) => t(`brands.coverage.is.${one.coverage}`)],
      [t("brands.level.COUNTY"), (one) => list(one.own)], [t("brands.level.CITY"), (one) => list(one.city)], [t("brands.level.FIRM"), (one) => list(one.firm)], [t("brands.level.PROVINCE"), (one) => list(one.province)],
    ], [[t("brands.coverage.own"), counted.own], [t("brands.coverage.withCity"), counted.withCity]]);
  },
};

export const brandCoverageLevels: TableFile = {
  name: "brand-coverage-levels",
  async read(asked) {
    const { deps, query, t } = asked;
    const { rows } = await readBrandCoverage(deps, query.get("of"));
    return partsSheet(asked, { title: t("brands.coverage.nearest"), unit: t("brands.coverage.unit"), parts: COVERAGES.map((one) => ({ label: t(`brands.coverage.is.${one}`), value: rows.filter((row) => row.coverage === one).length })) });
  },
};
