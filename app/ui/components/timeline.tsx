import type { ReactNode } from "react";
import type { EvidenceKind, PlacementEventKind } from "#app/domain/placement/types.ts";
import { RUNGS } from "#app/domain/placement/proof.ts";
import type { Role } from "#app/domain/terms.ts";
import { useLocale, useT } from "../i18n/context.tsx";
import { formatDay, formatInstant } from "../i18n/format.ts";

export interface TimelineLine {
  id: string;
  seq: number;
  kind: PlacementEventKind;
  happenedOn: string;
  recordedAt: string;
  saidByRole: Role;
  evidence: EvidenceKind;
  evidenceRef: string | null;
  reason: string | null;
  rung: number | null;
  reversed: boolean;
  reversesSeq: number | null;
  seal: string;
}

/** The ledger as it grew: what happened, who said so, on what proof. Lines taken back stay readable. */
export function Timeline<Line extends TimelineLine>({ lines, extra }: { lines: readonly Line[]; extra?: (line: Line) => ReactNode }) {
  const t = useT();
  const locale = useLocale();
  return (
    <ol className="timeline">
      {lines.map((line) => (
        <li key={line.id} className={line.reversed ? "taken-back" : undefined}>
          <h3>
            <span>{t(`terms.eventKind.${line.kind}`)}</span>
            <time className="day" dateTime={line.happenedOn}>{formatDay(line.happenedOn, locale)}</time>
            {line.reversed && <span className="day">{t("me.placement.reversed")}</span>}
          </h3>
          <p className="proof">
            <span>{t("me.placement.saidBy", { role: t(`terms.role.${line.saidByRole}`) })}</span>
            {line.evidence !== "NONE" && <span>{t("me.placement.evidence", { evidence: t(`terms.evidence.${line.evidence}`) })}</span>}
            {line.evidenceRef && line.evidence !== "RUN" && !line.evidenceRef.startsWith("check-in:") && <span>{line.evidenceRef.startsWith("dispatch:") ? t("dispatch.ledger") : line.evidenceRef.startsWith("fair:") ? t("fairs.ledger") : t("me.placement.ref", { ref: line.evidenceRef })}</span>}
            {line.reversesSeq !== null && <span>{t("me.placement.reverses", { seq: line.reversesSeq })}</span>}
          </p>
          {line.reason && <p className="prose">{line.reason}</p>}
          <p className="faint">{t("me.placement.recorded", { at: formatInstant(line.recordedAt, locale) })} · {t("me.placement.seal")} <span className="seal">{line.seal}</span></p>
          {extra?.(line)}
        </li>
      ))}
    </ol>
  );
}

/** How strong the proof of arrival is: the tick is on the rung it stands on; a word of the employer does not make the person's own. */
export function ProofLadder({ rung }: { rung: number }) {
  const t = useT();
  return (
    <ol className="ladder">
      {RUNGS.slice(1).map((name, index) => (
        <li key={name} className={rung > index ? "reached" : undefined} aria-current={rung === index + 1 ? "step" : undefined}>{rung === index + 1 ? "✓ " : ""}{t(`terms.rung.${name}`)}</li>
      ))}
    </ol>
  );
}
