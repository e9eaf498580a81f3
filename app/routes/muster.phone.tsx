import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { QUARTERS } from "#app/domain/workfare/roll.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { phoneOwner } from "#app/platform/web/phone-owner.server.ts";
import { PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { type Locale, translator } from "../ui/i18n/translate.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import agentStyles from "../ui/styles/agent.css?url";
import musterStyles from "../ui/styles/muster.css?url";
import { PhoneQueue } from "../ui/views/phone-queue.tsx";
import { quarterText } from "../ui/views/workfare/roll-lines.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workfare.phone.title", { noIndex: true });
export const links = () => [agentStyles, musterStyles].map((href) => ({ rel: "stylesheet", href }));

/** The page a phone keeps for when there is no signal: nobody's data stands in it. Rolls are taken along sealed, and read when the PIN opens them. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN", "AGENT", "SEEKER"]);
  return { owner: phoneOwner(actor.userId ?? "") };
}

const SAID = ["rate", "take", "taken", "noRolls", "openFirst", "roll", "choose", "save", "saved", "nothing", "refreshed", "away"] as const;
const LEFT_OPEN = { n: "{{n}}", time: "{{time}}", name: "{{name}}" };

function phoneTexts(locale: Locale): Record<string, string> {
  const t = translator(locale);
  return Object.fromEntries(SAID.map((key) => [key, t(`workfare.phone.${key}`, LEFT_OPEN)]));
}

export default function MusterPhone() {
  const { owner } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("workfare.phone.title")} lead={t("workfare.phone.lead")} />
      <noscript><p className="soft">{t("workfare.phone.needsScript")}</p></noscript>
      <Section title={t("workfare.phone.rolls")}>
        <div data-muster="" data-texts={JSON.stringify(phoneTexts(locale))} data-quarters={JSON.stringify(QUARTERS.map((one) => [one, quarterText(one)]))}>
          <p data-muster-says="" role="status" aria-live="polite">{t("workfare.phone.openFirst")}</p>
          <div data-muster-rolls="" />
        </div>
      </Section>
      <PhoneQueue owner={owner} locale={locale} />
      <p className="notice-after no-print"><a className="row-link" href="/muster">{t("workfare.muster.title")}</a></p>
      <script type="module" src="/enhance/muster/main.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
