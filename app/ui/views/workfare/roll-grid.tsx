import type { RollView } from "#app/data/read-models/muster-pages.server.ts";
import { yuanText } from "#app/domain/money.ts";
import { QUARTERS } from "#app/domain/workfare/roll.ts";
import { Tag } from "../../components/tag.tsx";
import { useName, useT } from "../../i18n/context.tsx";
import { formatDays, formatFen } from "../../i18n/format.ts";
import { quarterText } from "./roll-lines.ts";

type Values = Record<string, string | string[] | undefined>;

/** A roll as a sheet: a line for each worker, a cell for each day; on a phone a block for each worker. Read only where `writes` is false. */
export function RollGrid({ view, values, writes }: { view: RollView; values: Values; writes: boolean }) {
  const t = useT();
  const name = useName();
  return (
    <ol className="muster">
      {view.people.map((one) => (
        <li key={one.personId} data-person={one.personId}>
          <p className="who"><strong>{one.nr} · {one.nameMasked}</strong> <span className="soft">{name(one.village)}</span> {one.part !== "WORKER" && <Tag>{t(`workfare.part.${one.part}`)}</Tag>}</p>
          <div className="cells">
            {view.days.map((day) => {
              const cell = `q-${one.personId}-${day}`;
              const stored = one.days[day] ?? 0;
              return (
                <label key={day} className={stored > 0 ? "cell worked" : "cell"} htmlFor={`d-${one.personId}-${day}`}>
                  <span>{Number(day.slice(5, 7))}/{Number(day.slice(8))}</span>
                  {writes ? (
                    <select id={`d-${one.personId}-${day}`} name={cell} defaultValue={String(values[cell] ?? stored)} aria-label={`${one.nr} ${one.nameMasked} ${day}`}>
                      {QUARTERS.map((quarters) => <option key={quarters} value={quarters}>{quarterText(quarters)}</option>)}
                    </select>
                  ) : <strong id={`d-${one.personId}-${day}`}>{quarterText(stored)}</strong>}
                </label>
              );
            })}
          </div>
          <p className="sum">
            {writes ? (
              <label>{t("workfare.roll.rate")} <input className="input short" id={`rate-${one.personId}`} name={`rate-${one.personId}`} defaultValue={String(values[`rate-${one.personId}`] ?? yuanText(one.rateFen))} inputMode="decimal" maxLength={10} aria-label={`${t("workfare.roll.rate")} ${one.nr} ${one.nameMasked}`} /></label>
            ) : <span>{t("workfare.roll.rate")} {formatFen(one.rateFen)}</span>}
            <span className="num">{t("workfare.roll.sum", { days: formatDays(one.quarters), yuan: formatFen(one.payFen) })}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Whether the chain of a roll holds and the ledger of paid days says the same: in words, with a mark. */
export function ChainBadge({ view }: { view: Pick<RollView, "brokenAt" | "booked" | "entered" | "roll"> }) {
  const t = useT();
  const { brokenAt, booked, entered, roll } = view;
  if (brokenAt !== null) return <p className="notice danger" role="alert"><strong>✕ {brokenAt === 0 ? t("workfare.chain.cut") : t("workfare.chain.broken", { seq: brokenAt })}</strong></p>;
  return (
    <p className="tags">
      <Tag tone="pine">✓ {t("workfare.chain.whole", { n: roll.lastSeq })}</Tag>
      {booked !== null && <Tag tone={booked === entered ? "pine" : "danger"}>{booked === entered ? `✓ ${t("workfare.chain.tallies", { n: booked })}` : `✕ ${t("workfare.chain.differs", { booked, entered })}`}</Tag>}
      {roll.lastHash !== "" && <span className="seal faint">{t("workfare.chain.seal")} {roll.lastHash.slice(0, 12)}</span>}
    </p>
  );
}
