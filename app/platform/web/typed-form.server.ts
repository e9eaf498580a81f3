import { AsyncLocalStorage } from "node:async_hooks";
import type { RequestHandler } from "express";

interface Typed {
  fields: [string, string][];
}

/** The pages are a bundle with a copy of this module of its own: it meets the server's here. */
const PLACE = Symbol.for("jingangtong.typed-form");
const places = globalThis as { [PLACE]?: AsyncLocalStorage<Typed> };
const requests = (places[PLACE] ??= new AsyncLocalStorage<Typed>());

/** Never shown again, not even to whoever typed it. */
const SECRET = /^(?:current)?password$|^code$|^ticket$|^proof$/i;
const MOST_CHARACTERS = 60_000;
/** A village's month of days is a third of this; a million letters can be hundreds of thousands of fields. */
const MOST_FIELDS = 10_000;

export function hasTooManyFields(form: FormData): boolean {
  let count = 0;
  for (const _field of form.keys()) if ((count += 1) > MOST_FIELDS) return true;
  return false;
}

/** Lets what a form sent be known until its request is answered. */
export const rememberTyped: RequestHandler = (_request, _response, next) => requests.run({ fields: [] }, next);

export function noteTyped(form: FormData): void {
  const typed = requests.getStore();
  if (typed) typed.fields = [...form.entries()].filter((field): field is [string, string] => typeof field[1] === "string" && !SECRET.test(field[0]));
}

/** The same of a form that the page refused before it was read; what a file was part of is not whole without it. */
export async function noteUnread(request: Request): Promise<void> {
  const form = request.bodyUsed ? null : await request.formData().catch(() => null);
  if (form !== null && !hasTooManyFields(form) && ![...form.values()].some((value) => typeof value !== "string" && value.size > 0)) noteTyped(form);
}

/** What was typed into the form of this request; empty for a page that was only opened, or when it is too long to be sent along. */
export function typedFields(): [string, string][] {
  const fields = requests.getStore()?.fields ?? [];
  return fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0) > MOST_CHARACTERS ? [] : fields;
}
