import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readFairFloor, readPostOffered, readWelcomed, type Welcomed } from "#app/data/read-models/fair-floor.server.ts";
import { deskRegistration } from "#app/domain/fair/desk-registration.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { countAtFair } from "#app/usecases/fairs/count-at-fair.server.ts";
import { hireAtFair } from "#app/usecases/fairs/hire-at-fair.server.ts";
import { welcomeAtFair } from "#app/usecases/fairs/welcome-at-fair.server.ts";
import { registerPerson } from "#app/usecases/persons/register-person.server.ts";
import { emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import fairStyles from "../ui/styles/fair.css?url";
import { Counter, HireDesk, RegisterAtDesk, Reported } from "../ui/views/fair/floor-parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "fairs.floor.title", { noIndex: true });
export const links: LinksFunction = () => [{ rel: "stylesheet", href: fairStyles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const floor = found(await readFairFloor(context.deps, actor, params.id ?? ""));
  const query = new URL(request.url).searchParams;
  const done = floor.hired.find((one) => one.placementId === query.get("done")) ?? null;
  // a press is known by a key of its own, one for each button
  const keys = [null, ...floor.booths].map(() => [randomUUID(), randomUUID(), randomUUID()]);
  return { floor, done, again: query.has("again"), keys, entryKey: randomUUID(), hires: actor.role === "OFFICER" };
}

type Sent = FormState & { welcomed?: Welcomed | null };

/** Finds somebody, or puts them on record first; then they have come. */
async function welcome(deps: Deps, actor: Actor, fairId: string, values: FormState["values"]): Promise<Sent> {
  if (values.intent === "register") {
    const post = await readPostOffered(deps, String(values.postId ?? ""));
    if (!post) return { values, problems: [{ code: "fair-post-needed", field: "postId" }] };
    const registered = await registerPerson(deps, actor, deskRegistration(values, post));
    if (!registered.ok) return { values, problems: registered.problems };
  }
  const result = await welcomeAtFair(deps, actor, { fairId, who: values.intent === "register" ? values.idNumber : values.who });
  return result.ok ? { values, problems: [], welcomed: await readWelcomed(deps, actor, fairId, result.value.personId) } : { values, problems: result.problems };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | Sent> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const { deps } = context;
  const fairId = params.id ?? "";
  found(await readFairFloor(deps, actor, fairId));
  const here = `/bureau/fairs/${fairId}/floor`;
  if (values.intent === "find" || values.intent === "register") return welcome(deps, actor, fairId, values);
  if (values.intent === "hire") {
    const hired = await hireAtFair(deps, actor, { fairId, personId: values.personId, postId: values.postId });
    if (hired.ok) return redirect(`${here}?done=${hired.value.placementId}${hired.value.again ? "&again" : ""}`);
    orNotFound(hired, "personId");
    return { values, problems: hired.problems, welcomed: await readWelcomed(deps, actor, fairId, String(values.personId)) };
  }
  const counted = await countAtFair(deps, actor, { fairId, boothId: values.boothId, n: values.n, entryKey: values.entryKey });
  orNotFound(counted, "boothId");
  return counted.ok ? redirect(here) : { values, problems: counted.problems };
}

export default function Floor() {
  const { floor, done, again, keys, entryKey, hires } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as Sent | undefined;
  const form = sent ?? emptyForm();
  const t = useT();
  const place = floor.kind === "ONLINE" ? t("fairs.open.online") : (floor.place ?? "");
  return (
    <>
      <PageHead title={t("fairs.floor.head", { title: floor.title })} lead={t("fairs.floor.lead", { place, state: t(`fairs.state.${floor.state}`) })} crumbs={[{ href: `/bureau/fairs/${floor.id}`, text: t("fairs.floor.back") }, { text: t("fairs.floor.title") }]} />
      <ErrorSummary form={form} />
      {done && !sent && <Notice><p>{t(again ? "fairs.floor.again" : "fairs.floor.done", { name: done.nameMasked, title: done.title })}</p></Notice>}
      {floor.state !== "OPEN" ? <Notice kind="counted"><p>{t("fairs.floor.closed")}</p></Notice> : (
        <>
          <section className="panel" data-counts={`/bureau/fairs/${floor.id}/sync`} data-fair={floor.id} data-waiting={t("fairs.floor.waiting", { n: "#" })} data-sent={t("fairs.floor.sent")}>
            <Counter name={t("fairs.floor.door")} boothId="" count={floor.door} keys={keys[0]!} big />
            <p role="status" aria-live="polite" data-says="" />
            <p className="soft">{t("fairs.floor.says")}</p>
          </section>
          {hires && <HireDesk floor={floor} form={form} welcomed={sent?.welcomed ?? null} />}
          {hires && floor.reported.length > 0 && <Reported floor={floor} />}
          {hires && floor.posts.length > 0 && <RegisterAtDesk floor={floor} form={form.values.intent === "register" ? form : emptyForm()} entryKey={entryKey} open={form.values.intent === "register" && form.problems.length > 0} />}
          <Section title={t("fairs.floor.boothsTitle")}>{floor.booths.map((booth, at) => <Counter key={booth.id} name={`${t("fairs.number", { n: booth.number })} ${booth.employer}`} boothId={booth.id} count={booth.count} keys={keys[at + 1]!} />)}</Section>
        </>
      )}
      <script type="module" src="/enhance/fair-floor.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
