import type { RollView } from "#app/data/read-models/muster-pages.server.ts";
import { type DayConflict, dayKey, type Signature } from "#app/domain/workfare/roll.ts";
import { Button, Field, type FormState } from "../../components/form.tsx";
import { Fold } from "../../components/page.tsx";
import { Table } from "../../components/records.tsx";
import { Tag } from "../../components/tag.tsx";
import { useLocale, useT } from "../../i18n/context.tsx";
import { formatDayShort, formatFen, formatInstant } from "../../i18n/format.ts";
import { quarterText } from "./roll-lines.ts";

type Values = Record<string, string | string[] | undefined>;

/** Both sides of each day that somebody else has written meanwhile; what is ticked is to stand as the visitor wrote it. */
export function ConflictChoice({ view, conflict, values }: { view: RollView; conflict: { seq: number; movedOn: boolean; conflicts: DayConflict[] }; values: Values }) {
  const t = useT();
  const nameOf = (personId: string) => view.people.find((one) => one.personId === personId);
  const kept = Object.entries(values).filter(([name, value]) => !["take", "shown"].includes(name) && typeof value === "string");
  return (
    <form method="post" className="stack section">
      <div className="notice counted" role="alert"><p><strong>{t(conflict.movedOn ? "workfare.conflict.movedOn" : "workfare.conflict.title")}</strong></p><p>{t("workfare.conflict.says")}</p></div>
      {kept.map(([name, value]) => <input key={name} type="hidden" name={name} value={value as string} />)}
      <input type="hidden" name="shown" value={conflict.seq} />
      <fieldset className="differences">
        <legend className="visually-hidden">{t("workfare.conflict.title")}</legend>
        {conflict.conflicts.map(({ change, stored }) => {
          const key = dayKey(change.personId, change.day);
          const person = nameOf(change.personId);
          const title = `${person?.nr ?? ""} · ${person?.nameMasked ?? ""} · ${formatDayShort(change.day)}`;
          return (
            <label className="choice" key={key} htmlFor={`take-${key}`}>
              <input type="checkbox" id={`take-${key}`} name="take" value={key} />
              <span className="choice-text">{title}
                <span className="sides"><span>{t("workfare.conflict.stored")} {quarterText(stored.quarters)} × {formatFen(stored.rateFen)}</span><span>{t("workfare.conflict.yours")} <strong>{quarterText(change.quarters)} × {formatFen(change.rateFen)}</strong></span></span>
              </span>
            </label>
          );
        })}
      </fieldset>
      <p><Button name="intent" value="days">{t("workfare.conflict.save")}</Button></p>
    </form>
  );
}

/** The two signatures: the worker's side and the foreman's. Signed in one's own account, or on paper with the number of the sheet; never a face. */
export function Signatures({ view, form }: { view: RollView; form: FormState }) {
  const t = useT();
  const { signatures, may, roll } = view;
  const open = roll.closedAt === null;
  const sides = [["FOREMAN", signatures.foreman, may.SIGN_FOREMAN], ["REPRESENTATIVE", signatures.representative, may.SIGN_REPRESENTATIVE]] as const;
  return (
    <>
      <ul className="signatures">
        {sides.map(([part, signature, mine]) => (
          <li key={part} className={signature ? "signed" : undefined}>
            <p><strong>{t(`workfare.part.${part}`)}</strong></p>
            <SignatureLine signature={signature} />
            {open && !signature && mine && (
              <form method="post" className="notice-after"><input type="hidden" name="seen" value={roll.lastSeq} /><input type="hidden" name="how" value={part} /><button className="button" type="submit" name="intent" value="sign">{t("workfare.sign.mine")}</button></form>
            )}
          </li>
        ))}
      </ul>
      {open && may.SIGN_PAPER && (!signatures.foreman || !signatures.representative) && (
        <form method="post" className="field-row notice-after">
          <input type="hidden" name="seen" value={roll.lastSeq} /><input type="hidden" name="how" value="PAPER" />
          <Field form={form} name="sheetNo" label={t("workfare.sign.sheetNo")} hint={t("workfare.sign.sheetNoHint")} maxLength={60} />
          <div className="field"><Button kind="quiet" name="intent" value="sign">{t("workfare.sign.paper")}</Button></div>
        </form>
      )}
    </>
  );
}

function SignatureLine({ signature }: { signature: Signature | null }) {
  const t = useT();
  const locale = useLocale();
  if (!signature) return <p className="soft">{t("workfare.sign.missing")}</p>;
  return <p>✓ {signature.way === "PAPER" ? t("workfare.sign.onPaper", { sheet: signature.note ?? "" }) : t("workfare.sign.onAccount")} · {formatInstant(signature.recordedAt, locale)}</p>;
}

/** Every word of a roll as it came in, newest first, with the beginning of its hash. */
export function RollHistory({ view }: { view: RollView }) {
  const t = useT();
  const locale = useLocale();
  if (view.history.length === 0) return <p className="soft">{t("workfare.history.none")}</p>;
  return (
    <Fold summary={t("workfare.history.open", { n: view.roll.lastSeq })}>
      {view.history.length < view.roll.lastSeq && <p className="soft">{t("workfare.history.newest", { n: view.history.length })}</p>}
      <Table
        dense cards caption={t("workfare.history.title")} rows={view.history} rowKey={(one) => String(one.seq)}
        columns={[
          { key: "seq", head: t("workfare.history.seq"), number: true, rowHead: true, cell: (one) => (view.brokenAt !== null && one.seq === view.brokenAt ? <Tag tone="danger">✕ {one.seq}</Tag> : one.seq) },
          { key: "what", head: t("workfare.history.what"), cell: (one) => (one.kind === "DAY" ? `${one.nameMasked} · ${formatDayShort(one.day ?? "")} · ${quarterText(one.quarters ?? 0)} × ${formatFen(one.rateFen ?? 0)}` : t(`workfare.history.kind.${one.kind}`)) },
          { key: "how", head: t("workfare.history.how"), cell: (one) => `${t(`workfare.history.way.${one.way}`)}${one.note ? ` · ${one.note}` : ""}` },
          { key: "by", head: t("workfare.history.by"), cell: (one) => one.by ?? "—" },
          { key: "at", head: t("workfare.history.at"), cell: (one) => formatInstant(one.recordedAt, locale) },
          { key: "hash", head: t("workfare.history.hash"), cell: (one) => <span className="seal">{one.hash.slice(0, 10)}</span> },
        ]}
      />
    </Fold>
  );
}
