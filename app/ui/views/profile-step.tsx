import type { ReactNode } from "react";
import { PROFILE_STEPS, type ProfileProgress, type ProfileStep } from "#app/domain/profile/steps.ts";
import { Button, ErrorSummary, type FormState } from "../components/form.tsx";
import { Notice, PageHead } from "../components/page.tsx";
import { useT } from "../i18n/context.tsx";

/** Where a step's page is; without one the page that shows them all. */
export function stepHref(step: ProfileStep | null): string {
  return step === null ? "/me/profile?saved=1" : `/me/profile/${step}?saved=1`;
}

const GAP = 0.6;

/** One piece for each step, drawn full where it has an answer. */
export function StepBar({ progress }: { progress: ProfileProgress }) {
  const t = useT();
  const width = 100 / PROFILE_STEPS.length;
  const text = t("profile.bar", { done: progress.done.length, total: PROFILE_STEPS.length });
  return (
    <div className="progress-line">
      <svg className="chart bar" role="img" aria-label={text}>
        {PROFILE_STEPS.map((step, at) => <rect key={step} className={progress.done.includes(step) ? "fill" : "track"} x={`${at * width}%`} width={`${width - GAP}%`} height="100%" />)}
      </svg>
      <div className="progress-text"><span>{text}</span></div>
    </div>
  );
}

/** The frame of a step: where it stands, what it is good for, and what was wrong with what was sent. */
export function StepPage({ step, progress, form, saved, lead, children }: { step: ProfileStep; progress: ProfileProgress; form: FormState; saved: boolean; lead?: string; children: ReactNode }) {
  const t = useT();
  return (
    <>
      <PageHead title={t(`profile.${step}.heading`)} lead={lead} crumbs={[{ href: "/me", text: t("me.title") }, { href: "/me/profile", text: t("profile.title") }, { text: t(`profile.step.${step}`) }]}>
        <p className="soft step-where">{t("profile.stepOf", { n: PROFILE_STEPS.indexOf(step) + 1, total: PROFILE_STEPS.length })} · {t(`profile.good.${step}`)}</p>
        <StepBar progress={progress} />
      </PageHead>
      {saved && form.problems.length === 0 && <div className="notice-before"><Notice><p>{t("profile.saved")}</p></Notice></div>}
      <ErrorSummary form={form} />
      {children}
      <p className="section"><a href="/me/profile">{t("profile.all")}</a></p>
    </>
  );
}

/** Goes on from a step whose answer is what stands there already, if only nothing. */
export function GoOn({ children }: { children: ReactNode }) {
  return <form method="post" className="notice-after"><Button kind="quiet" size="big" name="intent" value="goOn">{children}</Button></form>;
}
