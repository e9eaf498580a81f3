import { readInvited } from "#app/data/read-models/training-invitations.server.ts";
import { readTrainingNeed, readTrainingNeeds } from "#app/data/read-models/training-needs.server.ts";
import { type Asked, MOST_ROWS, sheetOf, type TableFile } from "../table-file.ts";

const level = ({ t }: Asked, one: { level: string | null; kind: string }) => (one.level ? t(`terms.skillLevel.${one.level as "JUNIOR"}`) : t(`terms.certificateKind.${one.kind as "TRAINING"}`));
const needOf = ({ deps, actor, query }: Asked) => readTrainingNeed(deps, actor, query.get("need") ?? "");

export const trainingNeeds: TableFile = {
  name: "training-needs",
  async read(asked) {
    const { deps, actor, query, t, name } = asked;
    const first = new URLSearchParams(query);
    first.delete("page");
    const found = await readTrainingNeeds(deps, actor, first, MOST_ROWS);
    return found && sheetOf(t("needs.title"), { rows: found.needs, total: found.total }, [
      [t("needs.table.county"), (one) => name(one.county)],
      [t("needs.filter.occupation"), (one) => name(one.occupation)],
      [t("needs.table.course"), (one) => level(asked, one)],
      [t("needs.table.expected"), (one) => one.expectedHundredths / 100],
      [t("needs.table.picked"), (one) => one.picked],
      [t("needs.table.openings"), (one) => one.openings],
      [t("needs.table.people"), (one) => one.people],
      [t("needs.table.first"), (one) => one.peopleFirst],
      [t("needs.table.wishing"), (one) => one.peopleWishing],
      [t("needs.table.classes"), (one) => one.classes],
      [t("needs.table.rate"), (one) => `${one.passPct}% × ${one.placedPct}% ${t(one.known ? "needs.table.known" : "needs.table.assumed")}`],
    ], [[t("needs.figures.unfilled"), found.run.unfilled], [t("needs.figures.asking"), found.run.asking], [t("needs.figures.bound"), found.run.bound]]);
  },
};

export const trainingNeedPosts: TableFile = {
  name: "training-need-posts",
  async read(asked) {
    const { t, name } = asked;
    const need = await needOf(asked);
    return need && sheetOf(t("needs.need.posts"), need.posts, [
      [t("needs.need.post"), (one) => one.title],
      [t("needs.need.employer"), (one) => one.employer],
      [t("needs.need.place"), (one) => name(one.county)],
      [`${t("needs.need.pay")} ↓`, (one) => (one.minFen === null ? null : { fen: one.minFen })],
      [`${t("needs.need.pay")} ↑`, (one) => (one.maxFen === null ? null : { fen: one.maxFen })],
      [t("needs.need.left"), (one) => one.openings],
      [t("needs.need.pick"), (one) => one.picked],
    ]);
  },
};

export const trainingNeedPeople: TableFile = {
  name: "training-need-people",
  async read(asked) {
    const { t, name } = asked;
    const need = await needOf(asked);
    return need && sheetOf(t("needs.need.people"), need.list, [
      [t("tables.seq"), (one) => one.nr],
      [t("needs.need.name"), (one) => one.nameMasked],
      [t("needs.need.home"), (one) => name(one.home)],
      [t("needs.need.first"), (one) => (one.first ? "✓" : null)],
      [t("needs.need.wishes"), (one) => (one.wishes ? "✓" : null)],
      [t("needs.need.picked"), (one) => (one.picked ? "✓" : null)],
      [t("needs.need.gain"), (one) => one.postTitle],
      [`${t("needs.need.pay")} ↓`, (one) => (one.minFen === null ? null : { fen: one.minFen })],
      [`${t("needs.need.pay")} ↑`, (one) => (one.maxFen === null ? null : { fen: one.maxFen })],
      [t("needs.need.posts2"), (one) => one.posts],
    ]);
  },
};

export const trainingInvitedClasses: TableFile = {
  name: "training-invited-classes",
  async read({ deps, actor, t, name }) {
    const found = await readTrainingNeeds(deps, actor, new URLSearchParams(), 1);
    return found && sheetOf(t("needs.classes.title"), found.classes, [
      [t("needs.classes.course"), (one) => one.title],
      [t("needs.classes.county"), (one) => name(one.county)],
      [t("training.plan.startsOn"), (one) => ({ day: one.startsOn })],
      [t("training.plan.lastOn"), (one) => ({ day: one.lastOn })],
      [t("needs.classes.invited"), (one) => one.invited],
      [t("needs.classes.accepted"), (one) => one.accepted],
      [t("needs.classes.declined"), (one) => one.declined],
      [t("needs.classes.state"), (one) => t(`training.state.${one.state}`)],
    ]);
  },
};

export const trainingInvitations: TableFile = {
  name: "training-invitations",
  async read({ deps, actor, query, t }) {
    const page = await readInvited(deps, actor, query.get("class") ?? "");
    return page && sheetOf(t("needs.invited.of", { title: page.title }), page.invited, [
      [t("tables.seq"), (one) => one.nr],
      [t("needs.invited.name"), (one) => one.nameMasked],
      [t("needs.invited.state"), (one) => t(`needs.invited.states.${one.state}`)],
      [t("needs.invited.own"), (one) => (one.enrolment ? t(`training.own.${one.enrolment}`) : null)],
      [t("needs.invited.post"), (one) => one.postTitle],
      [t("needs.invited.waits"), (one) => (one.end ? t(`needs.ends.${one.end}`) : t("needs.invited.still"))],
    ]);
  },
};
