import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readCandidatesPage } from "#app/data/read-models/candidate-pages.server.ts";
import { readInTraining } from "#app/data/read-models/training-invitations.server.ts";
import { sharesContact } from "#app/domain/hiring/steps.ts";
import type { AppealFinding } from "#app/domain/post/appeal.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { findCandidates } from "#app/usecases/hiring/find-candidates.server.ts";
import { invitePerson } from "#app/usecases/hiring/invite.server.ts";
import { ErrorSummary, type FormState, LinkButton } from "../ui/components/form.tsx";
import { EmptyState, Notice, PageHead, Pagination, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { monthlyText } from "../ui/components/wage.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDayShort, formatYuan } from "../ui/i18n/format.ts";
import { findText } from "../ui/i18n/translate.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CandidateCard } from "../ui/views/candidate-card.tsx";
import { InTraining } from "../ui/views/needs/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "employer.candidates.title", { noIndex: true });

const PAGE_SIZE = 20;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const postId = ID_PATTERN.test(params.id ?? "") ? params.id! : "";
  // search away: the page goes on without those who fit now
  const live = await findCandidates(context.deps, actor, { postId }).catch((error: unknown) => {
    context.deps.logger.error({ requestId: context.requestId, error }, "candidates not found");
    return null;
  });
  const candidates = live?.ok ? live.value : { candidates: [], inCounty: 0, everywhere: 0 };
  const page = found(await readCandidatesPage(context.deps, actor, postId, candidates));
  const pages = Math.max(1, Math.ceil(page.proposed.length / PAGE_SIZE));
  const query = new URL(request.url).searchParams;
  const at = Math.min(pages, Math.max(1, Number(query.get("page")) || 1));
  return { ...page, inTraining: await readInTraining(context.deps.pool, postId), proposed: page.proposed.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE), at, pages, done: query.get("done") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const values = formValues(await readForm(request));
  const result = await invitePerson(context.deps, actor, { postId: params.id, personId: values.personId });
  if (!result.ok && result.problems.some((one) => one.code === "not-found" || one.code === "invalid")) throw new Response(null, { status: 404 });
  return result.ok ? redirect(`/employer/posts/${params.id}/candidates?done=invited`) : { values, problems: result.problems };
}

export default function Candidates() {
  const { post, inTraining, hirings, proposed, live, appeal, at, pages, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const full = post.filled >= post.openings;
  return (
    <>
      <PageHead title={t("employer.candidates.heading", { title: post.title })} lead={t("employer.candidates.says")} crumbs={[{ href: "/employer", text: t("employer.title") }, { text: post.title }]}>
        <p className="soft notice-after">{name(post.region)} · {monthlyText(post, t)} · {t("jobs.post.openingsValue", { openings: formatCount(post.openings), filled: formatCount(post.filled) })}</p>
        <div className="actions"><LinkButton kind="quiet" href={`/employer/posts/${post.id}/edit`}>{t("employer.form.titleEdit")}</LinkButton><a href={`/jobs/${post.id}`}>{t("employer.view")}</a>{!full && <a href="#appeal">{t("recruit.appeal.link")}</a>}</div>
      </PageHead>
      <InTraining of={inTraining} />
      {done === "invited" && !sent && <Notice><p>{t("recruit.hiring.invited")}</p></Notice>}
      {sent && <ErrorSummary form={sent} />}
      {hirings.length > 0 && (
        <Section title={t("recruit.hiring.inTouch")}>
          <Table
            cards
            caption={t("recruit.hiring.inTouch")}
            rows={hirings}
            rowKey={(one) => one.id}
            columns={[
              { key: "name", head: t("employer.arrivals.name"), rowHead: true, cell: (one) => <a href={`/employer/hiring/${one.id}`}>{sharesContact(one.state) ? one.nameMasked : t("recruit.hiring.somebody")}</a> },
              { key: "home", head: t("employer.arrivals.home"), cell: (one) => name(one.home) },
              { key: "state", head: t("employer.arrivals.state"), cell: (one) => <Tag tone={one.state === "HIRED" ? "pine" : undefined}>{t(`recruit.hiring.state.${one.state}`)}</Tag> },
              { key: "day", head: t("recruit.hiring.since"), number: true, cell: (one) => formatDayShort(one.updatedAt) },
            ]}
          />
        </Section>
      )}
      <Section title={t("recruit.hiring.proposed")}>
        {proposed.length === 0 ? <EmptyState title={t("employer.candidates.none")} /> : (
          <>
            <ol className="posts">{proposed.map((one) => <li key={one.matchId}><CandidateCard title={one.nameMasked} accepted={one.status === "ACCEPTED"} one={one} invite={one.status === "PROPOSED"} whyFor={post.id} /></li>)}</ol>
            <Pagination page={at} pages={pages} href={(next) => `?page=${next}`} />
          </>
        )}
      </Section>
      <Section title={t("recruit.hiring.live")} says={t("recruit.hiring.liveSays")}>
        {live.length === 0 ? <EmptyState title={t(full ? "recruit.hiring.full" : "recruit.hiring.nobody")} proposals={full ? [{ href: `/employer/posts/${post.id}/edit`, text: t("employer.form.titleEdit") }] : undefined} /> : <ol className="posts">{live.map((one) => <li key={one.personId}><CandidateCard title={t("recruit.hiring.somebody")} one={one} invite /></li>)}</ol>}
      </Section>
      {!full && <Section id="appeal" title={t("recruit.appeal.title")} says={t("recruit.appeal.says")}><Appeal findings={appeal} /></Section>}
    </>
  );
}

function Appeal({ findings }: { findings: AppealFinding[] }) {
  const t = useT();
  const locale = useLocale();
  const fen = (value: unknown) => (typeof value === "number" ? formatYuan(value) : "");
  return (
    <ul className="legend">
      {findings.map(({ key, params }) => {
        const counts = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === "number" ? formatCount(value) : value]));
        const within = typeof params.within === "string" ? t(`recruit.appeal.within.${params.within as "county"}`) : "";
        return <li key={key}>{findText(locale, `recruit.appeal.${key}`, { ...counts, pay: fen(params.payFen), median: fen(params.medianFen), within })}</li>;
      })}
    </ul>
  );
}

export const ErrorBoundary = PageError;
