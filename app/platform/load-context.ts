import type { Actor } from "./actor.ts";
import type { Deps } from "./deps.server.ts";

/** What every loader and action is handed. */
export interface LoadContext {
  deps: Deps;
  /** who asks; null for a guest */
  actor: Actor | null;
  requestId: string;
  /** the address this product is reached under, without a slash at its end */
  origin: string;
  /** a keyed hash of this visitor's address and today: tells visitors apart for a day and names nobody */
  visitorKey: string;
  /** takes one report of a post from this address; seconds to wait, 0 when free */
  reportWait(): Promise<number>;
  /** takes one try at signing in to an account from this address; seconds to wait, 0 when free */
  signInWait(username: string): Promise<number>;
  /** gives the tries back after a right password */
  signInDone(username: string): Promise<void>;
  /** opens a session for a user who has just proved who they are; returns the Set-Cookie value */
  startSession(userId: string): Promise<string>;
  /** ends the session of this request; returns the Set-Cookie value that forgets it */
  endSession(): Promise<string>;
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends LoadContext {}
}
