import type { MyWorkView } from "#app/data/read-models/my-work.server.ts";
import { Facts } from "../components/page.tsx";
import { Table } from "../components/records.tsx";
import { PlaceTag, StreamTag } from "../components/tag.tsx";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import { formatDay, formatDayShort, formatKm, formatYuan } from "../i18n/format.ts";
import { findText } from "../i18n/translate.ts";

export function WishFacts({ wish }: { wish: NonNullable<MyWorkView["wish"]> }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const places = [
    t("terms.placeClass.IN_COUNTY"),
    wish.willInProvince && t("terms.placeClass.IN_PROVINCE"),
    wish.willOutOfProvince && t("terms.placeClass.OUT_OF_PROVINCE"),
    wish.willOverseas && t("terms.placeClass.OVERSEAS"),
  ].filter(Boolean).join(t("common.listed"));
  return (
    <Facts
      rows={[
        [t("me.wishForm.trades"), wish.seeking ? wish.occupations.map(name).join(t("common.listed")) : t("me.wishForm.notSeeking")],
        [t("jobs.post.wage"), wish.minWageFen > 0 ? t("me.wishForm.wageValue", { yuan: formatYuan(wish.minWageFen) }) : t("me.wishForm.anyWage")],
        [t("me.wishForm.willing"), <>{places}{wish.maxDistanceKm !== null && <><br />{t("me.wishForm.distanceValue", { km: formatKm(wish.maxDistanceKm, locale).replace(/ (公里|km)$/, "") })}</>}</>],
        wish.needsHousing && [t("jobs.post.room"), t("me.wishForm.housingValue")],
        [t("me.wishForm.from"), t("me.wishForm.fromValue", { day: formatDay(wish.availableFrom, locale) })],
      ]}
    />
  );
}

export function CertificateTable({ certificates }: { certificates: MyWorkView["certificates"] }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const text = (group: string, key: string) => findText(locale, `terms.${group}.${key}`) ?? key;
  return (
    <Table
      cards
      rows={certificates}
      rowKey={(one) => one.id}
      columns={[
        { key: "name", head: t("me.certificate"), rowHead: true, cell: (one) => <>{name(one.occupation)}<br /><span className="faint">{text("certificateKind", one.kind)}</span></> },
        { key: "level", head: t("me.level"), cell: (one) => (one.level ? text("skillLevel", one.level) : t("me.noLevel")) },
        { key: "expires", head: t("me.expires"), number: true, cell: (one) => (one.expiresOn ? formatDayShort(one.expiresOn) : t("me.noExpiry")) },
        { key: "state", head: t("me.state"), cell: (one) => text("verification", one.verification) },
      ]}
    />
  );
}

export function PlacementList({ placements }: { placements: MyWorkView["placements"] }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <ul className="posts">
      {placements.map((one) => (
        <li key={one.id}>
          <article className="post-card">
            <h3><a href={`/me/placements/${one.id}`}>{one.post?.title ?? t(`terms.stream.${one.stream}`)}</a></h3>
            <p className="wage">{t(`terms.placementState.${one.state}`)}</p>
            <p className="who">{one.post ? `${one.post.employerName} · ` : ""}{name(one.region)}</p>
            <p className="tags">
              <StreamTag stream={one.stream} /><PlaceTag placeClass={one.placeClass} />
              <span className="benefits">{one.arrivedOn && t("me.placement.arrived", { day: formatDay(one.arrivedOn, locale) })}{one.endedOn && ` · ${t("me.placement.ended", { day: formatDay(one.endedOn, locale) })}`}</span>
            </p>
          </article>
        </li>
      ))}
    </ul>
  );
}
