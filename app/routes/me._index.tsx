import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countUnread } from "#app/data/read-models/my-searches.server.ts";
import { readPlacementPage } from "#app/data/read-models/placement-page.server.ts";
import { readInvitations } from "#app/data/read-models/hiring-pages.server.ts";
import { readMyWork } from "#app/data/read-models/my-work.server.ts";
import { ACTIVE_STATES } from "#app/domain/placement/types.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { Journey } from "../ui/components/journey.tsx";
import { LinkButton } from "../ui/components/form.tsx";
import { EmptyState, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CertificateTable, PlacementList, WishFacts } from "../ui/views/my-work.tsx";
import { Offer } from "../ui/views/offer.tsx";
import { ProfileLinks } from "../ui/views/profile-links.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "me.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  const [mine, unread, invitations] = await Promise.all([readMyWork(context.deps, actor.personId ?? ""), countUnread(context.deps.pool, actor.personId ?? ""), readInvitations(context.deps, actor.personId ?? "")]);
  const asked = invitations.filter((one) => one.state === "INVITED" || one.state === "OFFERED").length;
  const current = mine?.placements.find((one) => ACTIVE_STATES.includes(one.state));
  const placement = current ? await readPlacementPage(context.deps, actor, current.id) : null;
  return { mine: found(mine), unread, asked, journey: placement?.journey ?? null, acting: actor.actingFor !== undefined };
}

export default function Me() {
  const { mine, unread, asked, journey, acting } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const current = mine.placements.find((one) => ACTIVE_STATES.includes(one.state));
  const past = mine.placements.filter((one) => one.id !== current?.id && one.state !== "OFFERED");
  return (
    <>
      <PageHead title={t("me.heading", { name: mine.person.nameMasked })} lead={t("me.from", { home: name(mine.person.home) })}>{asked === 0 && <p className="notice-after"><a href="/me/invitations">{t("recruit.invitations.link")}</a></p>}<ProfileLinks unread={unread} /></PageHead>
      {asked > 0 && <Notice kind="counted"><p><strong>{t("recruit.invitations.waiting", { count: asked, n: formatCount(asked) })}</strong> <a href="/me/invitations">{t("recruit.invitations.link")}</a></p></Notice>}
      {current ? (
        <section className="stack">
          <h2>{t("me.current")}</h2>
          <PlacementList placements={[current]} />
          {journey && <Journey steps={journey} />}
          <LinkButton href={`/me/placements/${current.id}`} size="big">{t("me.currentLink")}</LinkButton>
        </section>
      ) : mine.proposal ? (
        <section className="stack">
          <h2>{t("me.proposal")}</h2>
          <Offer match={mine.proposal} />
          <LinkButton href="/me/matches" size="big">{t("me.proposalLink")}</LinkButton>
        </section>
      ) : (
        <EmptyState title={t("me.nothing")} proposals={[{ href: "/jobs", text: t("me.nothingLink") }]} />
      )}
      <div className="columns two section">
        <section className="stack">
          <div className="section-head"><h2>{t("me.wish")}</h2></div>
          {mine.wish ? <WishFacts wish={mine.wish} /> : <p>{t("me.wishNone")}</p>}
          <LinkButton href="/me/wish" kind="quiet">{t(mine.wish ? "me.wishEdit" : "me.wishFill")}</LinkButton>
        </section>
        <section className="stack">
          <div className="section-head"><h2>{t("me.certificates")}</h2></div>
          {mine.certificates.length > 0 ? <CertificateTable certificates={mine.certificates} /> : <p>{t("me.certificatesNone")}</p>}
          <LinkButton href="/me/profile/certificates" kind="quiet">{t("me.certificatesLink")}</LinkButton>
        </section>
      </div>
      <p className="section chips"><a href="/me/claims">{t("claims.link")}</a><a href="/me/workfare">{t("workfare.mine.title")}</a><a href="/me/welfare">{t("welfare.mine.link")}</a><a href="/me/training">{t("training.mine.title")}</a><a href="/me/brands">{t("brands.mine.link")}</a><a href="/me/days">{t("welfare.days.mine")}</a><a href="/me/searches">{t("seek.nav.saved")}</a><a href="/me/questions">{t("offers.ask.mine")}</a>{!acting && <><a href="/me/account">{t("account.me.title")}</a><a href="/me/helpers">{t("account.helpersLink")}</a><a href="/acting">{t("account.actingLink")}</a></>}</p>
      {past.length > 0 && <Section title={t("me.placements")}><PlacementList placements={past} /></Section>}
    </>
  );
}

export const ErrorBoundary = PageError;
