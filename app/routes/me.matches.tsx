import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readMyWork, readSuiting } from "#app/data/read-models/my-work.server.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { DECLINE_REASONS, declineMatch } from "#app/usecases/matching/decline-match.server.ts";
import { findPosts } from "#app/usecases/matching/find-posts.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { Button, ChoiceGroup, emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Fold, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { ReasonList } from "../ui/components/reasons.tsx";
import { WageLine } from "../ui/components/wage.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { findText } from "../ui/i18n/translate.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { Offer } from "../ui/views/offer.tsx";

const SUITING_SHOWN = 5;

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "me.matches.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  const { proposal, earlier } = found(await readMyWork(context.deps, actor.personId ?? ""));
  const suiting = await findPosts(context.deps, actor, { limit: SUITING_SHOWN });
  return { proposal, earlier, declineReasons: [...DECLINE_REASONS], suiting: suiting.ok ? await readSuiting(context.deps.pool, suiting.value.posts) : [] };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  if (values.intent === "accept") {
    const accepted = await acceptPost(context.deps, actor, { postId: values.postId });
    return accepted.ok ? redirect(`/me/placements/${accepted.value.placementId}`) : { values, problems: accepted.problems };
  }
  const declined = await declineMatch(context.deps, actor, { matchId: values.matchId, reason: values.reason });
  return declined.ok ? redirect("/me/matches") : { values, problems: declined.problems };
}

export default function Matches() {
  const { proposal, earlier, declineReasons, suiting } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("me.matches.heading")} />
      <ErrorSummary form={form} />
      {proposal ? (
        <>
          <Offer match={proposal} />
          <form method="post" className="actions notice-after">
            <input type="hidden" name="postId" value={proposal.post.id} />
            <Button size="big" name="intent" value="accept">{t("me.matches.accept")}</Button>
            <a className="button quiet" href={`/jobs/${proposal.post.id}`}>{t("me.matches.more")}</a>
          </form>
          <p className="soft notice-after">{t("jobs.post.applySays")}</p>
          <div className="notice-after">
            <Fold summary={t("me.matches.declineHeading")} open={form.problems.length > 0}>
              <form method="post" className="stack">
                <input type="hidden" name="matchId" value={proposal.id} />
                <ChoiceGroup form={form} name="reason" kind="radio" legend={t("me.matches.decline")} hint={t("me.matches.declineSays")} options={declineReasons.map((reason) => ({ value: reason, text: t(`terms.declineReason.${reason}`) }))} />
                <Button kind="quiet" name="intent" value="decline">{t("me.matches.declineSend")}</Button>
              </form>
            </Fold>
          </div>
        </>
      ) : (
        <EmptyState title={t("me.matches.none")} says={t("me.nothing")} proposals={[{ href: "/jobs", text: t("me.nothingLink") }, { href: "/me/wish", text: t("me.wishEdit") }]} />
      )}
      {suiting.length > 0 && (
        <Section title={t("me.matches.suiting")} says={t("me.matches.suitingSays")}>
          <ul className="posts">
            {suiting.map((one) => (
              <li key={one.post.id}>
                <article className="post-card">
                  <h3><a href={`/jobs/${one.post.id}`}>{one.post.title}</a></h3>
                  <WageLine wage={one.post} />
                  <p className="who">{one.post.employerName} · {name(one.post.region)} · {t("me.matches.score", { score: one.score })}</p>
                  <Fold summary={t("me.matches.whyFits")}><ReasonList reasons={one.reasons} /></Fold>
                </article>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {earlier.length > 0 && (
        <Section title={t("me.matches.earlier")}>
          <ul className="posts">
            {earlier.map((match) => (
              <li key={match.id}>
                <article className="post-card">
                  <h3><a href={`/jobs/${match.post.id}`}>{match.post.title}</a></h3>
                  <WageLine wage={match.post} />
                  <p className="who">{match.post.employerName} · {formatDay(match.proposedAt, locale)} · {t(`terms.matchStatus.${match.status}`)}{match.declineReason && ` · ${t("me.matches.reason", { reason: findText(locale, `terms.declineReason.${match.declineReason}`) ?? match.declineReason })}`}</p>
                  <Fold summary={t("me.matches.why")}><ReasonList reasons={match.reasons} /><p><a href={`/matches/why?post=${match.post.id}`}>{t("why.link")}</a></p></Fold>
                </article>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
