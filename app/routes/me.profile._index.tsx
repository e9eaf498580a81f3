import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readProgress } from "#app/data/read-models/my-profile.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { LinkButton } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { StepBar } from "../ui/views/profile-step.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  return { progress: await readProgress(context.deps.pool, actor.personId ?? ""), saved: new URL(request.url).searchParams.has("saved") };
}

export default function Profile() {
  const { progress, saved } = useLoaderData<typeof loader>();
  const t = useT();
  const { next, done, left } = progress;
  return (
    <>
      <PageHead title={t("profile.heading")} lead={t("profile.lead")} crumbs={[{ href: "/me", text: t("me.title") }, { text: t("profile.title") }]}>
        {done.length === 0 && <p className="soft">{t("profile.minutes")}</p>}
        <StepBar progress={progress} />
        {next !== null && <p className="notice-after"><LinkButton href={`/me/profile/${next}`} size="big">{done.length === 0 ? t("profile.start") : t("profile.next", { step: t(`profile.step.${next}`) })}</LinkButton></p>}
      </PageHead>
      {saved && <Notice><p>{t("profile.saved")}</p></Notice>}
      {next === null && <div className="notice-after"><Notice kind="counted"><p>{t("profile.whole")}</p></Notice></div>}
      {([["missing", left], ["done", done]] as const).map(([key, steps]) => steps.length > 0 && (
        <Section key={key} title={t(`profile.${key}`)}>
          <ul className="step-list">
            {steps.map((step) => (
              <li key={step}>
                <span className="step-name">{key === "done" && "✓ "}{t(`profile.step.${step}`)}</span>
                <span className="step-good">{t(`profile.good.${step}`)}</span>
                <a className="button quiet small" href={`/me/profile/${step}`} aria-label={`${t(key === "done" ? "profile.change" : "profile.fill")} ${t(`profile.step.${step}`)}`}>{t(key === "done" ? "profile.change" : "profile.fill")}</a>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <p className="section"><a href="/me/privacy">{t("profile.links.privacy")}</a></p>
    </>
  );
}

export const ErrorBoundary = PageError;
