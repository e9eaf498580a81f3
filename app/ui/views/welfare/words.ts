import { faultOf } from "#app/domain/welfare/bank.ts";
import type { useT } from "../../i18n/context.tsx";

/** Why nothing came: ours in the reader's language, the bank's in its own words. */
export function failText(t: ReturnType<typeof useT>, reason: string): string {
  const fault = faultOf(reason);
  return fault === null ? reason : t(`welfare.sheets.account.${fault}`);
}
