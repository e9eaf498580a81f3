import { useT } from "../i18n/context.tsx";
import { translator, type Locale } from "../i18n/translate.ts";

/** Sentences that the phone's own script says; the rest of the queue's page is below. */
const SAID = [
  "waiting", "waitingNone", "othersWaiting", "locked", "wrongPin", "pinShort", "pinSimple", "pinDiffers", "saved", "savedNote", "sending", "sent", "offline", "signIn", "serverAway", "tooMany", "again", "edit", "editing",
  "drop", "dropSure", "known", "movedOn", "stored", "typed", "take", "refused", "at", "wiped", "openSent", "noStore", "saveFailed", "idWrong", "busy",
] as const;

/** Places that the script fills. */
const LEFT_OPEN = { n: "{{n}}", total: "{{total}}", name: "{{name}}", time: "{{time}}" };

export function queueTexts(locale: Locale): Record<string, string> {
  const t = translator(locale);
  return Object.fromEntries(SAID.map((key) => [key, t(`agent.queue.${key}`, LEFT_OPEN)]));
}

/** What waits on this phone. Hidden until the script that reads the phone's encrypted store runs. */
export function PhoneQueue({ owner, locale }: { owner: string; locale: Locale }) {
  const t = useT();
  return (
    <section className="section phone-queue" id="queue" data-phone-queue="" data-owner={owner} data-texts={JSON.stringify(queueTexts(locale))} hidden>
      <div className="section-head"><h2>{t("agent.queue.title")}</h2><p>{t("agent.queue.lead")}</p></div>
      <p data-queue-count="" role="status" aria-live="polite" />
      <p className="soft" data-queue-others="" hidden />
      <ul className="queue-list" data-queue-list="" />
      <p className="actions"><button className="button" type="button" data-queue-sync="" hidden>{t("agent.queue.sync")}</button></p>
      <p data-queue-says="" role="status" aria-live="polite" />
      <ul className="queue-done" data-queue-done="" />
      <details className="fold" data-pin-fold="" hidden>
        <summary>{t("agent.pin.setTitle")}</summary>
        <form className="stack pin" data-pin-set="">
        <p className="soft">{t("agent.pin.setSays")}</p>
        <p className="field"><label className="label" htmlFor="pin-new">{t("agent.pin.new")}</label><span className="hint" id="pin-new-hint">{t("agent.pin.newHint")}</span><input className="input" id="pin-new" type="password" autoComplete="new-password" aria-describedby="pin-new-hint" required minLength={6} maxLength={64} /></p>
        <p className="field"><label className="label" htmlFor="pin-again">{t("agent.pin.again")}</label><input className="input" id="pin-again" type="password" autoComplete="new-password" required maxLength={64} /></p>
        <p><button className="button" type="submit">{t("agent.pin.set")}</button></p>
        </form>
      </details>
      <form className="stack pin" data-pin-open="" hidden>
        <h3>{t("agent.pin.openTitle")}</h3>
        <p className="field"><label className="label" htmlFor="pin-open">{t("agent.pin.pin")}</label><input className="input" id="pin-open" type="password" autoComplete="off" required maxLength={64} /></p>
        <p><button className="button" type="submit">{t("agent.pin.open")}</button></p>
        <details className="fold"><summary>{t("agent.pin.forgot")}</summary><div className="stack"><p data-wipe-says="">{t("agent.pin.wipeSays", LEFT_OPEN)}</p><p><button className="button danger" type="button" data-wipe="">{t("agent.pin.wipe")}</button></p></div></details>
      </form>
      <p><button className="button quiet" type="button" data-lock="" hidden>{t("agent.pin.lock")}</button></p>
    </section>
  );
}
