const LONGEST_TITLE = 30;

/** The text message that tells of a new post; within 500 characters. `origin` has no slash at its end. */
export function newPostSms(post: { id: string; title: string; place: string }, stopToken: string, origin: string): string {
  const title = Array.from(post.title).slice(0, LONGEST_TITLE).join("");
  return `【晋岗通】有新岗位：${title}，${post.place}。详情 ${origin}/jobs/${post.id} 不再提醒 ${origin}/alerts/${stopToken}`;
}
