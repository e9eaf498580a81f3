import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, useLocation, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { Layout as PageLayout } from "./ui/components/layout.tsx";
import { PageError } from "./ui/components/page-error.tsx";
import { LocaleProvider } from "./ui/i18n/context.tsx";
import { type Preferences, preferenceCookies, preferencesFromRequest } from "./ui/i18n/preferences.ts";
import styles from "./ui/styles/index.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/mark.svg", type: "image/svg+xml" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export const meta: MetaFunction = () => [{ title: "晋岗通" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const preferences = preferencesFromRequest(request);
  const headers = new Headers();
  for (const cookie of preferenceCookies(new URL(request.url).searchParams, context.origin.startsWith("https:"))) headers.append("Set-Cookie", cookie);
  const actingFor = context.actor?.actingFor;
  const body = { preferences, role: context.actor?.role ?? null, acting: actingFor && !actingFor.over ? actingFor.nameMasked : null, demo: context.deps.env.APP_MODE === "demo", requestId: context.requestId };
  return data(body, { headers });
}

export interface RootData {
  preferences: Preferences;
  role: Parameters<typeof PageLayout>[0]["role"];
  /** for whom the visitor acts at the moment, masked */
  acting: string | null;
  demo: boolean;
  requestId: string;
}

const BEFORE_LOADING: RootData = { preferences: { locale: "zh", theme: "auto", print: "normal" }, role: null, acting: null, demo: false, requestId: "" };

export function Layout({ children }: { children: ReactNode }) {
  const { preferences, role, acting, demo } = (useRouteLoaderData("root") as RootData | undefined) ?? BEFORE_LOADING;
  const location = useLocation();
  return (
    <html lang={preferences.locale === "zh" ? "zh-CN" : "en"} data-theme={preferences.theme === "auto" ? undefined : preferences.theme} data-print={preferences.print === "large" ? "large" : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider locale={preferences.locale}>
          <PageLayout role={role} acting={acting} preferences={preferences} demo={demo} here={location.pathname + location.search}>{children}</PageLayout>
        </LocaleProvider>
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <PageError />;
}
