import type { OwnSection } from "#app/data/own-data.server.ts";

export const OWN_DATA_FORM = "jingangtong-own-data/1";

/** The whole as one JSON text, in pieces: a list of rows for each section. */
export async function* ownJson(sections: AsyncIterable<OwnSection>, made: { at: string }): AsyncGenerator<string> {
  yield `{"form":${JSON.stringify(OWN_DATA_FORM)},"madeAt":${JSON.stringify(made.at)},"sections":{`;
  let first = true;
  for await (const { table, rows } of sections) {
    yield `${first ? "" : ","}\n${JSON.stringify(table)}:[`;
    first = false;
    let at = 0;
    for await (const row of rows) yield `${at++ === 0 ? "" : ","}\n${JSON.stringify(row)}`;
    yield "]";
  }
  yield "}}\n";
}
