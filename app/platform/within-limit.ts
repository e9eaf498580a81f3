/** Settles with the work or rejects after the limit, whichever comes first. */
export function withinLimit<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(ms)), ms);
  });
  work.catch(() => undefined);
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

export class NoAnswer extends Error {
  readonly code = "NO_ANSWER";
  constructor(ms: number) {
    super(`no answer within ${ms} ms`);
  }
}
