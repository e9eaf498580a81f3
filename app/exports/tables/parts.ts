import { type Asked, type Sheet, sheetOf } from "../table-file.ts";

/** Parts of a whole with their shares, as beneath a stacked bar. */
export function partsSheet({ t }: Asked, { title, unit, parts, notes = [] }: { title: string; unit: string; parts: readonly { label: string; value: number }[]; notes?: Sheet["notes"] }): Sheet {
  const total = parts.reduce((sum, one) => sum + one.value, 0);
  return sheetOf(title, parts, [
    [title, (one) => one.label],
    [unit, (one) => one.value],
    [t("common.share"), (one) => ({ share: total > 0 ? one.value / total : 0 })],
  ], [...notes, [t("common.total"), total]]);
}
