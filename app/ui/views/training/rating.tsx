import { useT } from "../../i18n/context.tsx";
import { formatCount, formatPercent } from "../../i18n/format.ts";

/** A share with the people it is of, leading to their classes; of too few it says nothing but that. */
export function Rated({ part, whole, least, href }: { part: number; whole: number; least: number; href: string | null }) {
  const t = useT();
  const counts = t("training.bodies.of", { part: formatCount(part), whole: formatCount(whole) });
  if (whole === 0) return <>—</>;
  return <span>{whole < least ? <span className="soft">{t("training.rating.few")}</span> : formatPercent(part / whole, 0)}<br />{href === null ? <span className="soft">{counts}</span> : <a href={href}>{counts}</a>}</span>;
}

/** Which issuer certifies what the people of a body pass. */
export function IssuerForm({ body, issuers }: { body: { id: string; name: string; version: number; issuer: { id: string; name: string } | null }; issuers: readonly { id: string; name: string }[] }) {
  const t = useT();
  const standing = body.issuer !== null && !issuers.some((one) => one.id === body.issuer!.id) ? [body.issuer] : [];
  return (
    <form method="post" className="cell-form">
      <input type="hidden" name="bodyId" value={body.id} /><input type="hidden" name="version" value={body.version} />
      <select className="input short" name="issuerId" aria-label={t("training.issuer.of", { name: body.name })} defaultValue={body.issuer?.id ?? ""}>
        <option value="">{t("training.issuer.none")}</option>
        {[...standing, ...issuers].map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
      </select>
      <button className="button quiet small" type="submit" name="intent" value="issuer">{t("training.issuer.save")}</button>
    </form>
  );
}
