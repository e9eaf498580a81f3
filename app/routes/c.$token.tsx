import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readCheckInLink } from "#app/data/read-models/check-in-pages.server.ts";
import { guestActor } from "#app/platform/actor.ts";
import { formValues, readForm } from "#app/platform/web/guards.server.ts";
import { answerCheckIn } from "#app/usecases/checkins/answer-check-in.server.ts";
import { emptyForm, ErrorSummary, type FormState, LinkButton } from "../ui/components/form.tsx";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CheckInAnswers, useQuestion } from "../ui/views/check-in.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "offers.check.title", { noIndex: true });
export const headers = () => ({ "Cache-Control": "no-store" });

/** Reading records nothing: messages are opened by programs that look at links before people do. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = await readCheckInLink(context.deps, params.token ?? "");
  return json({ asked, done: new URL(request.url).searchParams.get("done"), today: context.deps.clock.today() }, { status: asked === null ? 404 : 200 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { answer, day } = formValues(await readForm(request));
  const result = await answerCheckIn(context.deps, guestActor("check-in link", context.requestId), { token: params.token ?? "", answer, day });
  if (result.ok) return redirect(`/c/${params.token}?done=${result.value.care === null ? "1" : "care"}`);
  const code = result.problems[0]?.code;
  if (code === "check-in-answered") return redirect(`/c/${params.token}`);
  return json<FormState>({ values: { answer, day }, problems: result.problems }, { status: code === "check-in-gone" ? 404 : 200 });
}

export default function CheckIn() {
  const { asked, done, today } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const question = useQuestion();
  if (asked === null) return <Gone />;
  if (asked.answered) {
    const state = done === "care" ? "care" : done === "1" ? "thanks" : "again";
    return (
      <>
        <PageHead title={t(state === "thanks" ? "offers.check.thanks" : `offers.check.${state}Title`)} />
        <Notice><p>{t(`offers.check.${state}Says`)}</p></Notice>
      </>
    );
  }
  return (
    <div className="whole-phrases">
      <PageHead title={question(asked.kind)} lead={asked.post && <span lang="zh-CN">{t("offers.check.of", { title: asked.post.title, employer: asked.post.employerName })}</span>}>
        <p className="soft notice-after">{t("offers.check.once")}</p>
      </PageHead>
      <ErrorSummary form={form} />
      <CheckInAnswers asked={asked} form={form} today={today} />
    </div>
  );
}

/** The same for a link that never was and for one that ran out. */
function Gone() {
  const t = useT();
  return (
    <>
      <PageHead title={t("offers.check.goneTitle")} lead={t("offers.check.goneSays")} />
      <div className="stack">
        <ul className="steps"><li>{t("offers.check.goneSign")}</li><li>{t("offers.check.goneCall")}</li><li>{t("offers.check.goneWages")}</li></ul>
        <LinkButton href="/login?to=%2Fme">{t("offers.check.sign")}</LinkButton>
      </div>
    </>
  );
}

export const ErrorBoundary = PageError;
