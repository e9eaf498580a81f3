import type { ReceiptView } from "#app/data/read-models/helper-pages.server.ts";
import { Facts } from "../components/page.tsx";
import { useLocale, useT } from "../i18n/context.tsx";
import { formatDay, formatInstant } from "../i18n/format.ts";
import { useReceiptAct } from "./helpers.tsx";

type Sent<T> = T extends Date ? Date | string : T extends object ? { [K in keyof T]: Sent<T[K]> } : T;
type Slip = Sent<ReceiptView>;

/** What a person agrees to while it is done: the registration itself records their consents. */
const AGREED_ON_THE_SPOT: readonly string[] = ["registered", "record-changed", "consent-noted", "hire-at-fair"];

/** The part the person keeps. */
export function ReceiptSlip({ receipt }: { receipt: Slip }) {
  const t = useT();
  const locale = useLocale();
  const act = useReceiptAct();
  const { consent } = receipt;
  return (
    <section className="slip">
      <h1>{t("account.receipt.heading")}</h1>
      <p className="faint">{t("account.receipt.keep")}</p>
      <Facts
        rows={[
          [t("account.receipt.person"), receipt.personMasked],
          [t("account.receipt.what"), act(receipt.act)],
          receipt.about !== null && [t("account.receipt.about"), <span key="about" lang="zh-CN">{receipt.about}</span>],
          [t("account.receipt.at"), formatInstant(receipt.at as string, locale)],
          [t("account.receipt.doer"), t("common.aside", { text: receipt.doer, aside: t(`terms.role.${receipt.byRole}`) })],
          [t("account.receipt.consent"), consent ? `${t(`account.how.${consent.how}`, { ref: consent.sheetRef ?? "—" })}，${t("account.receipt.until", { day: formatDay(new Date(consent.until as string), locale) })}` : t(AGREED_ON_THE_SPOT.includes(receipt.act) ? "account.receipt.spot" : "account.receipt.bureau")],
          [t("account.receipt.no"), <span key="no" className="seal">{receipt.id}</span>],
          receipt.bySms && receipt.phoneMasked !== null && [t("account.receipt.smsLabel"), t("account.receipt.sms", { phone: receipt.phoneMasked })],
        ]}
      />
      <p><strong>{t("account.receipt.wrong")}</strong></p>
    </section>
  );
}

/** The part that whoever did the act keeps, signed by the person. */
export function ReceiptStub({ receipt }: { receipt: Slip }) {
  const t = useT();
  const locale = useLocale();
  const act = useReceiptAct();
  return (
    <section className="slip">
      <h2>{t("account.receipt.stub")}</h2>
      <p>{receipt.personMasked} · {act(receipt.act)}{receipt.about !== null && <> · <span lang="zh-CN">{receipt.about}</span></>} · {formatInstant(receipt.at as string, locale)}</p>
      <p className="seal">{receipt.id}</p>
      <p className="slip-sign"><span>{t("account.receipt.sign")}</span><span>{t("account.receipt.date")}</span></p>
    </section>
  );
}
