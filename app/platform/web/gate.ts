/** Who goes first when not all can be served: signed-in acts, signed-in reading, guests, guests' searches. */
export const RANKS = ["act", "reading", "guest", "search"] as const;
export type Rank = (typeof RANKS)[number];

/** How long each waits for its turn, in milliseconds, before it is told to come back. */
const WAITS: Record<Rank, number> = { act: 2_000, reading: 1_000, guest: 600, search: 500 };
/** A slot is given on after so long, whatever holds it: a line that creeps must not stop the others. */
const LONGEST_HOLD_MS = 10_000;

interface Waiting {
  rank: Rank;
  enter(release: (() => void) | null): void;
}

/**
 * Lets so many requests run at once; the others wait, the more important first, each no longer than its rank allows. A queue that is
 * full gives up the least important. So what is served is served in bounded time, and what is not is told so at once.
 */
export class Gate {
  private running = 0;
  private readonly queues: Record<Rank, Waiting[]> = { act: [], reading: [], guest: [], search: [] };

  constructor(private readonly size: number, private readonly mostWaiting = size * 8) {}

  /** Calls back with what ends the turn, or with null when there is none to be had in time. */
  enter(rank: Rank, done: (release: (() => void) | null) => void): void {
    if (this.running < this.size) return done(this.take());
    if (this.waiting >= this.mostWaiting && !this.giveUpBelow(rank)) return done(null);
    const queue = this.queues[rank];
    const waiting: Waiting = {
      rank,
      enter(release) {
        clearTimeout(timer);
        done(release);
      },
    };
    const timer = setTimeout(() => {
      const at = queue.indexOf(waiting);
      if (at >= 0) queue.splice(at, 1)[0]!.enter(null);
    }, WAITS[rank]);
    queue.push(waiting);
  }

  get waiting(): number {
    return RANKS.reduce((sum, rank) => sum + this.queues[rank].length, 0);
  }

  private giveUpBelow(rank: Rank): boolean {
    for (const lower of RANKS.slice(RANKS.indexOf(rank) + 1).reverse()) {
      const given = this.queues[lower].pop();
      if (given) {
        given.enter(null);
        return true;
      }
    }
    return false;
  }

  private take(): () => void {
    this.running += 1;
    let held = true;
    const release = () => {
      if (!held) return;
      held = false;
      clearTimeout(timer);
      this.running -= 1;
      for (const rank of RANKS) {
        const next = this.queues[rank].shift();
        if (next) return next.enter(this.take());
      }
    };
    const timer = setTimeout(release, LONGEST_HOLD_MS);
    timer.unref();
    return release;
  }
}
