import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTrainingDay } from "#app/data/read-models/training-classes.server.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { seeContact } from "#app/usecases/persons/see-contact.server.ts";
import { saveTrainingDay } from "#app/usecases/training/keep-attendance.server.ts";
import { PageError } from "../ui/components/page-error.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { type ContactAnswer, contactAnswer } from "../ui/views/ask-contact.tsx";
import { DayView } from "../ui/views/training/day-page.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "training.day.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  const query = new URL(request.url).searchParams;
  return { page: found(await readTrainingDay(context.deps, actor, params.id ?? "", query.get("day"))), saved: query.has("saved") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | ContactAnswer> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  if (values.intent === "see") {
    const page = found(await readTrainingDay(context.deps, actor, params.id ?? "", null));
    return contactAnswer(values, await seeContact(context.deps, actor, { ...values, of: "trainee", id: page.people.find((one) => one.id === values.id)?.id }));
  }
  const lines = Object.entries(values).flatMap(([key, value]) => (key.startsWith("halves-") ? [{ enrolmentId: key.slice("halves-".length), halves: value }] : []));
  const result = await saveTrainingDay(context.deps, actor, { classId: params.id, version: values.version, day: values.day, lines });
  if (!result.ok && result.problems.some((one) => one.code === "not-found" || one.field === "classId" || one.field?.endsWith("enrolmentId"))) throw new Response(null, { status: 404 });
  return result.ok ? redirect(`/bureau/training/classes/${params.id}/attendance?${new URLSearchParams({ day: String(values.day), saved: "1" })}`) : { values, problems: result.problems };
}

export default function TrainingDay() {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as ContactAnswer | undefined;
  return <DayView {...loaded} sent={sent} base="/bureau/training/classes" />;
}

export const ErrorBoundary = PageError;
