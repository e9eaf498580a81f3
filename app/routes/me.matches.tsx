import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { declinedPair } from "#app/data/matching-facts/declined-pair.server.ts";
import { readHints } from "#app/data/read-models/hints.server.ts";
import { readMyWork, readSuiting, underWay } from "#app/data/read-models/my-work.server.ts";
import { orStandingYes } from "#app/data/read-models/standing-yes.server.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { DECLINE_REASONS, wishAfterDecline } from "#app/domain/matching/after-decline.ts";
import { declineMatch } from "#app/usecases/matching/decline-match.server.ts";
import { adjustWish } from "#app/usecases/matching/adjust-wish.server.ts";
import { findNearly } from "#app/usecases/matching/find-nearly.server.ts";
import { findPosts } from "#app/usecases/matching/find-posts.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { Button, ChoiceGroup, emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { ReasonList } from "../ui/components/reasons.tsx";
import { WageLine } from "../ui/components/wage.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { findText } from "../ui/i18n/translate.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { PlainPostChoice } from "../ui/views/brand/plain-choice.tsx";
import { AfterDecline } from "../ui/views/after-decline.tsx";
import { Hints } from "../ui/views/hints.tsx";
import { Offer } from "../ui/views/offer.tsx";

const SUITING_SHOWN = 5;

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "me.matches.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  const { proposal, earlier, wish, placements } = found(await readMyWork(context.deps, actor.personId ?? ""));
  const query = new URL(request.url).searchParams;
  const [suiting, nearly, declined] = await Promise.all([
    findPosts(context.deps, actor, { limit: SUITING_SHOWN }), findNearly(context.deps, actor, {}), declinedPair(context.deps, query.get("declined") ?? "", actor.personId ?? ""),
  ]);
  return {
    proposal, earlier, hasWish: wish !== null, current: underWay(placements)?.id ?? null, declineReasons: [...DECLINE_REASONS],
    suiting: (suiting.ok ? await readSuiting(context.deps.pool, suiting.value.posts) : []).filter((one) => one.post.id !== proposal?.post.id),
    hints: nearly.ok ? await readHints(context.deps.pool, nearly.value.hints) : [],
    declined: declined && { matchId: query.get("declined")!, change: wishAfterDecline(declined.reason, declined.person, declined.post) }, adjusted: query.get("done") === "wish",
  };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  if (values.intent === "accept") {
    const accepted = await acceptPost(context.deps, actor, { postId: values.postId, plain: values.plain });
    if (!accepted.ok && accepted.problems[0]?.code === "welfare-apply") return redirect(`/welfare/${String(values.postId)}`);
    const yes = await orStandingYes(context.deps, actor, String(values.postId), accepted);
    return yes.ok ? redirect(`/me/placements/${yes.value.placementId}`) : { values, problems: yes.problems };
  }
  if (values.intent === "adjust") {
    const adjusted = await adjustWish(context.deps, actor, { matchId: values.matchId });
    return adjusted.ok ? redirect("/me/matches?done=wish") : { values, problems: adjusted.problems };
  }
  const declined = await declineMatch(context.deps, actor, { matchId: values.matchId, reason: values.reason });
  return declined.ok ? redirect(`/me/matches?declined=${String(values.matchId)}`) : { values, problems: declined.problems };
}

export default function Matches() {
  const { proposal, earlier, hasWish, current, declineReasons, suiting, hints, declined, adjusted } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("me.matches.heading")} />
      <ErrorSummary form={form} />
      {proposal && <PlainPostChoice form={form} fields={{ intent: "accept", postId: proposal.post.id }} />}
      {adjusted && <Notice><p>{t("offers.decline.done")}</p></Notice>}
      {declined && <AfterDecline {...declined} />}
      {proposal ? (
        <>
          <Offer match={proposal} />
          <form method="post" className="actions notice-after">
            <input type="hidden" name="postId" value={proposal.post.id} />
            <Button size="big" name="intent" value="accept">{t("me.matches.accept")}</Button>
            <a className="button quiet" href={`/me/questions/${proposal.post.id}`}>{t("offers.ask.link")}</a>
            <a href={`/jobs/${proposal.post.id}`}>{t("me.matches.more")}</a>
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
        <EmptyState
          title={t("me.matches.none")}
          says={current !== null ? t("me.matches.placed") : hasWish ? t("me.nothing") : t("me.wishNone")}
          proposals={[
            ...(current !== null ? [{ href: `/me/placements/${current}`, text: t("me.currentLink") }] : []),
            ...(hasWish ? [] : [{ href: "/me/wish", text: t("me.wishFill") }]),
            { href: "/jobs", text: t("me.nothingLink") },
            ...(hasWish ? [{ href: "/me/wish", text: t("me.wishEdit") }] : []),
          ]}
        />
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
      {hints.length > 0 && <Section title={t("offers.hints.title")} says={t("offers.hints.says")}><Hints hints={hints} /></Section>}
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
