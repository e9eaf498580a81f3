import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";

/** Pages are plain HTML that no script takes over, so they are rendered without React's markers. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, _load: AppLoadContext): Response {
  const html = renderToStaticMarkup(<RemixServer context={context} url={request.url} />);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.append("Vary", "Cookie");
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}
