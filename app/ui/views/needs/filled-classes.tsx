import type { FilledLine } from "#app/data/read-models/training-needs.server.ts";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/records.tsx";
import { tableFile } from "../../components/table-file-link.tsx";
import { useName, useT } from "../../i18n/context.tsx";
import { formatCount } from "../../i18n/format.ts";
import { ClassTag, Range } from "../training/words.tsx";

/** Classes that people were asked into from a list, with what they said. */
export function FilledClasses({ classes }: { classes: readonly FilledLine[] }) {
  const t = useT();
  const name = useName();
  if (classes.length === 0) return null;
  return (
    <Section title={t("needs.classes.title")}>
      <Table dense cards file={tableFile("training-invited-classes")} caption={t("needs.classes.title")} rows={classes} rowKey={(one) => one.classId} columns={[
        { key: "course", head: t("needs.classes.course"), rowHead: true, cell: (one) => <a href={`/bureau/training/invitations/${one.classId}`}>{one.title}</a> },
        { key: "county", head: t("needs.classes.county"), cell: (one) => name(one.county) },
        { key: "days", head: t("needs.classes.days"), cell: (one) => <Range from={one.startsOn} to={one.lastOn} /> },
        { key: "invited", head: t("needs.classes.invited"), number: true, cell: (one) => formatCount(one.invited) },
        { key: "accepted", head: t("needs.classes.accepted"), number: true, cell: (one) => formatCount(one.accepted) },
        { key: "declined", head: t("needs.classes.declined"), number: true, cell: (one) => formatCount(one.declined) },
        { key: "state", head: t("needs.classes.state"), cell: (one) => <ClassTag state={one.state} /> },
      ]} />
    </Section>
  );
}
