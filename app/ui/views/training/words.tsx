import type { Name } from "#app/data/read-models/names.server.ts";
import type { ClassState } from "#app/domain/training/class-steps.ts";
import type { EnrolmentState } from "#app/domain/training/enrolment.ts";
import type { CertificateKind, SkillLevel } from "#app/domain/terms.ts";
import { Tag } from "../../components/tag.tsx";
import { useName, useT } from "../../i18n/context.tsx";
import { formatDayShort } from "../../i18n/format.ts";

export function ClassTag({ state }: { state: ClassState }) {
  const t = useT();
  return <Tag tone={state === "OPEN" || state === "RUNNING" ? "pine" : state === "CANCELLED" ? "danger" : "loess"}>{t(`training.state.${state}`)}</Tag>;
}

export function OwnTag({ state }: { state: EnrolmentState }) {
  const t = useT();
  return <Tag tone={state === "PASSED" || state === "ENROLLED" ? "pine" : state === "FAILED" ? "danger" : "loess"}>{t(`training.own.${state}`)}</Tag>;
}

/** What a course leads to, in one line. */
export function Leads({ of }: { of: { occupation: Name; kind: CertificateKind; level: SkillLevel | null } }) {
  const t = useT();
  const name = useName();
  return <>{name(of.occupation)}{of.level && ` ${t(`terms.skillLevel.${of.level}`)}`} · {t(`terms.certificateKind.${of.kind}`)}</>;
}

export function Range({ from, to }: { from: string; to: string }) {
  const t = useT();
  return <span className="num">{t("training.list.range", { from: formatDayShort(from), to: formatDayShort(to) })}</span>;
}

/** Where the pages of training lie, with the one shown last. */
export function TrainingLinks() {
  const t = useT();
  return <p className="chips notice-after"><a href="/bureau/training">{t("training.link.figures")}</a><a href="/bureau/training/needs">{t("needs.link")}</a><a href="/bureau/training/classes">{t("training.link.classes")}</a><a href="/bureau/training/bodies">{t("training.link.bodies")}</a><a href="/bureau/training/courses">{t("training.link.courses")}</a></p>;
}
