import type { DispatchPage } from "#app/data/read-models/dispatch-pages.server.ts";
import type { DispatchState } from "#app/domain/dispatch/steps.ts";
import { type FormState } from "../../components/form.tsx";
import { useT } from "../../i18n/context.tsx";
import { SeatTag } from "./parts.tsx";

/** The list of those who come along, each with what can be said of them now. */
export function TickList({ people, state, form }: { people: DispatchPage["people"]; state: DispatchState; form: FormState }) {
  const t = useT();
  const tick = state === "BOARDING" ? "BOARDED" : state === "ARRIVED" ? "ARRIVED" : null;
  const left = state === "DEPARTED" || state === "ARRIVED";
  return (
    <ul className="tick-list">
      {people.map((one) => {
        const may = (tick === "BOARDED" && one.state === "YES") || (tick === "ARRIVED" && (one.state === "BOARDED" || one.state === "LEFT"));
        const labels = { name: one.nameMasked };
        return (
          <li key={one.id} data-seat={one.id}>
            <span className="num">{one.seat}</span>
            <span className="who"><strong>{one.nameMasked}</strong> <span className="soft num">{one.code}</span></span>
            <SeatTag state={one.state} />
            {may && tick && <form method="post" data-tick=""><input type="hidden" name="seatId" value={one.id} /><input type="hidden" name="tick" value={tick} /><button className="button" type="submit" aria-label={t(tick === "BOARDED" ? "dispatch.board.boardFor" : "dispatch.board.arriveFor", labels)}>{t(`dispatch.board.submit${tick}`)}</button></form>}
            {state === "BOARDING" && one.state === "BOARDED" && <form method="post"><input type="hidden" name="seatId" value={one.id} /><input type="hidden" name="tick" value="OFF" /><button className="button quiet small" type="submit" aria-label={t("dispatch.board.offFor", labels)}>{t("dispatch.board.off")}</button></form>}
            {left && one.state === "BOARDED" && (
              <form method="post" className="cell-form"><input type="hidden" name="seatId" value={one.id} /><input type="hidden" name="tick" value="LEFT" />
                <label className="visually-hidden" htmlFor={`left-${one.id}`}>{t("dispatch.board.leftWhy")}</label><input className="input short" id={`left-${one.id}`} name="reason" maxLength={200} placeholder={t("dispatch.board.leftWhy")} defaultValue={form.values.seatId === one.id ? String(form.values.reason ?? "") : ""} />
                <button className="button quiet small" type="submit" aria-label={t("dispatch.board.leftFor", labels)}>{t("dispatch.board.left")}</button></form>
            )}
          </li>
        );
      })}
    </ul>
  );
}
