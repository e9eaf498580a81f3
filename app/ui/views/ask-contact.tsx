import { SEEING_PURPOSES } from "#app/domain/person/seeing.ts";
import type { Result } from "#app/domain/result.ts";
import { Button, Field, type FormState, type Options, Select, TextArea } from "../components/form.tsx";
import { Facts, Section } from "../components/page.tsx";
import { useT } from "../i18n/context.tsx";

/** What a purpose opened, for this one answer. */
export interface Contact { name: string; phone: string | null; employerPhone: string | null }
export type ContactAnswer = FormState & { contact?: Contact };

/** What a page says to the form of `AskContact`; of somebody whom it is not about there is no such page. */
export function contactAnswer(values: FormState["values"], seen: Result<Contact>): ContactAnswer {
  if (!seen.ok && seen.problems.some((one) => one.code === "not-found")) throw new Response(null, { status: 404 });
  return seen.ok ? { values, problems: [], contact: seen.value } : { values, problems: seen.problems };
}

/**
 * Name and number in full, behind the question what for; the answer stands in the audit. Of a list (`whom`) one after another. `within`: it stands in another form, whose entries are sent along and come back; Enter must not
 * send that one instead, so the note takes lines.
 */
export function AskContact({ form, contact, action, whom, within = false }: { form: FormState; contact: Contact | null; action?: string; whom?: Options; within?: boolean }) {
  const t = useT();
  const Note = within ? TextArea : Field;
  const asked = (
    <>
      {whom && <Select form={form} name="id" id="see-whom" label={t("common.seeing.whom")} options={whom} />}
      <Select form={form} name="why" label={t("common.seeing.why")} empty={t("common.choose")} options={SEEING_PURPOSES.map((one) => ({ value: one, text: t(`common.seeing.purpose.${one}`) }))} />
      <Note form={form} name="whyNote" label={t("common.seeing.note")} hint={t("common.seeing.noteHint")} maxLength={100} {...(within && { rows: 2 })} />
      <div className="actions"><Button kind="quiet" name="intent" value="see" formAction={within ? "#see" : undefined}>{t("common.seeing.open")}</Button></div>
    </>
  );
  const look = whom ? `stack no-print${contact ? " notice-after" : ""}` : "field-row no-print";
  const call = (phone: string) => <a href={`tel:${phone}`}>{phone}</a>;
  return (
    <Section title={t("common.seeing.head")} says={t("common.seeing.says")} id={whom && "see"}>
      {contact && (
        <Facts rows={[
          [t("common.seeing.name"), contact.name],
          [t("common.seeing.phone"), contact.phone === null ? t("common.seeing.none") : call(contact.phone)],
          contact.employerPhone !== null && [t("common.seeing.employer"), call(contact.employerPhone)],
        ]} />
      )}
      {(contact === null || whom) && (
        within ? <div className={look}>{asked}</div> : <form method="post" action={whom ? "#see" : action} className={look}>{asked}</form>
      )}
    </Section>
  );
}
