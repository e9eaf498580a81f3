import { fillPlaces } from "./fill-places.ts";
import { buildGraph, type Graph } from "./graph.ts";
import { openingBids } from "./opening-bids.ts";
import { placeWorkers } from "./place-workers.ts";
import type { AssignmentAim, AssignmentProblem, Optimum, Shortage } from "./problem.ts";
import { State } from "./state.ts";

/**
 * Solves the assignment problem exactly: opening bids, then ways of least loss (Dijkstra over the posts with their prices as
 * potentials, at most one search for each worker and each place) until nobody and no place is left over. Worst case
 * O((workers + places) · edges · log posts) time; O(edges + places) memory.
 *
 * Throws RangeError for a value that is not finite, a capacity that is not a whole number from 0, or an edge to nowhere.
 */
export function solveAssignment(problem: AssignmentProblem, aim: AssignmentAim = {}): Optimum | Shortage {
  const graph = buildGraph(problem, aim);
  const state = openingState(graph);
  const shortage = placeWorkers(graph, state);
  if (shortage) return shortage;
  fillPlaces(graph, state);
  return optimum(problem, aim, graph, state);
}

/** Takes the prices of the opening bids, and those holders for whom nothing is better at these prices. */
function openingState(graph: Graph): State {
  const state = new State(graph);
  const bids = openingBids(graph);
  state.price.set(bids.price);
  for (let worker = 0; worker < graph.workers; worker += 1) {
    const edge = bids.held[worker]!;
    if (edge < 0) continue;
    const has = graph.gain[edge]! - state.price[graph.post[edge]!]!;
    if (has >= state.bestGain(worker) && (graph.perfect || has >= 0)) state.place(worker, edge);
  }
  return state;
}

function optimum(problem: AssignmentProblem, aim: AssignmentAim, graph: Graph, state: State): Optimum {
  const edgeOfWorker = new Int32Array(graph.workers).fill(-1);
  const workerPrice = new Float64Array(graph.workers);
  for (let worker = 0; worker < graph.workers; worker += 1) {
    const edge = state.held[worker]!;
    if (edge >= 0) edgeOfWorker[worker] = graph.source[edge]!;
    const best = state.bestGain(worker);
    workerPrice[worker] = graph.perfect ? best : Math.max(0, best);
  }
  const paid = (post: number) => state.price[post]! * problem.capacities[post]!;
  const sign = aim.minimise ? -1 : 1;
  return {
    feasible: true,
    edgeOfWorker,
    workerPrice,
    postPrice: state.price,
    value: total(graph.workers, (worker) => (edgeOfWorker[worker]! < 0 ? 0 : problem.edgeValue[edgeOfWorker[worker]!]!)),
    bound: sign * total(graph.workers + graph.posts, (k) => (k < graph.workers ? workerPrice[k]! : paid(k - graph.workers))),
  };
}

/** Neumaier's sum: the error does not grow with the number of terms. */
function total(count: number, term: (index: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let k = 0; k < count; k += 1) {
    const next = term(k);
    const larger = sum + next;
    lost += Math.abs(sum) >= Math.abs(next) ? sum - larger + next : next - larger + sum;
    sum = larger;
  }
  return sum + lost;
}
