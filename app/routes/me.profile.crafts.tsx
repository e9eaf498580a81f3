import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readAbout, readCraftChoices, readProgress } from "#app/data/read-models/my-profile.server.ts";
import { nextStepAfter } from "#app/domain/profile/steps.ts";
import { found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { saveCrafts } from "#app/usecases/profile/save-crafts.server.ts";
import { Button, ChoiceGroup, emptyForm, type FormState } from "../ui/components/form.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { StepPage, stepHref } from "../ui/views/profile-step.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.step.crafts", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId } = requireActor(context, request, ["SEEKER"]);
  const about = found(await readAbout(context.deps, personId ?? ""));
  const [progress, crafts] = await Promise.all([readProgress(context.deps.pool, personId ?? ""), readCraftChoices(context.deps.pool, personId ?? "", about.homeCountyCode)]);
  return { progress, crafts, saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const crafts = (await readForm(request)).getAll("crafts").map(String);
  const result = await saveCrafts(context.deps, actor, { crafts });
  if (!result.ok) return { values: { crafts }, problems: result.problems };
  return redirect(stepHref(nextStepAfter("crafts", await readProgress(context.deps.pool, actor.personId ?? ""))));
}

export default function Crafts() {
  const { progress, crafts, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm({ crafts: crafts.filter((one) => one.held).map((one) => one.key) });
  const t = useT();
  const name = useName();
  return (
    <StepPage step="crafts" progress={progress} form={form} saved={saved} lead={t("profile.crafts.says")}>
      <form method="post" className="stack">
        {(["VILLAGE", "HERITAGE"] as const).map((kind) => (
          <div className="choice-columns" key={kind}>
            <ChoiceGroup form={form} name="crafts" kind="checkbox" legend={t(kind === "VILLAGE" ? "profile.crafts.village" : "profile.crafts.heritage")} options={crafts.filter((one) => one.kind === kind).map((one) => ({ value: one.key, text: name(one.name), hint: one.nearHome ? t("profile.crafts.near") : undefined }))} />
          </div>
        ))}
        <Button size="big">{t("profile.save")}</Button>
      </form>
    </StepPage>
  );
}

export const ErrorBoundary = PageError;
