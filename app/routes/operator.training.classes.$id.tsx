import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTrainingClass } from "#app/data/read-models/training-classes.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { seeContact } from "#app/usecases/persons/see-contact.server.ts";
import { assessTrainee } from "#app/usecases/training/assess.server.ts";
import { tryCertificate } from "#app/usecases/training/certify.server.ts";
import { changeTrainingClass } from "#app/usecases/training/plan-classes.server.ts";
import { takeClassStep } from "#app/usecases/training/take-class-step.server.ts";
import { PageError } from "../ui/components/page-error.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { type ContactAnswer, contactAnswer } from "../ui/views/ask-contact.tsx";
import { ClassView } from "../ui/views/training/class-page.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "training.operator.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OPERATOR"]);
  return { page: found(await readTrainingClass(context.deps, actor, params.id ?? "")), today: context.deps.clock.today(), saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | ContactAnswer> {
  const actor = requireActor(context, request, ["OPERATOR"]);
  const values = formValues(await readForm(request));
  const { deps } = context;
  const classId = params.id ?? "";
  const page = found(await readTrainingClass(deps, actor, classId));
  if (values.intent === "see") return contactAnswer(values, await seeContact(deps, actor, { ...values, of: "trainee", id: [...page.there, ...page.waitingList].find((one) => one.id === values.id)?.id }));
  const [enrolmentId, version] = String(values.trainee ?? "").split(":");
  const result = await (() => {
    switch (values.intent) {
      case "assess": return assessTrainee(deps, actor, { ...values, enrolmentId, version });
      case "certify": return tryCertificate(deps, actor, values);
      case "change": return changeTrainingClass(deps, actor, { ...values, classId });
      default: return takeClassStep(deps, actor, { classId, version: values.version, to: values.intent, reason: values.reason });
    }
  })();
  orNotFound(result, "enrolmentId", "classId");
  return result.ok ? redirect(`/operator/training/classes/${classId}?saved=1`) : { values, problems: result.problems };
}

export default function OperatorClassPage() {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as ContactAnswer | undefined;
  return <ClassView {...loaded} sent={sent} base="/operator/training/classes" />;
}

export const ErrorBoundary = PageError;
