import { countTold, loadPostsToTell, nextStandingSearches, type PostToTell, type StandingSearch } from "#app/data/saved-searches.server.ts";
import { queueSms } from "#app/data/sms.server.ts";
import { newPostSms } from "#app/domain/notice/new-post-sms.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { originOf } from "#app/platform/environment.server.ts";
import { matchPosts } from "#search/queries/match-posts.ts";
import { parsePostSearch } from "#search/queries/params.ts";

const AT_ONCE = 500;
const DAY_MS = 86_400_000;
/** An import of thousands must not bury anybody: what is over stands in the search itself. */
export const MOST_NOTICES_A_DAY = 20;
export const MOST_MESSAGES_A_DAY = 3;

/**
 * Tells those whose saved searches find these posts. A search tells of a post once, whatever is delivered twice: the notice's
 * key is unique, and the text message is written in the same transaction. Posts older than the search stay untold.
 */
export async function alertSearches(deps: Deps, postIds: readonly string[]): Promise<{ notices: number }> {
  const posts = await loadPostsToTell(deps.pool, postIds);
  let notices = 0;
  for (let after = ""; ; ) {
    const searches = await nextStandingSearches(deps.pool, after, AT_ONCE);
    const found = await matchPosts(deps, searches.map(({ query, readAs, homeCountyCode }) => ({ params: parsePostSearch(new URLSearchParams(query)).params, readAs, homeCountyCode })), [...posts.keys()]);
    for (const [at, search] of searches.entries()) {
      const fresh = found[at]!.flatMap((id) => posts.get(id) ?? []).filter((post) => post.recordedAt >= search.recordedAt);
      if (fresh.length > 0) notices += await tell(deps, search, fresh);
    }
    if (searches.length < AT_ONCE) return { notices };
    after = searches[searches.length - 1]!.id;
  }
}

async function tell(deps: Deps, search: StandingSearch, posts: readonly PostToTell[]): Promise<number> {
  const now = deps.clock.now();
  const told = await countTold(deps.pool, search.id, search.personId, new Date(now.getTime() - DAY_MS));
  let { messages } = told;
  let made = 0;
  for (const post of posts) {
    if (told.notices + made >= MOST_NOTICES_A_DAY) break;
    const onceKey = `new-post:${search.id}:${post.id}`;
    const done = await deps.db.$transaction(async (tx) => {
      const { count } = await tx.notice.createMany({
        data: [{ id: deps.newId(), personId: search.personId, kind: "NEW_POST", onceKey, postId: post.id, savedSearchId: search.id, recordedAt: now }],
        skipDuplicates: true,
      });
      const phoneEnc = count === 1 && search.bySms && messages < MOST_MESSAGES_A_DAY ? search.phoneEnc : null;
      if (phoneEnc !== null) {
        await queueSms(deps, tx, {
          onceKey, personId: search.personId, phoneEnc, phoneMasked: search.phoneMasked ?? "", purpose: "new-post",
          text: newPostSms(post, search.stopToken, originOf(deps.env)),
        });
      }
      return { notices: count, messages: phoneEnc === null ? 0 : 1 };
    });
    made += done.notices;
    messages += done.messages;
  }
  return made;
}
