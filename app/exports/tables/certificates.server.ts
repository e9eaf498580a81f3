import { LACKS } from "#app/data/certificates/certified.server.ts";
import { readCertified, readLacking } from "#app/data/read-models/certified-page.server.ts";
import { readEndingCertificates } from "#app/data/read-models/ending-certificates.server.ts";
import { readIssuer, readIssuers } from "#app/data/read-models/issuer-pages.server.ts";
import { workRegion } from "#app/platform/permissions.ts";
import { dayIn } from "#app/platform/web/day-query.ts";
import { allPages, type Asked, sheetOf, type TableFile } from "../table-file.ts";

const whatIs = ({ t, name }: Asked, one: { occupation: { zh: string; en: string }; level: string | null; kind: string }) =>
  [name(one.occupation), one.level && t(`terms.skillLevel.${one.level}` as "terms.skillLevel.SENIOR"), t(`terms.certificateKind.${one.kind}` as "terms.certificateKind.TRAINING")].filter(Boolean).join(" · ");

export const certified: TableFile = {
  name: "certified",
  async read({ deps, actor, query, t, name }) {
    const day = dayIn(query, deps.clock.today());
    const view = await readCertified(deps, actor, query.get("region") ?? workRegion(actor), day);
    const share = (part: number, whole: number) => ({ share: whole > 0 ? part / whole : 0 });
    return view && sheetOf(t("certificates.certified.title"), view.lines, [
      [t("certificates.certified.region"), (one) => name(one.region)],
      [t("certificates.certified.people"), (one) => one.people],
      [t("certificates.certified.monitored"), (one) => one.monitored],
      [t("certificates.certified.without"), (one) => one.withoutTraining],
      [t("certificates.certified.withoutShare"), (one) => share(one.withoutTraining, one.people)],
      [t("certificates.certified.with"), (one) => one.certified],
      [t("certificates.certified.withShare"), (one) => share(one.certified, one.people)],
      [t("certificates.certified.PROPER"), (one) => one.certified - one.withoutTraining],
      [t("certificates.certified.ANY"), (one) => one.people - one.certified],
    ], [[t("certificates.certified.day"), day], [t("certificates.certified.rule"), null]]);
  },
};

export const uncertifiedPeople: TableFile = {
  name: "uncertified-people",
  async read({ deps, actor, query, t, name }) {
    const lack = LACKS.find((one) => one === query.get("lack")) ?? "ANY";
    const day = dayIn(query, deps.clock.today());
    const at = (page: number, size: number) => readLacking(deps, actor, query.get("county") ?? "", { day, lack, page, size });
    if ((await at(1, 1)) === null) return null;
    const all = await allPages(async (page, size) => {
      const view = (await at(page, size))!;
      return { rows: view.people, total: view.total };
    });
    return sheetOf(t(`certificates.certified.${lack}`), all, [
      [t("board.countyPage.name"), (one) => one.nameMasked],
      [t("board.countyPage.home"), (one) => name(one.home)],
      [t("certificates.certified.group"), (one) => t(one.monitored ? "certificates.certified.isMonitored" : "certificates.certified.isLifted")],
    ], [[t("certificates.certified.day"), day]]);
  },
};

export const endingCertificates: TableFile = {
  name: "ending-certificates",
  async read(asked) {
    const { deps, actor, t, name } = asked;
    const all = await allPages(async (page, size) => {
      const view = await readEndingCertificates(deps, actor, page, size);
      return { rows: view.certificates, total: view.total };
    });
    return sheetOf(t("certificates.ending.title"), all, [
      [t("profile.bureau.holder"), (one) => one.nameMasked],
      [t("profile.bureau.home"), (one) => name(one.home)],
      [t("profile.bureau.certificate"), (one) => whatIs(asked, one)],
      [t("profile.bureau.issuer"), (one) => one.issuer],
      [t("profile.certificates.expiresOn"), (one) => one.expiresOn],
      [t("certificates.ending.left"), (one) => one.daysLeft],
      [t("certificates.ending.told"), (one) => one.told],
    ]);
  },
};

export const certificateIssuers: TableFile = {
  name: "certificate-issuers",
  async read({ deps, actor, t, name }) {
    return sheetOf(t("certificates.issuers.title"), await readIssuers(deps, actor), [
      [t("certificates.issuers.name"), (one) => one.name],
      [t("certificates.issuers.region"), (one) => name(one.region)],
      [t("certificates.issuers.kinds"), (one) => one.kinds.map((kind) => t(`terms.certificateKind.${kind}`)).join(t("certificates.issuers.comma"))],
      [t("certificates.issuers.until"), (one) => one.validTo ?? t("certificates.issuers.open")],
      [t("certificates.issuers.state"), (one) => t(`certificates.issuers.states.${one.state}`)],
      [t("certificates.issuers.issued"), (one) => one.issued],
      [t("certificates.issuers.revoked"), (one) => one.revoked],
    ]);
  },
};

export const issuedCertificates: TableFile = {
  name: "issued-certificates",
  async read(asked) {
    const { deps, actor, query, t, name } = asked;
    const at = (page: number, size: number) => readIssuer(deps, actor, query.get("issuer") ?? "", page, size);
    const first = await at(1, 1);
    if (first === null) return null;
    const all = await allPages(async (page, size) => {
      const view = (await at(page, size))!;
      return { rows: view.issued, total: view.total };
    });
    return sheetOf(first.issuer.name, all, [
      [t("profile.certificates.number"), (one) => one.number],
      [t("profile.bureau.holder"), (one) => one.nameMasked],
      [t("profile.bureau.home"), (one) => name(one.home)],
      [t("profile.bureau.certificate"), (one) => whatIs(asked, one)],
      [t("profile.certificates.issuedOn"), (one) => one.issuedOn],
      [t("profile.certificates.expiresOn"), (one) => one.expiresOn ?? t("me.noExpiry")],
      [t("me.state"), (one) => (one.revokedAt === null ? t("certificates.issuers.holds") : `${t("certificates.check.revoked")} ${one.revokedReason ?? ""}`)],
    ]);
  },
};
