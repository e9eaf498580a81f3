import type { WishChange } from "#app/domain/matching/after-decline.ts";
import { Button } from "../components/form.tsx";
import { Notice } from "../components/page.tsx";
import { useT } from "../i18n/context.tsx";
import { formatCount, formatYuan } from "../i18n/format.ts";

/** A no is taken, and what it says about the wish is offered to be changed with one press. */
export function AfterDecline({ matchId, change }: { matchId: string; change: WishChange | null }) {
  const t = useT();
  const says = change === null ? t("offers.decline.other") : change.kind === "distance" ? t("offers.decline.distance", { km: formatCount(change.toKm) }) : change.kind === "wage" ? t("offers.decline.wage", { yuan: formatYuan(change.toFen) }) : t("offers.decline.seeking");
  return (
    <Notice>
      <p><strong>{t("offers.decline.thanks")}</strong></p>
      <p>{says}</p>
      <div className="actions">
        {change !== null && <form method="post"><input type="hidden" name="matchId" value={matchId} /><Button name="intent" value="adjust">{t("offers.decline.apply")}</Button></form>}
        <a className="button quiet" href="/me/wish">{t("offers.decline.edit")}</a>
      </div>
    </Notice>
  );
}
