/**
 * Who may take what, and for how much. Workers and posts are numbered from 0; edge e says that worker `edgeWorker[e]` may
 * take a place at post `edgePost[e]` for `edgeValue[e]`. Several edges between the same two are allowed: the best counts.
 */
export interface AssignmentProblem {
  workers: number;
  /** places of each post: whole numbers from 0 */
  capacities: ArrayLike<number>;
  edgeWorker: ArrayLike<number>;
  edgePost: ArrayLike<number>;
  /** finite, of any sign */
  edgeValue: ArrayLike<number>;
}

export interface AssignmentAim {
  /** the values are costs: the smallest total is wanted */
  minimise?: boolean;
  /** everybody must be placed, also at a loss; otherwise nobody is placed at a loss */
  perfect?: boolean;
}

/**
 * A best assignment and the prices that prove it. Gain is the value of an edge, or minus its value when minimising.
 * For every edge workerPrice + postPrice ≥ gain, so no assignment gains more than the sum of the prices of all workers
 * and all places. Prices of posts are ≥ 0; prices of workers too, unless everybody must be placed.
 */
export interface Optimum {
  feasible: true;
  /** the edge by which each worker is placed, or -1 */
  edgeOfWorker: Int32Array;
  workerPrice: Float64Array;
  postPrice: Float64Array;
  /** total of the values, in the unit of the values */
  value: number;
  /** what the prices prove: no assignment is above it (below it, when minimising) */
  bound: number;
}

/** Why not everybody can be placed: these workers have edges to these posts alone, which have fewer places than they are. */
export interface Shortage {
  feasible: false;
  workers: number[];
  posts: number[];
  /** places of those posts together */
  places: number;
}
