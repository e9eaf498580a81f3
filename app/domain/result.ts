/** An expected failure is data: a code with a text in the catalogues (`errors.<code>`), and where it belongs. */
export interface Problem {
  code: string;
  /** the form field it stands beside, if any */
  field?: string;
  params?: Record<string, string | number>;
}

export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(code: string, more: Omit<Problem, "code"> = {}): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ code, ...more }] };
}

/** The value where a refusal is a fault of the caller's (starter data, a test's own set-up): it throws with the problems. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
