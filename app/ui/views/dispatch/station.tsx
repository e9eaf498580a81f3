import type { StationView } from "#app/data/read-models/stations.server.ts";
import { Facts } from "../../components/page.tsx";
import { useName, useT } from "../../i18n/context.tsx";

/** A station in words: where it is, how to get there, when it is open and whom to call. */
export function StationFacts({ station }: { station: StationView }) {
  const t = useT();
  const name = useName();
  return (
    <Facts rows={[
      [t("dispatch.station.place"), name(station.region)], [t("dispatch.station.address"), station.address], [t("dispatch.station.directions"), station.directions], [t("dispatch.station.hours"), station.hours],
      [t("dispatch.station.phone"), <a key="phone" href={`tel:${station.phone}`}>{station.phone}</a>], [t("dispatch.station.runBy"), station.runBy],
    ]} />
  );
}
