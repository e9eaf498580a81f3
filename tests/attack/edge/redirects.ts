import { sendRaw } from "./raw.ts";

/** Ways to name another site in a place that is for paths of ours; a browser leaves out tabs and line breaks and takes `\` for `/`. */
const ELSEWHERE = [
  "https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "/\n/evil.example", "/\r\n/evil.example", "\t//evil.example", " //evil.example", "///evil.example", "/\u0000/evil.example",
  "javascript:alert(1)", "data:text/html,x", "https:evil.example", "/jobs\r\nSet-Cookie: jgt_session=evil", "/jobs\r\nLocation: https://evil.example", "@evil.example", ".evil.example", "/.//evil.example", "/%2f/evil.example", "/\u3002evil.example",
];

/** Where a browser that stands on this site goes when it is told this. */
const leadsAway = (url: string, location: string) => !URL.canParse(location, url) || new URL(location, url).origin !== new URL(url).origin;

async function ask(url: string, path: string, init: RequestInit = {}): Promise<string[]> {
  const reply = await fetch(url + path, { redirect: "manual", ...init });
  const location = reply.headers.get("location");
  const faults = reply.status >= 500 ? [`answers ${reply.status}`] : [];
  if (location !== null && leadsAway(url, location)) faults.push(`leads to ${JSON.stringify(location)}`);
  if (reply.headers.getSetCookie().some((cookie) => cookie.includes("=evil"))) faults.push("sets a cookie it was told to");
  const html = reply.headers.get("content-type")?.startsWith("text/html") ? await reply.text() : "";
  const links = [...html.matchAll(/(?:href|action|src|formaction)="([^"]*)"/g)].map(([, link]) => link!.replaceAll("&amp;", "&")).filter((link) => /evil\.example/.test(link) && leadsAway(url, link));
  return [...faults, ...links.map((link) => `links to ${link}`)];
}

/** Everything that takes an address to go on to: `signIn` is an account that can. */
export async function openRedirects(url: string, signIn: { username: string; password: string }, addressOf: () => string): Promise<{ what: string; fault: string }[]> {
  const found: { what: string; fault: string }[] = [];
  for (const to of ELSEWHERE) {
    const query = new URLSearchParams({ to, lang: "zh" });
    const headers = { "x-forwarded-for": addressOf(), origin: url };
    const tries: [string, Promise<string[]>][] = [
      ...["/preferences", "/login", "/register", "/login/second", "/login/code", "/register/who", "/me/wish", "/login/choose"].map((path): [string, Promise<string[]>] => [`GET ${path}`, ask(url, `${path}?${query}`, { headers })]),
      ["POST /login", ask(url, "/login", { method: "POST", headers, body: new URLSearchParams({ ...signIn, to }) })],
      ["POST /register", ask(url, `/register?${query}`, { method: "POST", headers, body: new URLSearchParams({ phone: "1" }) })],
    ];
    for (const [what, faults] of tries) found.push(...(await faults).map((fault) => ({ what: `${what} to ${JSON.stringify(to)}`, fault })));
  }
  return found;
}

/** Nothing that is answered names a site that a visitor made up: as Host, or as a proxy's word for it. */
export async function hostInjection(url: string, paths: readonly string[], headers: string): Promise<{ what: string; fault: string }[]> {
  const { host } = new URL(url);
  const found: { what: string; fault: string }[] = [];
  for (const path of paths) {
    for (const lines of [`Host: evil.example\r\n`, `Host: ${host}\r\nX-Forwarded-Host: evil.example\r\nX-Host: evil.example\r\nForwarded: host=evil.example;proto=javascript\r\nX-Forwarded-Proto: javascript\r\nX-Original-URL: /admin/jobs\r\nX-Rewrite-URL: /admin/jobs\r\n`]) {
      const answer = await sendRaw(url, [`GET ${path} HTTP/1.1\r\n${lines}${headers}Connection: close\r\n\r\n`]);
      const named = [answer.headers.location ?? "", answer.headers["set-cookie"] ?? "", answer.text].find((text) => /evil\.example|javascript:/.test(text));
      const what = `${path} with ${lines.split("\r\n").slice(0, 2).filter(Boolean).join(", ")}`;
      if (named !== undefined) found.push({ what, fault: `names it: ${named.slice(Math.max(0, named.search(/evil\.example|javascript:/) - 60)).slice(0, 120)}` });
      if (answer.status === null || answer.status >= 500) found.push({ what, fault: `answers ${answer.status}` });
    }
  }
  return found;
}
