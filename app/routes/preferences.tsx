import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { ownPath } from "#app/platform/web/guards.server.ts";
import { PageError } from "../ui/components/page-error.tsx";
import { nearCookie, preferenceCookies } from "../ui/i18n/preferences.ts";

/** Keeps a choice of language, print, colours or of where distances begin, and goes back to the page it was made on. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const headers = new Headers();
  const https = context.origin.startsWith("https:");
  for (const cookie of [...preferenceCookies(query, https), ...nearCookie(query, https)]) headers.append("Set-Cookie", cookie);
  return redirect(ownPath(query.get("to"), "/"), { headers });
}

export const ErrorBoundary = PageError;
