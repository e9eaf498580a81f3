import type { AccountView, SessionView } from "#app/data/read-models/account-pages.server.ts";
import { Button, Field, type FormState } from "../components/form.tsx";
import { Facts, Fold, Notice, Section } from "../components/page.tsx";
import { useLocale, useT } from "../i18n/context.tsx";
import { formatInstant } from "../i18n/format.ts";

/** Read models as they come out of a loader. */
type Sent<T> = { [K in keyof T]: T[K] extends Date ? Date | string : T[K] extends Date | null ? Date | string | null : T[K] };

export function IdentityFacts({ person }: { person: Sent<NonNullable<AccountView["person"]>> }) {
  const t = useT();
  const locale = useLocale();
  return (
    <section className="stack">
      <Facts
        rows={[
          [t("account.me.phone"), person.phoneMasked ?? t("account.me.noPhone")],
          [t("account.me.idNumber"), person.idNumberMasked],
          [t("account.me.realName"), <>{t(`account.me.realName${person.realName}`)}{person.checkedAt && <><br /><span className="faint">{t(person.realName === "UNVERIFIED" ? "account.me.askedOn" : "account.me.checkedOn", { at: formatInstant(person.checkedAt, locale) })}</span></>}</>],
        ]}
      />
      {person.realName !== "VERIFIED" && <form method="post"><Button kind="quiet" size="small" name="intent" value="recheck">{t("account.me.recheck")}</Button></form>}
    </section>
  );
}

/** A change by the password in force; by a code to the telephone where there is one, and first for whoever has no password. */
export function PasswordForms({ account, form, ticket, demo }: { account: { hasPassword: boolean; person: { phoneMasked: string | null } | null }; form: FormState; ticket: string; demo: boolean }) {
  const t = useT();
  const { hasPassword, person } = account;
  const phone = person?.phoneMasked ?? null;
  const byCode = form.values.ticket !== undefined || ticket !== "";
  const fresh = (own: FormState, id: string) => <Field form={own} id={id} name="password" type="password" label={t("account.me.fresh")} hint={t("account.me.freshHint")} autoComplete="new-password" required />;
  return (
    <Section title={t("account.me.password")} says={t(hasPassword ? (person ? "account.me.passwordSet" : "account.me.passwordSetOther") : "account.me.passwordNone")}>
      {byCode && (
        <>
          <Notice><p>{t("account.me.codeSent")}{demo && <> <a href="/sms" target="_blank" rel="noreferrer">{t("account.code.demo")}</a></>}</p></Notice>
          <form method="post" className="notice-after">
            <input type="hidden" name="ticket" value={ticket} />
            <Field form={form} name="code" label={t("account.code.code")} inputMode="numeric" autoComplete="one-time-code" maxLength={12} short required />
            {fresh(form, "password")}
            <p className="hint notice-after">{t("account.me.endsOthers")}</p>
            <p className="notice-after"><Button>{t("account.me.save")}</Button></p>
          </form>
        </>
      )}
      {!byCode && hasPassword && (
        <Fold summary={t("account.me.change")} open={form.problems.some(({ field }) => field === "password" || field === "currentPassword")}>
          <form method="post">
            <Field form={form} name="currentPassword" type="password" label={t("account.me.current")} autoComplete="current-password" required />
            {fresh(form, "password")}
            <p className="hint notice-after">{t("account.me.endsOthers")}</p>
            <p className="notice-after"><Button>{t("account.me.save")}</Button></p>
          </form>
        </Fold>
      )}
      {phone && (
        <form method="post" className="notice-after stack">
          {(hasPassword || byCode) && <p className="soft">{t(byCode ? "account.code.notCome" : "account.me.byCode")}</p>}
          <Button kind="quiet" name="intent" value="send-code">{t("account.me.sendCode", { phone })}</Button>
        </form>
      )}
      {!hasPassword && !phone && <p>{t("account.me.noPhone")}</p>}
    </Section>
  );
}

export function SessionList({ sessions }: { sessions: readonly Sent<SessionView>[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section title={t("account.me.sessions")} says={t("account.me.sessionsSays")}>
      <ul className="sessions">
        {sessions.map((one) => (
          <li key={one.id}>
            <div>
              <strong>{t("account.me.device", { system: t(`account.me.system.${one.device.system}`), browser: t(`account.me.browser.${one.device.browser}`) })}</strong>
              {one.current && <> <span className="tag pine">{t("account.me.thisOne")}</span></>}
              <p className="faint num">{t("account.me.started", { at: formatInstant(one.startedAt, locale) })} · {t("account.me.seen", { at: formatInstant(one.seenAt, locale) })}</p>
            </div>
            {!one.current && (
              <form method="post">
                <input type="hidden" name="sessionId" value={one.id} />
                <button className="button quiet small" type="submit" name="intent" value="end" aria-label={`${t("account.me.end")}${t("common.colon")}${t(`account.me.system.${one.device.system}`)}${t("common.pause")}${formatInstant(one.startedAt, locale)}`}>{t("account.me.end")}</button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post" className="notice-after"><Button kind="danger" name="intent" value="end-others">{t("account.me.endAll")}</Button></form>
      ) : <p className="soft notice-after">{t("account.me.only")}</p>}
    </Section>
  );
}
