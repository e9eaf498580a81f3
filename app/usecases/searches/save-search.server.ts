import { z } from "zod";
import { giveConsents } from "#app/data/consents.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { randomToken, sha256 } from "#app/platform/crypto.server.ts";
import { parsePostSearch, postSearchUrl } from "#search/queries/params.ts";
import { searchPosts } from "#search/queries/search-posts.ts";
import { useCase } from "../use-case.server.ts";

export const MOST_SEARCHES = 20;
const READ_OTHERWISE = new Set(["BY_SOUND", "JOINED"]);
const CONTROLS = /\p{C}/gu;

/** A person wants to hear of new posts that a search finds. Saving the same search again starts its alerts anew. */
export const saveSearch = useCase({
  name: "save-search",
  roles: ["SEEKER"],
  subject: { type: "saved-search", id: (_input, value) => value.searchId },
  input: z.object({
    query: z.string().max(2_000, "too-long"),
    name: z.string().transform((text) => text.replace(CONTROLS, "").trim()).pipe(z.string().min(1, "required").max(120, "too-long")),
    bySms: z.union([z.boolean(), z.literal("on").transform(() => true)]).default(false),
  }),
  async run({ deps, actor, input }) {
    const { personId } = actor;
    if (personId === null) return refuse("no-person");
    const { params } = parsePostSearch(new URLSearchParams(input.query));
    const query = postSearchUrl({ ...params, page: 1 }).toString();
    const queryHash = sha256(query);
    const standing = await deps.db.savedSearch.count({ where: { personId, stoppedAt: null, queryHash: { not: queryHash } } });
    if (standing >= MOST_SEARCHES) return refuse("too-many-searches", { params: { most: MOST_SEARCHES } });
    // without the engine a search is kept as it was typed
    const understood = params.q === "" ? null : await searchPosts(deps, params).catch(() => null);
    const readAs = understood && READ_OTHERWISE.has(understood.interpretation.kind) ? understood.interpretation.text.slice(0, 200) : null;
    const now = deps.clock.now();
    // whoever asks for a text message allows text messages: it stands on their privacy page from now on
    if (input.bySms) await deps.db.$transaction((tx) => giveConsents(deps, tx, actor, personId, ["SMS"], "SELF"));
    const { id } = await deps.db.savedSearch.upsert({
      where: { personId_queryHash: { personId, queryHash } },
      create: { id: deps.newId(), personId, name: input.name, query, queryHash, readAs, bySms: input.bySms, stopToken: randomToken(), recordedAt: now },
      update: { name: input.name, readAs, bySms: input.bySms, recordedAt: now, stoppedAt: null },
    });
    return ok({ searchId: id });
  },
});
