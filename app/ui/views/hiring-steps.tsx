import type { HiringPage } from "#app/data/read-models/hiring-pages.server.ts";
import { useLocale, useT } from "../i18n/context.tsx";
import { formatDay, formatInstant } from "../i18n/format.ts";

/** Who said what, when, in order. */
export function HiringSteps({ steps }: { steps: HiringPage["steps"] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <ol className="legend">
      {steps.map((step) => (
        <li key={step.seq}>
          <strong>{t(`recruit.hiring.state.${step.kind}`)}</strong>{step.meetOn && <> · {formatDay(step.meetOn, locale)}</>}{step.note && <> · {step.note}</>}{" "}
          <span className="faint">{t("me.placement.saidBy", { role: t(`terms.role.${step.saidByRole}`) })} · {formatInstant(step.recordedAt, locale)}</span>
        </li>
      ))}
    </ol>
  );
}
