import { useT } from "../i18n/context.tsx";
import type { Qr } from "../qr.server.ts";

const QUIET = 4;

export function QrPicture({ qr, label }: { qr: Qr; label: string }) {
  const side = qr.size + 2 * QUIET;
  return <svg className="qr" viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges"><path d={qr.path} /></svg>;
}

/** Three ways to hand a post on: its address, a code to scan, a sheet to pin up. */
export function SharePost({ postId, address, qr }: { postId: string; address: string; qr: Qr }) {
  const t = useT();
  return (
    <section className="panel no-print">
      <h2>{t("seek.post.share")}</h2>
      <label className="hint" htmlFor="address">{t("seek.post.shareSays")}</label>
      <input className="input" id="address" type="url" readOnly value={address} />
      <p><button className="link-button" type="button" hidden data-copy="address" data-done={t("seek.post.copied")}>{t("seek.post.copy")}</button></p>
      <QrPicture qr={qr} label={t("seek.post.qrAlt")} />
      <p><a href={`/jobs/${postId}/poster`}>{t("seek.post.poster")}</a></p>
    </section>
  );
}
