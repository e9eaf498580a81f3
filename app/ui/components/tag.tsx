import type { ReactNode } from "react";
import type { PlaceClass, Stream } from "#app/domain/terms.ts";
import { useT } from "../i18n/context.tsx";

export function Tag({ tone, children }: { tone?: "pine" | "loess" | "danger"; children: ReactNode }) {
  return <span className={tone ? `tag ${tone}` : "tag"}>{children}</span>;
}

/** The stream's name with a mark of its own, so that it needs no colour. */
export function StreamTag({ stream }: { stream: Stream }) {
  const t = useT();
  return <span className={stream === "MARKET" ? "tag pine" : "tag loess"} data-stream={stream}>{t(`terms.stream.${stream}`)}</span>;
}

export function PlaceTag({ placeClass }: { placeClass: PlaceClass }) {
  const t = useT();
  return <span className="tag">{t(`terms.placeClass.${placeClass}`)}</span>;
}
