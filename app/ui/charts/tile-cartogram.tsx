import { type Tile, TILE_COLUMNS, TILE_ROWS, TILES } from "#app/domain/region/tiles.ts";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import { formatPercent } from "../i18n/format.ts";
import { BandPattern } from "./patterns.tsx";

export interface TileValue {
  code: string;
  name: { zh: string; en: string };
  /** share of the goal reached; null where there is no goal */
  share: number | null;
  href: string;
}

const SIDE = 44;
/** Lower edges of the bands, as shares of the goal. */
const BANDS = [0, 0.5, 0.75, 0.9, 1] as const;

export function bandOf(share: number): number {
  return BANDS.filter((edge) => share >= edge).length - 1;
}

/** The counties as equal tiles in their places; shade and pattern tell how far each has come. */
export function TileCartogram({ values }: { values: readonly TileValue[] }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const byCode = new Map(values.map((value) => [value.code, value]));
  return (
    <figure className="figure">
      <figcaption>{t("board.mapSays")}</figcaption>
      <ul className="legend">
        {BANDS.map((edge, band) => (
          <li key={edge}><svg className="chart" aria-hidden="true"><defs><BandPattern id={`legend-band-${band}`} band={band} /></defs><rect width="100%" height="100%" fill={`url(#legend-band-${band})`} /></svg>
            {band === BANDS.length - 1 ? t("board.bandOver", { from: edge * 100 }) : t("board.bandTo", { from: edge * 100, to: (BANDS[band + 1] ?? 1) * 100 })}</li>
        ))}
        <li><svg className="chart" aria-hidden="true"><rect className="band-none" width="100%" height="100%" /></svg>{t("board.mapNoDuty")}</li>
      </ul>
      <svg className="chart cartogram" viewBox={`-2 -2 ${TILE_COLUMNS * SIDE + 4} ${TILE_ROWS * SIDE + 4}`} role="group" aria-label={t("board.map")}>
        <defs>{BANDS.map((_, band) => <BandPattern key={band} id={`band-${band}`} band={band} />)}</defs>
        {TILES.map((tile) => {
          const value = byCode.get(tile.code);
          if (!value) return null;
          const band = value.share === null ? "none" : bandOf(value.share);
          const label = shortName(value.name, locale);
          const said = `${name(value.name)} ${value.share === null ? t("board.mapNoDuty") : formatPercent(value.share, 0)}`;
          return (
            <a key={tile.code} href={value.href} aria-label={said}>
              <title>{said}</title>
              <rect className={band === "none" ? "tile band-none" : "tile"} x={tile.col * SIDE} y={tile.row * SIDE} width={SIDE} height={SIDE} fill={band === "none" ? undefined : `url(#band-${band})`} />
              <text className={`tile-name band-${band}${label.length > 3 ? " latin" : label.length > 2 ? " long" : ""}`} x={(tile.col + 0.5) * SIDE} y={(tile.row + 0.5) * SIDE}>{label}</text>
            </a>
          );
        })}
        <path className="city-edge" d={cityEdges(TILES)} />
      </svg>
    </figure>
  );
}

/** Two characters fit a tile: 阳高县 → 阳高, 临县 stays. English names are cut to eight letters. */
export function shortName(name: { zh: string; en: string }, locale: "zh" | "en"): string {
  if (locale === "en" && name.en) return (name.en.split(" ")[0] ?? "").slice(0, 8);
  return name.zh.length > 2 ? name.zh.slice(0, -1) : name.zh;
}

/** The edges where a tile's neighbour belongs to another city, or to none. */
export function cityEdges(tiles: readonly Tile[]): string {
  const cityAt = new Map(tiles.map((tile) => [`${tile.col},${tile.row}`, tile.code.slice(0, 4)]));
  return tiles
    .flatMap(({ code, col, row }) => {
      const other = (dc: number, dr: number) => cityAt.get(`${col + dc},${row + dr}`) !== code.slice(0, 4);
      const x = col * SIDE;
      const y = row * SIDE;
      return [
        other(0, -1) ? `M${x} ${y}h${SIDE}` : "",
        other(-1, 0) ? `M${x} ${y}v${SIDE}` : "",
        other(0, 1) && !cityAt.has(`${col},${row + 1}`) ? `M${x} ${y + SIDE}h${SIDE}` : "",
        other(1, 0) && !cityAt.has(`${col + 1},${row}`) ? `M${x + SIDE} ${y}v${SIDE}` : "",
      ];
    })
    .join("");
}
