import type { AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { isReadOnly } from "#app/platform/read-only.server.ts";
import { noteUnread, typedFields } from "#app/platform/web/typed-form.server.ts";
import type { Kept } from "./ui/components/kept-form.tsx";

/** Pages are plain HTML that no script takes over, so they are rendered without React's markers. */
export default async function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, load: AppLoadContext): Promise<Response> {
  if (load.resting) keepTyped(request, context, 503, "resting");
  const signIn = status === 401 && load.signedOut;
  if (signIn) {
    await noteUnread(request);
    keepTyped(request, context, 401, "signed-out");
  }
  const html = renderToStaticMarkup(<RemixServer context={context} url={request.url} />);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.append("Vary", "Cookie");
  if (load.resting || signIn) headers.set("Cache-Control", "no-store");
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** What a page, a form or an endpoint did not expect. A database that only reads for a while is told apart: who asked comes back later. */
export function handleError(error: unknown, { request, context }: Pick<LoaderFunctionArgs, "request" | "context">): void {
  if (request.signal.aborted || isVisitorsFault(error)) return;
  if (isReadOnly(error)) context.rest();
  context.deps.logger.error({ requestId: context.requestId, error }, context.resting ? "database only reads" : "request failed");
}

/** A form sent to a page that takes none, an address of nothing: answered as such, and nobody is called for it. */
const isVisitorsFault = (error: unknown): boolean => isRouteErrorResponse(error) && error.status < 500;

/** Puts the sentence for it, with what was typed, where the page would say that it failed. */
function keepTyped({ url }: Request, { staticHandlerContext }: EntryContext, status: number, kind: Kept["kind"]): void {
  const { pathname, search } = new URL(url);
  const data: Kept = { kind, action: pathname + search, fields: typedFields() };
  const errors = staticHandlerContext.errors ?? {};
  for (const id of Object.keys(errors)) errors[id] = { status, statusText: "", internal: false, data };
}
