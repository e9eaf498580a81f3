import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readAbout, readBrandChoices, readProgress } from "#app/data/read-models/my-profile.server.ts";
import { nextStepAfter } from "#app/domain/profile/steps.ts";
import { found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { claimBrands } from "#app/usecases/profile/claim-brands.server.ts";
import { Button, ChoiceGroup, emptyForm, type FormState } from "../ui/components/form.tsx";
import { Notice } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { StepPage, stepHref } from "../ui/views/profile-step.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.step.brands", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId } = requireActor(context, request, ["SEEKER"]);
  const { pool, clock } = context.deps;
  const about = found(await readAbout(context.deps, personId ?? ""));
  const [progress, brands] = await Promise.all([readProgress(pool, personId ?? ""), readBrandChoices(pool, personId ?? "", about.homeCountyCode, clock.today())]);
  return { progress, brands, saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const brands = (await readForm(request)).getAll("brands").map(String);
  const result = await claimBrands(context.deps, actor, { brands });
  if (!result.ok) return { values: { brands }, problems: result.problems.map((one) => ({ ...one, field: "brands" })) };
  return redirect(stepHref(nextStepAfter("brands", await readProgress(context.deps.pool, actor.personId ?? ""))));
}

export default function Brands() {
  const { progress, brands, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm({ brands: brands.filter((one) => one.state === "claimed").map((one) => one.id) });
  const t = useT();
  const name = useName();
  const members = brands.filter((one) => one.state === "member");
  return (
    <StepPage step="brands" progress={progress} form={form} saved={saved} lead={t("profile.brands.says")}>
      {members.length > 0 && <Notice><p>{t("profile.brands.member")}{t("common.colon")}{members.map((one) => name(one.name)).join(t("common.listed"))}</p></Notice>}
      <form method="post" className="stack notice-after">
        <div className="choice-columns">
          <ChoiceGroup form={form} name="brands" kind="checkbox" legend={t("profile.step.brands")} options={brands.filter((one) => one.state !== "member").map((one) => ({ value: one.id, text: name(one.name), hint: one.state === "claimed" ? t("profile.brands.claimed") : one.nearHome ? t("profile.brands.near") : undefined }))} />
        </div>
        <Button size="big">{t("profile.save")}</Button>
      </form>
    </StepPage>
  );
}

export const ErrorBoundary = PageError;
