import type { Qr } from "../qr.server.ts";
import { Button, Field, type FormState, LinkButton } from "../components/form.tsx";
import { Notice, Section } from "../components/page.tsx";
import { useT } from "../i18n/context.tsx";
import { QrPicture } from "./share-post.tsx";

export interface SetUp {
  qr: Qr;
  /** the secret in groups of four, for typing */
  byHand: string;
}

/** The QR code for a generator, and the first code of it. */
export function SetUpForms({ setUp, form }: { setUp: SetUp | null; form: FormState }) {
  const t = useT();
  if (setUp === null) {
    return (
      <form method="post" className="notice-after stack">
        <p>{t("account.factor.beginSays")}</p>
        <Button name="intent" value="begin">{t("account.factor.begin")}</Button>
      </form>
    );
  }
  return (
    <Section title={t("account.factor.scan")}>
      <QrPicture qr={setUp.qr} label={t("account.factor.scanLabel")} />
      <p className="soft">{t("account.factor.hand")}{t("common.colon")}<span className="num">{setUp.byHand}</span></p>
      <form method="post" className="notice-after">
        <Field form={form} name="code" label={t("account.factor.confirm")} inputMode="numeric" autoComplete="one-time-code" maxLength={12} short required />
        <p className="notice-after"><Button name="intent" value="confirm">{t("account.factor.confirmSubmit")}</Button></p>
      </form>
      <form method="post" className="notice-after"><Button kind="quiet" size="small" name="intent" value="begin">{t("account.factor.again")}</Button></form>
    </Section>
  );
}

/** Told once, right after the generator was set up. */
export function RecoveryCodes({ codes, onward }: { codes: readonly string[]; onward: string }) {
  const t = useT();
  return (
    <>
      <Notice><p>{t("account.factor.done")}</p></Notice>
      <Section title={t("account.factor.recovery")} says={t("account.factor.recoverySays")}>
        <ol className="num">{codes.map((code) => <li key={code}>{inFours(code)}</li>)}</ol>
        <p className="soft no-print">{t("account.factor.print")}</p>
        <p className="no-print notice-after"><LinkButton href={onward}>{t("account.factor.goOn")}</LinkButton></p>
      </Section>
    </>
  );
}

export function inFours(text: string): string {
  return (text.match(/.{1,4}/g) ?? []).join(" ");
}
