import type { SlotState } from "#app/domain/jobs/schedule.ts";

const BOX = 10;
const GAP = 2;
const HEIGHT = 22;

function Box({ state, x, y }: { state: SlotState; x: number; y: number }) {
  return (
    <g className={state}>
      <rect x={x + 0.5} y={y} width={BOX - 1} height={HEIGHT - 8} />
      {state === "missed" && <path d={`M${x + 2} ${y + 3}l${BOX - 4} ${HEIGHT - 14}m0 ${14 - HEIGHT}l${4 - BOX} ${HEIGHT - 14}`} />}
      {state === "failed" && <path d={`M${x + 2} ${y + HEIGHT - 11}l${BOX - 4} ${14 - HEIGHT}`} />}
    </g>
  );
}

/** One box, for the legend. */
export function RunMark({ state }: { state: SlotState }) {
  return <svg className="run-strip run-mark" aria-hidden="true" viewBox={`0 0 ${BOX} ${HEIGHT - 6}`} width={BOX * 1.2} height={(HEIGHT - 6) * 1.2}><Box state={state} x={0} y={1} /></svg>;
}

/** A box for each time something was due, oldest first: full when it was done, with a stroke when it failed, with a cross when it was not done. */
export function RunStrip({ slots, label, perRow = 24 }: { slots: readonly { dueAt: string; state: SlotState }[]; label: string; perRow?: number }) {
  const rows = Math.ceil(slots.length / perRow);
  return (
    <svg className="run-strip" role="img" aria-label={label} viewBox={`0 0 ${perRow * (BOX + GAP)} ${rows * HEIGHT}`} width={perRow * (BOX + GAP) * 1.6} height={rows * HEIGHT * 1.2}>
      {slots.map(({ dueAt, state }, at) => <Box key={dueAt} state={state} x={(at % perRow) * (BOX + GAP)} y={Math.floor(at / perRow) * HEIGHT + 3} />)}
    </svg>
  );
}
