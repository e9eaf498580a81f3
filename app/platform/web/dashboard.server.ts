import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { ExpressAdapter } from "@bull-board/express";
import type { Queue } from "bullmq";
import type { Express, RequestHandler } from "express";
import type { Deps } from "../deps.server.ts";
import { sessionOf } from "./load-context.server.ts";
import { dashboardHeaders } from "./security.server.ts";

export const DASHBOARD_PATH = "/admin/queues";

/** The queue dashboard, for administrators; everybody else finds nothing there. */
export function queueDashboard(deps: Deps, queues: readonly Queue[]): RequestHandler[] {
  const adapter = new ExpressAdapter();
  adapter.setBasePath(DASHBOARD_PATH);
  createBullBoard({ queues: queues.map((queue) => new BullMQAdapter(queue)), serverAdapter: adapter });
  const administratorsOnly: RequestHandler = (request, response, next) => {
    sessionOf(deps, request, String(response.locals.requestId)).then((session) => {
      if (session?.actor.role === "ADMIN") next();
      else response.status(404).type("text/plain; charset=utf-8").send("没有这个页面。There is no such page.");
    }, next);
  };
  const dashboard = adapter.getRouter() as Express;
  dashboard.disable("x-powered-by");
  return [administratorsOnly, dashboardHeaders(), dashboard];
}
