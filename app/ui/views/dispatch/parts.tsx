import type { DispatchState, SeatState } from "#app/domain/dispatch/steps.ts";
import type { YearResult } from "#app/domain/agreement/agreement.ts";
import { Bars } from "../../charts/bars.tsx";
import { Tag } from "../../components/tag.tsx";
import { useT } from "../../i18n/context.tsx";
import { formatCount } from "../../i18n/format.ts";

export function StateTag({ state }: { state: DispatchState }) {
  const t = useT();
  return <Tag tone={state === "CANCELLED" ? "danger" : state === "OPEN" || state === "BOARDING" || state === "DEPARTED" ? "pine" : "loess"}>{t(`dispatch.state.${state}`)}</Tag>;
}

export function SeatTag({ state }: { state: SeatState }) {
  const t = useT();
  return <span data-state=""><Tag tone={state === "NO_SHOW" || state === "LEFT" ? "danger" : state === "YES" || state === "BOARDED" || state === "ARRIVED" ? "pine" : "loess"}>{t(`dispatch.seat.${state}`)}</Tag></span>;
}

/** Where the pages of this part lie. */
export function DispatchLinks() {
  const t = useT();
  return <p className="chips notice-after"><a href="/bureau/dispatches">{t("dispatch.links.dispatches")}</a><a href="/bureau/agreements">{t("dispatch.links.agreements")}</a><a href="/bureau/stations">{t("dispatch.links.stations")}</a></p>;
}

/** Each year's result against its quota, a bar each; the table beneath has the same figures. */
export function QuotaBars({ years }: { years: readonly Pick<YearResult, "year" | "quota" | "people">[] }) {
  const t = useT();
  const drawn = years.filter((one) => one.quota !== null);
  if (drawn.length === 0) return null;
  return (
    <Bars label={t("dispatch.agreement.chart")} most={1} bars={drawn.map((one) => ({
      key: String(one.year), label: String(one.year), value: one.people / one.quota!, text: t("dispatch.agreement.ofQuota", { n: formatCount(one.people), quota: formatCount(one.quota!) }),
    }))} />
  );
}
