import type { ClassPage } from "#app/data/read-models/training-classes.server.ts";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/records.tsx";
import { tableFile } from "../../components/table-file-link.tsx";
import { useProblemText, useT } from "../../i18n/context.tsx";

const WHAT_HELPS: Readonly<Record<string, "issuer" | "scope" | "revoked">> = {
  "training-no-issuer": "issuer", "issuer-suspended": "issuer", "issuer-unknown": "issuer", "issuer-dates": "scope", "issuer-kind": "scope", "issuer-occupation": "scope", "issuer-region": "scope", "training-certificate-taken-back": "revoked",
};

/** Who passed and has no certificate: what stands against it, what to do about it, and the button to try again. */
export function StuckCertificates({ page }: { page: ClassPage }) {
  const t = useT();
  const problemText = useProblemText();
  const stuck = page.there.filter((one) => one.certificate === "stuck");
  if (stuck.length === 0) return null;
  return (
    <Section title={t("training.certificate.queue")} says={t("training.certificate.queueSays")}>
      <Table dense cards file={page.office ? tableFile("training-uncertified", { class: page.id }) : undefined} caption={t("training.certificate.queue")} rows={stuck} rowKey={(one) => one.id} columns={[
        { key: "name", head: t("training.page.name"), rowHead: true, cell: (one) => one.nameMasked },
        { key: "why", head: t("training.certificate.why"), cell: (one) => problemText({ code: one.stop! }) },
        { key: "next", head: t("training.certificate.next"), cell: (one) => { const todo = t(`training.certificate.todo.${WHAT_HELPS[one.stop!] ?? "person"}`); return page.office && WHAT_HELPS[one.stop!] === "issuer" ? <a href="/bureau/training/bodies">{todo}</a> : todo; } },
        { key: "again", head: t("training.page.next"), cell: (one) => <form method="post" className="cell-form"><input type="hidden" name="enrolmentId" value={one.id} /><button className="button quiet small" type="submit" name="intent" value="certify" aria-label={t("training.certificate.againFor", { name: one.nameMasked })}>{t("training.certificate.again")}</button></form> },
      ]} />
    </Section>
  );
}
