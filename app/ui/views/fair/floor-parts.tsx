import type { FairFloor, Welcomed } from "#app/data/read-models/fair-floor.server.ts";
import { Button, emptyForm, Field, type FormState, Select, Tick } from "../../components/form.tsx";
import { Fold, Section } from "../../components/page.tsx";
import { useName, useT } from "../../i18n/context.tsx";
import { formatCount } from "../../i18n/format.ts";

const PRESSES = [{ n: 1, key: "plus", at: "plusAt" }, { n: 5, key: "plusFive", at: "plusFiveAt" }, { n: -1, key: "minus", at: "minusAt" }] as const;

/** How many came through the door or to a booth, and the buttons that say so. */
export function Counter({ name, boothId, count, keys, big = false }: { name: string; boothId: string; count: number; keys: readonly string[]; big?: boolean }) {
  const t = useT();
  return (
    <div className={big ? "counter big" : "counter"} data-place={boothId}>
      <p className="counter-name">{big ? <strong>{name}</strong> : name} <strong className="num" data-count={count}>{formatCount(count)}</strong></p>
      <div className="counter-buttons">
        {PRESSES.map((press, at) => (
          <form key={press.n} method="post" data-press="">
            <input type="hidden" name="boothId" value={boothId} /><input type="hidden" name="n" value={press.n} /><input type="hidden" name="entryKey" value={keys[at]} />
            <button className={press.n === 1 ? "button" : "button quiet"} type="submit" name="intent" value="count" aria-label={t(`fairs.floor.${press.at}`, { place: name })}>{t(`fairs.floor.${press.key}`)}</button>
          </form>
        ))}
      </div>
    </div>
  );
}

function PostSelect({ floor, form, id }: { floor: FairFloor; form: FormState; id: string }) {
  const t = useT();
  return <Select form={form} name="postId" id={id} label={t("fairs.floor.post")} empty={t("fairs.none")} options={floor.posts.map((one) => ({ value: one.id, text: t("fairs.floor.postOf", { number: one.number, employer: one.employer, title: one.title, left: formatCount(one.left) }) }))} />;
}

/** First the person, then the post: two presses for whoever shows a code. */
export function HireDesk({ floor, form, welcomed }: { floor: FairFloor; form: FormState; welcomed: Welcomed | null }) {
  const t = useT();
  const name = useName();
  if (floor.posts.length === 0) return <Section title={t("fairs.floor.hire")}><p>{t("fairs.floor.noPosts")}</p></Section>;
  return (
    <Section title={t("fairs.floor.hire")} says={t("fairs.floor.hireSays")} id="hire">
      {welcomed && (
        <form method="post" className="panel stack">
          <p><strong>{t("fairs.floor.found", { name: welcomed.nameMasked, home: name(welcomed.home) })}</strong>{welcomed.phoneMasked !== null && <><br />{t("fairs.floor.phone", { phone: welcomed.phoneMasked })}</>}</p>
          <input type="hidden" name="personId" value={welcomed.personId} />
          <PostSelect floor={floor} form={form} id="hire-post" />
          <p><Button size="big" name="intent" value="hire">{t("fairs.floor.hireSubmit")}</Button></p>
        </form>
      )}
      <form method="post" className="stack">
        <Field form={form.values.intent === "find" && !welcomed ? form : emptyForm()} name="who" label={t("fairs.floor.who")} maxLength={40} autoComplete="off" />
        <p><Button kind={welcomed ? "quiet" : "main"} name="intent" value="find">{t("fairs.floor.find")}</Button></p>
      </form>
    </Section>
  );
}

export function Reported({ floor }: { floor: FairFloor }) {
  const t = useT();
  return (
    <Section title={t("fairs.floor.reported")} says={t("fairs.floor.reportedSays")}>
      <ul className="posts">
        {floor.reported.map((one) => (
          <li key={one.id}>
            <form method="post" className="counter">
              <p className="counter-name">{one.nameMasked} · {one.title}</p><input type="hidden" name="personId" value={one.personId} /><input type="hidden" name="postId" value={one.postId} />
              <button className="button" type="submit" name="intent" value="hire" aria-label={t("fairs.floor.yesFor", { name: one.nameMasked, title: one.title })}>{t("fairs.floor.yes")}</button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Puts somebody on record who is on none: read from the identity card. */
export function RegisterAtDesk({ floor, form, entryKey, open }: { floor: FairFloor; form: FormState; entryKey: string; open: boolean }) {
  const t = useT();
  const name = useName();
  return (
    <Fold summary={t("fairs.floor.register")} open={open}>
      <form method="post" className="stack">
        <p className="soft">{t("fairs.floor.registerSays")}</p>
        <input type="hidden" name="entryKey" value={String(form.values.entryKey ?? entryKey)} />
        <PostSelect floor={floor} form={form} id="postId" />
        <Field form={form} name="name" label={t("fairs.floor.name")} maxLength={40} short autoComplete="off" />
        <Field form={form} name="idNumber" label={t("fairs.floor.idNumber")} maxLength={30} autoComplete="off" />
        <Field form={form} name="phone" label={t("fairs.floor.mobile")} maxLength={20} inputMode="numeric" short autoComplete="off" />
        <Select form={form} name="homeRegionCode" label={t("fairs.floor.home")} empty={t("fairs.none")} options={floor.towns.map((one) => ({ value: one.code, text: name(one.name) }))} />
        <Tick form={form} name="consent" label={t("fairs.floor.consent")} />
        <p><Button name="intent" value="register">{t("fairs.floor.registerSubmit")}</Button></p>
      </form>
    </Fold>
  );
}
