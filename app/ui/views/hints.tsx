import type { HintView } from "#app/data/read-models/hints.server.ts";
import { LinkButton } from "../components/form.tsx";
import { useName, useT } from "../i18n/context.tsx";
import { formatCount } from "../i18n/format.ts";
import { StepText } from "./why.tsx";

/** What one step would open, the most first, with posts as examples and where the step is taken. */
export function Hints({ hints }: { hints: readonly HintView[] }) {
  const t = useT();
  const name = useName();
  return (
    <ul className="steps">
      {hints.map((hint) => (
        <li key={JSON.stringify(hint.change)}>
          <p><strong><StepText step={{ ...hint.change, occupationName: hint.occupationName }} /></strong></p>
          <p>{t("offers.hints.opens", { count: hint.posts, posts: formatCount(hint.posts), openings: formatCount(hint.openings) })}</p>
          <p className="soft">{t("offers.hints.such")} {hint.best.map((post, at) => <span key={post.id}>{at > 0 && t("common.listed")}<a href={`/jobs/${post.id}`}>{post.title}</a>{t("common.inBrackets", { text: name(post.region) })}</span>)}</p>
          {hint.change.kind === "certificate" ? <p className="soft">{hint.occupationName && <><a href={`/training?${new URLSearchParams({ q: hint.occupationName.zh })}`}>{t("why.classes", { occupation: name(hint.occupationName) })}</a> · </>}{t("offers.hints.doCertificate")}</p> : <p className="notice-after"><LinkButton kind="quiet" size="small" href="/me/wish">{t("offers.hints.doWish")}</LinkButton></p>}
        </li>
      ))}
    </ul>
  );
}
