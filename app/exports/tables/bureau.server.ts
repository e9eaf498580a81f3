import { readWaitingCertificates } from "#app/data/read-models/bureau-certificates.server.ts";
import { readBureauEmployers } from "#app/data/read-models/bureau-employers.server.ts";
import { readBureauFlags } from "#app/data/read-models/bureau-flags.server.ts";
import { readBureauReports } from "#app/data/read-models/bureau-reports.server.ts";
import { readCareList } from "#app/data/read-models/care-pages.server.ts";
import { readQuestions } from "#app/data/read-models/inquiry-pages.server.ts";
import { EMPLOYER_STATUSES } from "#app/domain/employer/status.ts";
import { REPORT_STATUSES } from "#app/domain/post/report.ts";
import { flagWords } from "../../ui/views/flag-words.ts";
import { allPages, MOST_ROWS, sheetOf, type TableFile } from "../table-file.ts";

const orElse = (day: Date | null) => (day === null ? null : { at: day });

export const employers: TableFile = {
  name: "employers",
  async read({ deps, actor, query, t, name }) {
    const status = EMPLOYER_STATUSES.find((one) => one === query.get("status")) ?? null;
    const all = await allPages(async (page, size) => {
      const view = await readBureauEmployers(deps, actor, { status, page, size });
      return { rows: view.employers, total: status ? view.counts[status] : EMPLOYER_STATUSES.reduce((sum, one) => sum + view.counts[one], 0) };
    });
    return sheetOf(t("employer.bureau.title"), all, [
      [t("employer.bureau.name"), (one) => one.name],
      [t("employer.bureau.code"), (one) => one.creditCode],
      [t("employer.bureau.region"), (one) => name(one.region)],
      [t("employer.bureau.kind"), (one) => t(`terms.employerKind.${one.kind}`)],
      [t("employer.bureau.status"), (one) => t(`terms.employerStatus.${one.status}`)],
      [t("employer.bureau.verified"), (one) => orElse(one.verifiedAt)],
      [t("employer.bureau.recheck"), (one) => (one.reverifyBy === null ? null : { day: one.reverifyBy })],
      [t("employer.bureau.overdue"), (one) => t(one.overdue ? "common.yes" : "common.no")],
      [t("employer.bureau.posts"), (one) => one.openPosts],
    ]);
  },
};

export const postReports: TableFile = {
  name: "post-reports",
  async read({ deps, actor, query, t, name }) {
    const status = REPORT_STATUSES.find((one) => one === query.get("status")) ?? null;
    const all = await allPages(async (page, size) => {
      const view = await readBureauReports(deps, actor, { status, page, size });
      return { rows: view.reports, total: status ? view.counts[status] : REPORT_STATUSES.reduce((sum, one) => sum + view.counts[one], 0) };
    });
    return sheetOf(t("seek.reports.title"), all, [
      [t("seek.reports.post"), (one) => one.title],
      [t("seek.reports.employer"), (one) => one.employerName],
      [t("seek.reports.place"), (one) => name(one.place)],
      [t("seek.reports.reason"), (one) => t(`seek.report.reason${one.reason}`)],
      [t("seek.reports.detail"), (one) => one.detail],
      [t("seek.reports.at"), (one) => ({ at: one.recordedAt })],
      [t("seek.reports.status"), (one) => t(`seek.reports.${one.status}`)],
    ]);
  },
};

export const certificates: TableFile = {
  name: "certificates",
  async read({ deps, actor, t, name }) {
    const all = await allPages(async (page, size) => {
      const view = await readWaitingCertificates(deps, actor, page, size);
      return { rows: view.certificates, total: view.total };
    });
    return sheetOf(t("profile.bureau.title"), all, [
      [t("profile.bureau.holder"), (one) => one.nameMasked],
      [t("profile.bureau.home"), (one) => name(one.home)],
      [t("profile.bureau.certificate"), (one) => [name(one.occupation), one.level && t(`terms.skillLevel.${one.level}`), t(`terms.certificateKind.${one.kind}`)].filter(Boolean).join(" · ")],
      [t("profile.bureau.issuer"), (one) => one.issuer],
      [t("profile.bureau.at"), (one) => ({ at: one.recordedAt })],
      [t("profile.bureau.photos"), (one) => one.photos],
      [t("profile.bureau.again"), (one) => t(one.again ? "common.yes" : "common.no")],
    ]);
  },
};

export const careCases: TableFile = {
  name: "care-cases",
  async read({ deps, actor, query, t, name }) {
    const closed = query.get("closed") === "1";
    const all = await allPages(async (page, size) => {
      const list = await readCareList(deps, actor, { closed, page, size });
      return { rows: list.cases, total: closed ? list.counts.closed : list.counts.open };
    });
    return sheetOf(t("offers.care.title"), all, [
      [t("offers.care.kindHead"), (one) => t(`offers.care.kind.${one.kind}`)],
      [t("offers.care.person"), (one) => one.nameMasked],
      [t("offers.care.post"), (one) => one.post],
      [t("offers.care.employer"), (one) => one.employerName],
      [t("offers.care.place"), (one) => name(one.place)],
      [t("offers.care.opened"), (one) => ({ at: one.openedAt })],
      [t("offers.care.due"), (one) => ({ day: one.dueOn })],
      [t("offers.care.late"), (one) => t(one.overdue ? "common.yes" : "common.no")],
      [t("offers.care.outcomeHead"), (one) => (one.outcome ? t(`offers.care.outcome.${one.outcome}`) : null)],
    ]);
  },
};

export const questions: TableFile = {
  name: "questions",
  async read({ deps, actor, t }) {
    return sheetOf(t("offers.answer.title"), await readQuestions(deps, actor, MOST_ROWS), [
      [t("offers.answer.post"), (one) => one.title],
      [t("seek.reports.employer"), (one) => one.employerName],
      [t("offers.answer.state"), (one) => (one.waitingSince === null ? t("offers.ask.answered") : t("offers.ask.waiting"))],
      [t("offers.answer.overdue"), (one) => t(one.overdue ? "common.yes" : "common.no")],
      [t("offers.answer.last"), (one) => ({ at: one.updatedAt })],
    ]);
  },
};

export const ads: TableFile = {
  name: "ads",
  async read({ deps, actor, t, locale }) {
    return sheetOf(t("recruit.flags.title"), await readBureauFlags(deps, actor, MOST_ROWS), [
      [t("employer.bureau.name"), (one) => one.employer.name],
      [t("seek.reports.reason"), (one) => t(`recruit.flags.kind.${one.kind}`)],
      [t("seek.reports.detail"), (one) => flagWords(one, locale)],
      [t("seek.reports.post"), (one) => one.post?.title ?? null],
      [t("seek.reports.at"), (one) => ({ at: one.raisedAt })],
    ]);
  },
};
