import { readOperators } from "#app/data/read-models/operator-accounts.server.ts";
import { sheetOf, type TableFile } from "../table-file.ts";

export const operators: TableFile = {
  name: "operators",
  async read({ deps, actor, t, name }) {
    return sheetOf(t("operators.title"), await readOperators(deps, actor), [
      [t("operators.name"), (one) => one.displayName], [t("operators.username"), (one) => one.username], [t("operators.body"), (one) => one.body?.name ?? null], [t("operators.brand"), (one) => (one.brand ? name(one.brand.name) : null)],
      [t("operators.home"), (one) => name(one.home)], [t("operators.state"), (one) => t(`operators.states.${one.state}`)],
      [t("operators.last"), (one) => (one.invitation ? { at: one.invitation.createdAt } : null)], [t("operators.phone"), (one) => one.invitation?.phoneMasked ?? null],
    ]);
  },
};
