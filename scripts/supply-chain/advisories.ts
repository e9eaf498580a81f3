import type { Judged } from "./judged.ts";

export interface Advisory {
  id: string;
  package: string;
  severity: string;
  title: string;
  url: string;
  judged: string | null;
}

interface Report {
  message?: string;
  error?: { summary?: string; code?: string };
  vulnerabilities?: Record<string, { via: (string | { name: string; severity: string; title: string; url: string })[] }>;
}

export type AuditAnswer = { answered: false; reason: string } | { answered: true; advisories: Advisory[] };

/** Reads what `npm audit --json` printed. A registry that answers no audits is told apart from one that found nothing. */
export function readAudit(output: string, { advisories }: Pick<Judged, "advisories">): AuditAnswer {
  let report: Report;
  try {
    report = JSON.parse(output.slice(output.indexOf("{"))) as Report;
  } catch {
    return { answered: false, reason: output.trim().slice(0, 300) || "npm audit printed nothing" };
  }
  if (!report.vulnerabilities) return { answered: false, reason: report.message ?? report.error?.summary ?? report.error?.code ?? "the answer lists no vulnerabilities" };
  const found = new Map<string, Advisory>();
  for (const { via } of Object.values(report.vulnerabilities)) {
    for (const one of via) {
      if (typeof one === "string") continue;
      const id = one.url.split("/").pop() ?? one.url;
      found.set(id, { id, package: one.name, severity: one.severity, title: one.title, url: one.url, judged: advisories[id]?.reason ?? null });
    }
  }
  return { answered: true, advisories: [...found.values()] };
}
