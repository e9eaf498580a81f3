import type { JourneyStep } from "#app/domain/placement/journey.ts";
import { useLocale, useT } from "../i18n/context.tsx";
import { formatDay } from "../i18n/format.ts";

function StepNote({ notes }: { notes: readonly (string | false | null)[] }) {
  const said = notes.filter(Boolean).join(" · ");
  return said === "" ? null : <p className="soft">{said}</p>;
}

/** The way from the first word to half a year on, as a line from the top down: a tick for what is done, an arrow for what is next. */
export function Journey({ steps }: { steps: readonly JourneyStep[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <ol className="journey">
      {steps.map((step, at) => {
        const coming = step.state === "next" || step.state === "later";
        const day = formatDay(step.on, locale);
        return (
          <li key={`${step.what}${at}`} className={step.state} aria-current={step.state === "next" ? "step" : undefined}>
            <p className="step">
              <strong>{t(`offers.journey.what.${step.what}`)}</strong>
              <time className="day" dateTime={step.on}>{coming ? t("offers.journey.by", { day }) : day}</time>
              {step.state !== "done" && <span className="tag">{t(`offers.journey.${step.state}`)}</span>}
            </p>
            <StepNote
              notes={[
                step.answer !== null && t(`offers.check.answer.${step.answer}`),
                step.saidBy !== null && step.saidBy !== "SYSTEM" && t("me.placement.saidBy", { role: t(`terms.role.${step.saidBy}`) }),
                step.evidence !== null && step.evidence !== "NONE" && step.evidence !== "RUN" && t("me.placement.evidence", { evidence: t(`terms.evidence.${step.evidence}`) }),
                step.note,
              ]}
            />
          </li>
        );
      })}
    </ol>
  );
}
