import type { Coverage } from "#app/domain/brand/coverage.ts";
import { COVERAGES } from "#app/domain/brand/coverage.ts";
import { TILE_COLUMNS, TILE_ROWS, TILES } from "#app/domain/region/tiles.ts";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import { BandPattern } from "./patterns.tsx";
import { cityEdges, shortName } from "./tile-cartogram.tsx";

const SIDE = 44;
/** The nearer the brand, the darker the tile; each band has a pattern of its own. */
export const COVERAGE_BAND: Record<Coverage, number> = { OWN: 4, CITY: 3, FIRM: 2, PROVINCE: 1, NONE: 0 };

/** The counties as equal tiles, told apart by what brand is nearest; those not asked about stay empty. */
export function CoverageTiles({ values }: { values: readonly { code: string; name: { zh: string; en: string }; coverage: Coverage; href: string }[] }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const byCode = new Map(values.map((value) => [value.code, value]));
  return (
    <figure className="figure">
      <ul className="legend">
        {COVERAGES.map((one) => <li key={one}><svg className="chart" aria-hidden="true"><defs><BandPattern id={`legend-cover-${one}`} band={COVERAGE_BAND[one]} /></defs><rect width="100%" height="100%" fill={`url(#legend-cover-${one})`} /></svg>{t(`brands.coverage.is.${one}`)}</li>)}
        <li><svg className="chart" aria-hidden="true"><rect className="band-none" width="100%" height="100%" /></svg>{t("brands.coverage.other")}</li>
      </ul>
      <svg className="chart cartogram" viewBox={`-2 -2 ${TILE_COLUMNS * SIDE + 4} ${TILE_ROWS * SIDE + 4}`} role="group" aria-label={t("brands.coverage.map")}>
        <defs>{COVERAGES.map((one) => <BandPattern key={one} id={`cover-${one}`} band={COVERAGE_BAND[one]} />)}</defs>
        {TILES.map((tile) => {
          const value = byCode.get(tile.code);
          const [x, y] = [tile.col * SIDE, tile.row * SIDE];
          if (!value) return <rect key={tile.code} className="tile band-none" x={x} y={y} width={SIDE} height={SIDE} />;
          const label = shortName(value.name, locale);
          const said = `${name(value.name)} ${t(`brands.coverage.is.${value.coverage}`)}`;
          return (
            <a key={tile.code} href={value.href} aria-label={said}>
              <title>{said}</title>
              <rect className="tile" x={x} y={y} width={SIDE} height={SIDE} fill={`url(#cover-${value.coverage})`} />
              <text className={`tile-name band-${COVERAGE_BAND[value.coverage]}${label.length > 3 ? " latin" : label.length > 2 ? " long" : ""}`} x={x + SIDE / 2} y={y + SIDE / 2}>{label}</text>
            </a>
          );
        })}
        <path className="city-edge" d={cityEdges(TILES)} />
      </svg>
    </figure>
  );
}
