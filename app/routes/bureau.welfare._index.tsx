import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { regionNames } from "#app/data/read-models/names.server.ts";
import { readWelfareDesk } from "#app/data/read-models/welfare-desk.server.ts";
import { workRegion } from "#app/platform/permissions.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CaseTable, DeskLinks, DeskStats } from "../ui/views/welfare/desk.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN", "AGENT"]);
  const today = context.deps.clock.today();
  const scope = workRegion(actor);
  const [desk, names] = await Promise.all([readWelfareDesk(context.deps, actor, Number(today.slice(0, 4))), regionNames(context.deps.pool, [scope])]);
  return { desk, today, place: names.get(scope) ?? { zh: "", en: "" } };
}

export default function WelfareDeskPage() {
  const { desk, today, place } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("welfare.desk.heading", { place: name(place) })} lead={t("welfare.says")}><DeskLinks /></PageHead>
      <DeskStats totals={desk.totals} rangersPlanned={desk.rangersPlanned} />
      <Section title={t("welfare.desk.waiting")} says={t("welfare.desk.waitingSays")}>
        {desk.waiting.length === 0 ? <p className="soft">{t("welfare.desk.waitingNone")}</p> : <CaseTable cases={desk.waiting} caption={t("welfare.desk.waiting")} today={today} file={tableFile("welfare-waiting")} />}
      </Section>
      <Section title={t("welfare.desk.held")}>
        {desk.inPost.length === 0 ? <p className="soft">{t("welfare.desk.heldNone")}</p> : <CaseTable cases={desk.inPost} caption={t("welfare.desk.held")} today={today} held file={tableFile("welfare-held")} />}
        {desk.more && <p className="soft notice-after">{t("welfare.desk.more")}</p>}
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
