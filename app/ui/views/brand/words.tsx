import type { BrandCard } from "#app/data/read-models/brand-pages.server.ts";
import { monogramOf } from "#app/domain/brand/monogram.ts";
import type { BrandState, MembershipStanding } from "#app/domain/brand/membership.ts";
import { Tag } from "../../components/tag.tsx";
import { useName, useT } from "../../i18n/context.tsx";
import { formatCount } from "../../i18n/format.ts";

/** A brand's picture, or the first letters of its name on a ground of their own. */
export function BrandMark({ brand, big }: { brand: { id: string; name: { zh: string; en: string }; hasMark: boolean }; big?: boolean }) {
  const t = useT();
  const name = useName();
  const label = t("brands.page.mark", { name: name(brand.name) });
  const look = big ? "brand-mark big" : "brand-mark";
  if (brand.hasMark) return <img className={look} src={`/brands/${brand.id}/mark`} alt={label} loading="lazy" />;
  const { letters, ground } = monogramOf(brand.name.zh);
  return (
    <svg className={look} viewBox="0 0 64 64" role="img" aria-label={label}>
      <rect className={`mark-ground-${ground}`} width="64" height="64" rx="4" />
      <rect className="mark-frame" x="5" y="5" width="54" height="54" rx="2" />
      <text x="32" y="33">{letters}</text>
    </svg>
  );
}

export function BrandTag({ state }: { state: BrandState }) {
  const t = useT();
  return <Tag tone={state === "ACTIVE" ? "pine" : "danger"}>{t(`brands.state.${state}`)}</Tag>;
}

export function StandingTag({ standing }: { standing: MembershipStanding }) {
  const t = useT();
  return <Tag tone={standing === "STANDS" ? "pine" : standing === "DUE" ? "loess" : "danger"}>{t(`brands.standing.${standing}`)}</Tag>;
}

/** Brands with mark, place, trades and how many they are. */
export function BrandList({ brands }: { brands: readonly BrandCard[] }) {
  const t = useT();
  const name = useName();
  const join = (of: readonly { zh: string; en: string }[]) => of.map(name).join(t("common.listed"));
  return (
    <ul className="brand-list">
      {brands.map((one) => (
        <li key={one.id}>
          <BrandMark brand={one} />
          <div>
            <h2><a href={`/brands/${one.id}`}>{name(one.name)}</a></h2>
            <p className="soft">{join(one.places)} · {t(`brands.level.${one.level}`)} · {join(one.trades)}</p>
            <p>{t("brands.list.members", { n: formatCount(one.members) })} · {t("brands.list.places", { n: formatCount(one.openPlaces) })} {one.state !== "ACTIVE" && <BrandTag state={one.state} />}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
