import type { CardView } from "#app/data/read-models/my-dispatches.server.ts";
import { Facts } from "../../components/page.tsx";
import { useLocale, useName, useT } from "../../i18n/context.tsx";
import { formatInstant } from "../../i18n/format.ts";
import type { Qr } from "../../qr.server.ts";
import { QrPicture } from "../share-post.tsx";

type At<T> = { [K in keyof T]: T[K] extends Date ? Date | string : T[K] };

/** A boarding card with its emergency card, in big print: the same on a phone and on paper. */
export function BoardingCard({ card, qr }: { card: At<CardView>; qr: Qr }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <article className="boarding-card" aria-label={t("dispatch.card.cardOf", { name: card.nameMasked })}>
      <div className="boarding-head">
        <QrPicture qr={qr} label={t("dispatch.card.qr")} />
        <div>
          <p className="boarding-name" lang="zh-CN">{card.nameMasked}</p>
          <p>{card.seat !== null && <strong>{t("dispatch.card.seat")} {t("dispatch.card.seatValue", { n: card.seat })}</strong>}</p>
          <p>{t("dispatch.card.code")} <strong className="boarding-code num">{card.code.slice(0, 3)} {card.code.slice(3)}</strong></p>
        </div>
      </div>
      <Facts rows={[
        [t("dispatch.card.when"), <strong key="when">{formatInstant(card.gatherAt, locale)}</strong>], [t("dispatch.card.where"), <strong key="where">{card.gatherPlace}</strong>],
        [t("dispatch.card.departs"), formatInstant(card.departsAt, locale)], [t("dispatch.card.arrives"), formatInstant(card.arrivesAt, locale)], [t("dispatch.card.to"), <>{name(card.place)} {card.destination}</>],
        [t("dispatch.card.vehicle"), `${t(`dispatch.vehicle.${card.vehicle}`)} ${card.plate}`], card.escort && [t("dispatch.card.escort"), <>{card.escort.name} <a href={`tel:${card.escort.phone}`}>{card.escort.phone}</a></>],
      ]} />
      <p>{t("dispatch.card.bring", { fare: t(card.publicFare ? "dispatch.card.fareFree" : "dispatch.card.fareOwn") })}</p>
      <section className="emergency-card" aria-label={t("dispatch.card.emergency")}>
        <h2>{t("dispatch.card.emergency")}</h2>
        <p>{t("dispatch.card.contact")}{t("common.colon")}{card.emergency ? <strong>{card.emergency.name}{card.emergency.relation && t("common.inBrackets", { text: card.emergency.relation })} {card.emergency.phone}</strong> : t("dispatch.card.contactBlank")}</p>
        <p><strong>{t("dispatch.card.police")} · {t("dispatch.card.ambulance")} · {t("dispatch.card.rights")}</strong></p>
        {card.station && <p>{t("dispatch.card.station")}{t("common.colon")}{[card.station.name, card.station.address, card.station.phone].join(t("common.pause"))}</p>}
      </section>
    </article>
  );
}
