import type { readEmployerFairs } from "#app/data/read-models/my-fairs.server.ts";
import { Button, ChoiceGroup, emptyForm, Field, type FormState, Select } from "../../components/form.tsx";
import { Fold } from "../../components/page.tsx";
import { useName, useT } from "../../i18n/context.tsx";
import { formatCount } from "../../i18n/format.ts";
import { BoothTag, FairTag, FairTime, FairWhere, HiringTag } from "./parts.tsx";

type Sent<T> = T extends Date ? Date | string : T extends object ? { [K in keyof T]: Sent<T[K]> } : T;
type View = Sent<Awaited<ReturnType<typeof readEmployerFairs>>>;
type Posts = View["posts"];

function PostChoice({ form, id, posts }: { form: FormState; id: string; posts: Posts }) {
  const t = useT();
  return <ChoiceGroup form={form} name="postIds" id={`posts-${id}`} kind="checkbox" look="tight" legend={t("fairs.employer.posts")} options={posts.map((one) => ({ value: one.id, text: one.title, count: formatCount(Math.max(0, one.openings - one.filled)) }))} />;
}

/** A fair at which the employer has no booth, and the form that asks for one. */
export function AskForm({ fair, posts, sent, approved }: { fair: View["fairs"][number]; posts: Posts; sent?: FormState; approved: boolean }) {
  const t = useT();
  const name = useName();
  const form = sent?.values.intent === "ask" && sent.values.fairId === fair.id ? sent : emptyForm();
  return (
    <article className="panel">
      <h3><a href={`/fairs/${fair.id}`}>{fair.title}</a></h3>
      <p><FairTime of={fair} /><br />{name(fair.region)} <FairWhere of={fair} /></p>
      <p className="tags"><FairTag state={fair.state} /><span className="benefits">{t("fairs.employer.left", { n: formatCount(fair.left) })}</span></p>
      {approved && (posts.length === 0 ? <p><a href="/employer/posts/new">{t("fairs.employer.noPosts")}</a></p> : (
        <form method="post" className="stack">
          <input type="hidden" name="fairId" value={fair.id} />
          <PostChoice form={form} id={fair.id} posts={posts} />
          <p><button className="button" type="submit" name="intent" value="ask" aria-label={t("fairs.employer.askFor", { title: fair.title })}>{t("fairs.employer.ask")}</button></p>
        </form>
      ))}
    </article>
  );
}

/** A booth of the employer's own: its posts, who came, whom it took. */
export function OwnBooth({ booth, posts, sent }: { booth: View["booths"][number]; posts: Posts; sent?: FormState }) {
  const t = useT();
  const name = useName();
  const ours = sent?.values.boothId === booth.id ? sent : undefined;
  const shown = [...booth.posts.map((one) => ({ ...one, openings: 0, filled: 0 })).filter((one) => !posts.some((post) => post.id === one.id)), ...posts];
  return (
    <article className="panel">
      <h3>{booth.number !== null && `${t("fairs.number", { n: booth.number })} `}<a href={`/fairs/${booth.fair.id}`}>{booth.fair.title}</a></h3>
      <p><FairTime of={booth.fair} /><br />{name(booth.fair.region)} <FairWhere of={booth.fair} /></p>
      <p className="tags"><BoothTag state={booth.state} /><FairTag state={booth.fair.state} />{booth.state === "APPROVED" && <span className="benefits">{t("fairs.employer.visits")} {formatCount(booth.visits)}</span>}</p>
      {booth.state === "REFUSED" && <p>{t("fairs.employer.reason", { reason: booth.reason ?? "" })}</p>}
      {booth.fair.state === "CANCELLED" && <p className="error">{t("fairs.employer.cancelled", { reason: booth.fair.reason ?? "" })}</p>}
      <ul>{booth.posts.map((one) => <li key={one.id}><a href={`/jobs/${one.id}`}>{one.title}</a></li>)}</ul>
      {booth.mayReport && (
        <Fold summary={t("fairs.employer.report")} open={ours?.values.intent === "report"}>
          <form method="post" className="stack">
            <p className="soft">{t("fairs.employer.reportSays")}</p>
            <input type="hidden" name="fairId" value={booth.fair.id} /><input type="hidden" name="boothId" value={booth.id} />
            <Field form={ours ?? emptyForm()} name="code" id={`code-${booth.id}`} label={t("fairs.employer.code")} inputMode="numeric" maxLength={15} short autoComplete="off" />
            <Select form={ours ?? emptyForm()} name="postId" id={`post-${booth.id}`} label={t("fairs.employer.post")} options={booth.posts.map((one) => ({ value: one.id, text: one.title }))} />
            <p><Button name="intent" value="report">{t("fairs.employer.reportSubmit")}</Button></p>
          </form>
        </Fold>
      )}
      {booth.hirings.length > 0 && <><h4>{t("fairs.employer.hired")}</h4><ul>{booth.hirings.map((one) => <li key={one.id}>{one.nameMasked} · {one.title} <HiringTag state={one.state} /></li>)}</ul></>}
      {booth.mayChange && (
        <Fold summary={t("fairs.employer.change")} open={ours?.values.intent === "posts"}>
          <form method="post" className="stack">
            <input type="hidden" name="boothId" value={booth.id} />
            <PostChoice form={ours?.values.intent === "posts" ? ours : emptyForm({ postIds: booth.posts.map((one) => one.id) })} id={booth.id} posts={shown} />
            <p><Button name="intent" value="posts">{t("fairs.employer.changeSubmit")}</Button></p>
          </form>
          <form method="post"><input type="hidden" name="boothId" value={booth.id} /><input type="hidden" name="version" value={booth.version} /><button className="button danger small" type="submit" name="intent" value="withdraw" aria-label={t("fairs.employer.withdrawFor", { title: booth.fair.title })}>{t("fairs.employer.withdraw")}</button></form>
        </Fold>
      )}
    </article>
  );
}
