import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { accountsOfPhone } from "#app/data/accounts.server.ts";
import { readProof } from "#app/data/phone-codes.server.ts";
import { systemActor } from "#app/platform/actor.ts";
import { orNotFound, ownPath, readForm } from "#app/platform/web/guards.server.ts";
import { START } from "#app/platform/web/start-page.ts";
import { chooseAccount } from "#app/usecases/accounts/redeem-phone-code.server.ts";
import { Button } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "account.choose.title", { noIndex: true });

export async function loader({ context }: LoaderFunctionArgs) {
  const proof = await readProof(context.deps, context.phoneProof);
  if (!proof || proof.purpose === "CONSENT" || proof.purpose === "PASSWORD") throw redirect("/login?again");
  return { accounts: (await accountsOfPhone(context.deps, proof.phone)).filter(({ locked }) => !locked) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const userId = (await readForm(request)).get("userId");
  const result = await chooseAccount(context.deps, { ...systemActor("somebody of a household says who they are"), requestId: context.requestId }, { proof: context.phoneProof ?? "", userId });
  if (!result.ok) {
    orNotFound(result);
    return redirect("/login?again");
  }
  const headers = new Headers([["Set-Cookie", await context.startSession(result.value.userId)], ["Set-Cookie", context.keepPhoneProof(null)]]);
  return redirect(ownPath(new URL(request.url).searchParams.get("to"), START.SEEKER!), { headers });
}

export default function Choose() {
  const { accounts } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHead title={t("account.choose.heading")} lead={t("account.choose.says")} />
      <ul className="accounts">
        {accounts.map(({ userId, nameMasked, birthYear }) => (
          <li key={userId}>
            <form method="post">
              <input type="hidden" name="userId" value={userId} />
              <Button size="big">{t("account.choose.me", { name: nameMasked, year: birthYear })}</Button>
            </form>
          </li>
        ))}
      </ul>
      <p className="notice-after"><a href="/register/who">{t("account.choose.register")}</a></p>
    </>
  );
}

export const ErrorBoundary = PageError;
