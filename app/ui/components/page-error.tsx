import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { ErrorPage } from "./error-page.tsx";
import { isKept } from "./kept-form.tsx";
import { RestingPage } from "./resting.tsx";
import { SignedOutPage } from "./signed-out.tsx";

/** What a page shows when it can't be shown: the sentence for the status, and the number to quote. */
export function PageError() {
  const error = useRouteError();
  const root = useRouteLoaderData("root") as { requestId?: string } | undefined;
  if (isRouteErrorResponse(error)) {
    if (error.status === 400) return <ErrorPage kind="unreadable" />;
    if (error.status === 404) return <ErrorPage kind="notFound" />;
    if (error.status === 403) return <ErrorPage kind="forbiddenPage" />;
    if (isKept(error.data)) return error.data.kind === "resting" ? <RestingPage {...error.data} /> : <SignedOutPage {...error.data} />;
    if (error.status === 503) return <ErrorPage kind="searchDown" />;
  }
  return <ErrorPage kind="failed" requestId={root?.requestId} />;
}
