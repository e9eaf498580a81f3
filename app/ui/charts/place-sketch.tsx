import { TILE_COLUMNS, TILE_ROWS, TILES } from "#app/domain/region/tiles.ts";
import { useName, useT } from "../i18n/context.tsx";

const SIDE = 10;
const square = ({ col, row }: { col: number; row: number }) => `M${col * SIDE} ${row * SIDE}h${SIDE}v${SIDE}h-${SIDE}z`;

/** Where a county lies among the 117, as tiles in their directions: its city in one shade, itself marked. Three paths, no picture from elsewhere. */
export function PlaceSketch({ countyCode, place, lat, lng }: { countyCode: string; place: { zh: string; en: string }; lat: number | null; lng: number | null }) {
  const t = useT();
  const name = useName();
  const here = TILES.find((tile) => tile.code === countyCode);
  const city = countyCode.startsWith("14") ? TILES.filter((tile) => tile.code.startsWith(countyCode.slice(0, 4))) : [];
  const said = city.length > 0 ? t("seek.post.mapHere", { place: name(place) }) : t("seek.post.mapOutside", { place: name(place) });
  return (
    <figure className="figure">
      {city.length > 0 && (
        <svg className="chart place-sketch" viewBox={`-1 -1 ${TILE_COLUMNS * SIDE + 2} ${TILE_ROWS * SIDE + 2}`} role="img" aria-label={said}>
          <path className="land" d={TILES.map(square).join("")} />
          <path className="city" d={city.map(square).join("")} />
          {here && <><path className="here" d={square(here)} /><circle className="ring" cx={(here.col + 0.5) * SIDE} cy={(here.row + 0.5) * SIDE} r={SIDE} /></>}
        </svg>
      )}
      <figcaption>{said}{city.length > 0 && <><br />{t("seek.post.mapSays")}</>}{lat !== null && lng !== null && <><br /><span className="num">{t("seek.post.coordinates", { north: lat.toFixed(2), east: lng.toFixed(2) })}</span></>}</figcaption>
    </figure>
  );
}
