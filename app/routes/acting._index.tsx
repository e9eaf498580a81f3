import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readActing } from "#app/data/read-models/helper-pages.server.ts";
import { actUnder } from "#app/platform/sessions.server.ts";
import { formValues, orNotFound, readForm, requireSelf } from "#app/platform/web/guards.server.ts";
import { answerOffer } from "#app/usecases/helpers/answer-offer.server.ts";
import { beginActing } from "#app/usecases/helpers/begin-acting.server.ts";
import { withdrawHelper } from "#app/usecases/helpers/withdraw-helper.server.ts";
import { Button, LinkButton } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { DelegationItem, ReceiptTable, useActs } from "../ui/views/helpers.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "account.acting.title", { noIndex: true });

const NOTICES = ["overPlain", "closed", "ended", "resigned", "accepted"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const self = requireSelf(context, request, ["SEEKER", "AGENT"]);
  const asked = new URL(request.url).searchParams.get("notice");
  const notice = NOTICES.find((one) => one === asked) ?? (asked === "over" ? "overPlain" : null);
  const acting = context.actor?.actingFor ?? null;
  // told once: from here on the helper is back as themselves
  if (acting?.over && context.sessionId !== null) {
    await actUnder(context.deps, context.sessionId, null);
    await context.renewSession();
  }
  return { ...(await readActing(context.deps, self)), notice, acting: acting && { name: acting.nameMasked, acts: acting.acts, over: acting.over } };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const self = requireSelf(context, request, ["SEEKER", "AGENT"]);
  const { intent, delegationId } = formValues(await readForm(request));
  const { deps, sessionId } = context;
  if (sessionId === null) throw new Response(null, { status: 403 });
  if (intent === "end") {
    await actUnder(deps, sessionId, null);
    await context.renewSession();
    return redirect("/acting?notice=ended");
  }
  const result = intent === "begin" ? await beginActing(deps, self, { delegationId, sessionId })
    : intent === "resign" ? await withdrawHelper(deps, self, { delegationId })
      : await answerOffer(deps, self, { delegationId, answer: intent });
  orNotFound(result);
  if (!result.ok) return redirect("/acting");
  if (intent === "begin") await context.renewSession();
  return redirect(intent === "begin" ? "/me" : `/acting?notice=${intent === "accept" ? "accepted" : intent === "resign" ? "resigned" : ""}`);
}

export default function Acting() {
  const { offers, mine, receipts, notice, acting } = useLoaderData<typeof loader>();
  const t = useT();
  const acts = useActs();
  return (
    <>
      <PageHead title={t("account.acting.heading")} lead={t("account.acting.says")} />
      {acting?.over ? <Notice kind="danger"><p>{t("account.acting.over", { name: acting.name })}</p></Notice> : notice && <Notice kind={notice === "overPlain" || notice === "closed" ? "counted" : "plain"}><p>{t(`account.acting.${notice}`)}</p></Notice>}
      {acting && !acting.over && (
        <Notice>
          <p>{t("account.acting.now", { name: acting.name, acts: acts(acting.acts) })}</p>
          <p><a href="/me">{t("account.acting.goOn")}</a></p>
        </Notice>
      )}
      {offers.length > 0 && (
        <Section title={t("account.acting.offers")}>
          <ul className="people">
            {offers.map((one) => (
              <li key={one.id}>
                <DelegationItem delegation={one} />
                <form method="post" className="actions notice-after">
                  <input type="hidden" name="delegationId" value={one.id} />
                  <Button name="intent" value="accept">{t("account.acting.accept")}</Button>
                  <Button kind="quiet" name="intent" value="refuse">{t("account.acting.refuse")}</Button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("account.acting.mine")}>
        {mine.length === 0 && <p>{t("account.acting.none")}</p>}
        <ul className="people">
          {mine.map((one) => (
            <li key={one.id}>
              <DelegationItem delegation={one} />
              <form method="post" className="actions notice-after">
                <input type="hidden" name="delegationId" value={one.id} />
                <Button name="intent" value="begin">{t("account.acting.begin")}</Button>
                <Button kind="quiet" name="intent" value="resign">{t("account.acting.resign")}</Button>
              </form>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("account.acting.ask")} says={t("account.acting.askSays")}>
        <LinkButton href="/acting/consent" kind="quiet">{t("account.acting.toConsent")}</LinkButton>
      </Section>
      <Section title={t("account.acting.done")}>{receipts.length === 0 ? <p>{t("account.acting.doneNone")}</p> : <ReceiptTable receipts={receipts} forOthers />}</Section>
    </>
  );
}

export const ErrorBoundary = PageError;
