import { readTrainingBodies, readTrainingCourses } from "#app/data/read-models/training-bodies.server.ts";
import { readAttendance, readTrainingClass, readTrainingClasses } from "#app/data/read-models/training-classes.server.ts";
import { readTrainingFigures } from "#app/data/read-models/training-figures.server.ts";
import { problemText } from "../../ui/i18n/context.tsx";
import { allPages, type Asked, sheetOf, type TableFile } from "../table-file.ts";

const dayOf = (day: string | null) => (day === null ? null : { day });
const share = (part: number, whole: number) => (whole === 0 ? null : { share: part / whole });
const classOf = ({ deps, actor, query }: Asked) => readTrainingClass(deps, actor, query.get("class") ?? "");

export const trainingFigures: TableFile = {
  name: "training-figures",
  async read({ deps, actor, query, t, name }) {
    const { by, rows, year } = await readTrainingFigures(deps, actor, { year: query.get("year"), by: query.get("by") });
    return sheetOf(`${t("training.title")} ${year}`, rows.filter((row) => by !== "county" || row.times > 0), [
      [t(`training.by.${by}`), (one) => (by === "county" ? (one.name ? name(one.name) : one.key) : by === "help" ? t(`training.help.${one.key as "LIFTED"}`) : Number(one.key))],
      [t("training.figures.times"), (one) => one.times],
      [t("training.figures.persons"), (one) => one.persons],
      [t("training.figures.passed"), (one) => one.passed],
      [t("training.figures.share"), (one) => share(one.passed, one.times)],
    ]);
  },
};

export const trainingBodies: TableFile = {
  name: "training-bodies",
  async read({ deps, actor, t, name }) {
    const { bodies, days, least } = await readTrainingBodies(deps, actor);
    const rated = (part: number, whole: number) => (whole < least ? null : share(part, whole));
    return sheetOf(t("training.bodies.title"), bodies, [
      [t("training.bodies.name"), (one) => one.name], [t("training.bodies.creditCode"), (one) => one.creditCode], [t("training.bodies.county"), (one) => name(one.county)],
      [t("training.bodies.validUntil"), (one) => dayOf(one.validUntil)], [t("training.list.state"), (one) => t(`training.bodies.${one.state}`)], [t("training.bodies.mayAssess"), (one) => t(one.mayAssess ? "training.bodies.yes" : "training.bodies.no")],
      [t("training.issuer.label"), (one) => one.issuer?.name ?? null], [t("training.rating.assessed"), (one) => one.assessed],
      [t("training.bodies.passed"), (one) => one.passed], [`${t("training.bodies.passed")} · ${t("training.rating.ofAll")}`, (one) => rated(one.passed, one.assessed)],
      [t("training.bodies.certified"), (one) => one.certified], [`${t("training.bodies.certified")} · ${t("training.rating.ofAll")}`, (one) => rated(one.certified, one.assessed)],
      [t("training.rating.looked", { days }), (one) => one.looked], [t("training.bodies.employed", { days }), (one) => one.employed], [`${t("training.bodies.employed", { days })} · ${t("training.rating.ofAll")}`, (one) => rated(one.employed, one.looked)],
    ], [[t("training.rating.least", { n: least }), least]]);
  },
};

export const trainingCourses: TableFile = {
  name: "training-courses",
  async read({ deps, actor, t, name }) {
    return sheetOf(t("training.courses.title"), await readTrainingCourses(deps, actor), [
      [t("training.courses.name"), (one) => one.title], [t("training.courses.county"), (one) => name(one.county)], [t("training.courses.occupation"), (one) => name(one.occupation)],
      [t("training.courses.kind"), (one) => t(`terms.certificateKind.${one.kind}`)], [t("training.courses.level"), (one) => (one.level ? t(`terms.skillLevel.${one.level}`) : null)],
      [t("training.courses.hours"), (one) => one.hours], [t("training.courses.cost"), (one) => ({ fen: one.costFen })],
    ]);
  },
};

