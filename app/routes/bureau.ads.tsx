import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type BureauFlag, readBureauFlags } from "#app/data/read-models/bureau-flags.server.ts";
import { formValues, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { closeFlag } from "#app/usecases/posts/close-flag.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { tableFile, TableFileLink } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { flagWords } from "../ui/views/flag-words.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "recruit.flags.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  return { flags: await readBureauFlags(context.deps, actor), done: new URL(request.url).searchParams.get("done") === "1" };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const result = await closeFlag(context.deps, actor, values);
  orNotFound(result);
  return result.ok ? redirect("/bureau/ads?done=1") : { values, problems: result.problems.map((one) => ({ ...one, field: `note-${String(values.flagId)}` })) };
}

export default function BureauAds() {
  const { flags, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("recruit.flags.title")} lead={t("recruit.flags.says")} crumbs={[{ href: "/bureau/employers", text: t("employer.bureau.title") }, { text: t("recruit.flags.title") }]} />
      {done && !sent && <Notice><p>{t("recruit.flags.done")}</p></Notice>}
      {sent && <ErrorSummary form={sent} />}
      {flags.length === 0 ? (
        <EmptyState title={t("recruit.flags.none")} />
      ) : (
        <ul className="posts">
          {flags.map((flag) => (
            <li key={flag.id}>
              <article className="stack">
                <h2><a href={`/bureau/employers/${flag.employer.id}`}>{flag.employer.name}</a> <Tag tone={flag.kind === "NO_HIRE" ? "danger" : "loess"}>{t(`recruit.flags.kind.${flag.kind}`)}</Tag></h2>
                <Facts flag={flag} />
                <p className="faint">{t("recruit.flags.raised", { day: formatDay(flag.raisedAt, locale) })}</p>
                <form method="post">
                  <input type="hidden" name="flagId" value={flag.id} />
                  <Field form={sent?.values.flagId === flag.id ? { values: sent.values, problems: sent.problems.map((one) => ({ ...one, field: "note" })) } : emptyForm()} name="note" id={`note-${flag.id}`} maxLength={300} label={t("recruit.flags.note")} />
                  <p className="notice-after"><Button kind="quiet" size="small">{t("recruit.flags.close")}</Button></p>
                </form>
              </article>
            </li>
          ))}
        </ul>
      )}
      {flags.length > 0 && <TableFileLink file={tableFile("ads")} of={t("recruit.flags.title")} />}
    </>
  );
}

function Facts({ flag }: { flag: BureauFlag }) {
  const t = useT();
  const locale = useLocale();
  if (flag.kind === "NO_HIRE") return <p>{flagWords(flag, locale)}</p>;
  return (
    <p>
      {t("recruit.flags.copy", { percent: Number(flag.facts.percent) })} {flag.post && <a href={`/jobs/${flag.post.id}`}>{flag.post.title}</a>}
      {flag.other && <> ↔ <a href={`/jobs/${flag.other.id}`}>{flag.other.title}</a> · {flag.other.employerName}</>}
    </p>
  );
}

export const ErrorBoundary = PageError;
