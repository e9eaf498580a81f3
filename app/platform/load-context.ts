import type { Actor } from "./actor.ts";
import type { Deps } from "./deps.server.ts";
import type { AwaitedSession } from "./sessions.server.ts";

/** What every loader and action is handed. */
export interface LoadContext {
  deps: Deps;
  /** who asks; null for a guest. While the user acts for somebody, that person with the user's id. */
  actor: Actor | null;
  /** the signed-in user, also while they act for somebody */
  self: Actor | null;
  /** a guest who was signed in before: their session is over, by idling or by age */
  signedOut: boolean;
  /** of this request; null for a guest */
  sessionId: string | null;
  requestId: string;
  /** the database refused a write of this request because it only reads at the moment */
  resting: boolean;
  /** says so: the answer becomes 503 and tells when to come back */
  rest(): void;
  /** the address this product is reached under, without a slash at its end */
  origin: string;
  /** a keyed hash of this visitor's address and today: tells visitors apart for a day and names nobody */
  visitorKey: string;
  /** takes one report of a post from this address; seconds to wait, 0 when free */
  reportWait(): Promise<number>;
  /** whose password was right and who has yet to show a second factor, or to set one up; actor and self are null until then */
  awaited: AwaitedSession | null;
  /** takes one try at signing in under a name, which may mean these accounts; seconds to wait, 0 when free */
  signInWait(username: string, userIds: readonly string[]): Promise<number>;
  /** gives the tries back after a right password */
  signInDone(username: string, userIds: readonly string[]): Promise<void>;
  /** takes one try at a password or code that an account's own user is asked for again; seconds to wait, 0 when free */
  proofWait(userId: string): Promise<number>;
  proofDone(userId: string): Promise<void>;
  /** takes one registration of an employer from this address; seconds to wait, 0 when free */
  registerWait(): Promise<number>;
  /** takes one message with a code to a telephone; seconds to wait, 0 when free */
  codeWait(phone: string): Promise<number>;
  /** takes one try at typing a code, or at registering, from this address; seconds to wait, 0 when free */
  codeTryWait(): Promise<number>;
  /** opens a session for a user who has just proved who they are; returns the Set-Cookie value. `factorShown`: by a second factor too */
  startSession(userId: string, options?: { factorShown?: boolean }): Promise<string>;
  /** gives this browser another secret for its session, as what the session may do has changed; the cookie goes with the answer */
  renewSession(): Promise<void>;
  /** ends the session of this request; returns the Set-Cookie value that forgets it */
  endSession(): Promise<string>;
  /** the secret that says this browser has proved a telephone; null when it has not */
  phoneProof: string | null;
  /** the Set-Cookie value that keeps such a secret, or, with null, forgets it */
  keepPhoneProof(proof: string | null): string;
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends LoadContext {}
}