export const trainingClasses: TableFile = {
  name: "training-classes",
  async read({ deps, actor, query, t, name }) {
    const all = await allPages(async (page, size) => {
      const asked = new URLSearchParams(query);
      asked.set("page", String(page));
      const { classes, total } = await readTrainingClasses(deps, actor, asked, size);
      return { rows: classes, total };
    });
    return sheetOf(t("training.list.title"), all, [
      [t("training.list.course"), (one) => one.title], [t("training.courses.occupation"), (one) => name(one.occupation)], [t("training.courses.kind"), (one) => t(`terms.certificateKind.${one.kind}`)],
      [t("training.courses.county"), (one) => name(one.county)], [t("training.list.place"), (one) => one.place], [t("training.list.body"), (one) => one.body], [t("training.plan.startsOn"), (one) => dayOf(one.startsOn)], [t("training.plan.lastOn"), (one) => dayOf(one.lastOn)],
      [t("training.plan.places"), (one) => one.places], [t("training.list.taken"), (one) => one.taken], [t("training.list.waiting"), (one) => one.waiting], [t("training.list.state"), (one) => t(`training.state.${one.state}`)],
    ]);
  },
};

export const trainingPeople: TableFile = {
  name: "training-people",
  async read(asked) {
    const { t } = asked;
    const page = await classOf(asked);
    return page && sheetOf(`${page.title} ${t("training.page.people")}`, page.there, [
      [t("training.page.name"), (one) => one.nameMasked], [t("training.page.helpHead"), (one) => t(`training.help.${one.help}`)], [t("training.page.stateHead"), (one) => t(`training.own.${one.state}`)],
      [t("training.page.attended"), (one) => one.halves / 2], [t("training.page.score"), (one) => one.score], [t("training.page.assessedOn"), (one) => dayOf(one.assessedOn)],
      [t("training.certificate.head"), (one) => (one.certificate === null ? null : t(`training.certificate.${one.certificate}`))],
    ]);
  },
};

export const trainingWaiting: TableFile = {
  name: "training-waiting",
  async read(asked) {
    const { t } = asked;
    const page = await classOf(asked);
    return page && sheetOf(`${page.title} ${t("training.list.waiting")}`, page.waitingList.map((one, at) => ({ ...one, rank: at + 1 })), [
      [t("training.page.rank"), (one) => one.rank], [t("training.page.name"), (one) => one.nameMasked], [t("training.page.helpHead"), (one) => t(`training.help.${one.help}`)],
    ]);
  },
};

export const trainingUncertified: TableFile = {
  name: "training-uncertified",
  async read(asked) {
    const { t, locale } = asked;
    const page = await classOf(asked);
    return page && sheetOf(`${page.title} ${t("training.certificate.queue")}`, page.there.filter((one) => one.certificate === "stuck"), [
      [t("training.page.name"), (one) => one.nameMasked], [t("training.page.assessedOn"), (one) => dayOf(one.assessedOn)], [t("training.certificate.why"), (one) => problemText(locale, { code: one.stop! })],
    ]);
  },
};

export const trainingAllowances: TableFile = {
  name: "training-allowances",
  async read(asked) {
    const { t } = asked;
    const page = await classOf(asked);
    return page?.sheet ? sheetOf(`${page.title} ${t("training.sheet.title")}`, page.sheet.lines, [
      [t("training.sheet.person"), (one) => one.nameMasked], [t("training.sheet.year"), (one) => one.year], [t("training.sheet.attended"), (one) => one.attendedHalves / 2], [t("training.sheet.paid"), (one) => one.paidHalves / 2], [t("training.sheet.amount"), (one) => ({ fen: one.amountFen })],
    ], [[t("training.sheet.total"), { fen: page.sheet.totalFen }]]) : null;
  },
};

/** Every day of the class that has entries, a column each. */
export const trainingAttendance: TableFile = {
  name: "training-attendance",
  async read(asked) {
    const { deps, actor, query, t } = asked;
    const found = await readAttendance(deps, actor, query.get("class") ?? "");
    return found && sheetOf(`${found.title} ${t("training.day.title")}`, found.people, [
      [t("training.page.name"), (one) => one.nameMasked],
      ...found.days.map((day) => [day, (one: (typeof found.people)[number]) => { const halves = one.days.get(day); return halves === undefined ? null : halves / 2; }] as const),
      [t("training.page.attended"), (one) => [...one.days.values()].reduce((sum, halves) => sum + halves, 0) / 2],
    ]);
  },
};
