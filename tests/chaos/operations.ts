import { randomBytes } from "node:crypto";
import type { Random } from "#prisma/seed/generate/random.ts";
import type { Person, World } from "./world.ts";

/** What a busy office does, and how often among a hundred. */
const MIX = { accept: 34, confirm: 26, publish: 14, edit: 10, wish: 10, upload: 3, roster: 2, run: 1 } as const;
export type Kind = keyof typeof MIX;

export interface Form {
  path: string;
  cookie: string;
  body: () => URLSearchParams | FormData;
}

/** What the server said in the end: done; refused in words; or nothing for as long as anybody would go on trying. */
export type Outcome = "done" | "refused" | "unanswered";

export interface Operation {
  kind: Kind;
  form: Form;
  /** what the check looks for in the database */
  about: Readonly<Record<string, unknown>>;
  outcome?: Outcome;
  /** where a redirection led */
  location?: string | null;
  /** requests that broke off or failed before one was answered */
  failures: number;
}

interface Draft {
  form: Form;
  about: Record<string, unknown>;
}

/** Draws what one visitor does next; null where there is nobody or nothing left for it. */
export function drawOperation(world: World, random: Random, done: readonly Operation[]): Operation | null {
  const kind = drawKind(random);
  const draft = DRAFTS[kind](world, random, done);
  return draft && { kind, ...draft, failures: 0 };
}

function drawKind(random: Random): Kind {
  let at = random.int(0, Object.values(MIX).reduce((sum, share) => sum + share, 0) - 1);
  for (const [kind, share] of Object.entries(MIX)) if ((at -= share) < 0) return kind as Kind;
  return "accept";
}

const form = (path: string, cookie: string, fields: Record<string, string>): Form => ({ path, cookie, body: () => new URLSearchParams(fields) });
const mark = () => randomBytes(5).toString("hex");

const DRAFTS: Record<Kind, (world: World, random: Random, done: readonly Operation[]) => Draft | null> = {
  accept(world, random) {
    const person = world.takePerson();
    if (!person) return null;
    const post = random.pick(world.posts);
    return { form: form(`/jobs/${post.id}`, person.cookie, {}), about: { personId: person.id, postId: post.id, employer: post.employer } };
  },
  confirm(world, _random, done) {
    const accepted = done.find((one) => one.kind === "accept" && one.outcome === "done" && !world.confirming.has(one));
    const placementId = accepted?.location?.split("/").at(-1);
    if (!accepted || !placementId) return null;
    world.confirming.add(accepted);
    const employer = accepted.about.employer as World["employers"][number];
    return { form: form("/employer/placements", employer.cookie, { placementId, happenedOn: world.today }), about: { placementId } };
  },
  publish(world, random) {
    const employer = random.pick(world.employers);
    const title = `电焊工${mark()}`;
    return { form: form("/employer/posts/new", employer.cookie, world.postForm(title)), about: { employerId: employer.id, title, employer } };
  },
  edit(world, _random, done) {
    const published = done.find((one) => one.kind === "publish" && one.outcome === "done" && !world.editing.has(one));
    const postId = published && new URLSearchParams(published.location?.split("?")[1]).get("post");
    if (!published || !postId) return null;
    world.editing.add(published);
    const title = `${String(published.about.title)}改`;
    return { form: form(`/employer/posts/${postId}/edit`, (published.about.employer as World["employers"][number]).cookie, world.postForm(title)), about: { postId, title, was: published } };
  },
  wish(world, random) {
    const person: Person | null = world.takePerson();
    if (!person) return null;
    const yuan = random.int(3_000, 9_000);
    return {
      form: form("/me/wish", person.cookie, { seeking: "on", occupationCodes: "6-18-02-04", minWageYuan: String(yuan), willInCounty: "on", willInProvince: "on", availableFrom: world.today }),
      about: { personId: person.id, fen: yuan * 100 },
    };
  },
  upload(world, random) {
    const employer = random.pick(world.employers);
    const titles = Array.from({ length: 20 }, () => `车工${mark()}`);
    const csv = ["岗位名称,区县,人数,工资,岗位描述,有效期至", ...titles.map((title) => `${title},临县,2,5000-6500元/月,按图加工零件，白班，缴纳社会保险。,${world.validUntil}`)].join("\n");
    const body = () => {
      const data = new FormData();
      data.append("file", new Blob([csv], { type: "text/csv" }), "posts.csv");
      return data;
    };
    return { form: { path: "/employer/posts/upload", cookie: employer.cookie, body }, about: { employerId: employer.id, titles } };
  },
  roster(world) {
    const people = Array.from({ length: 40 }, () => ({ idNumber: world.freeIdNumber(), name: "王新民" }));
    const csv = ["姓名,身份证号,区县,人员类别", ...people.map((one) => `${one.name},${one.idNumber},临县,脱贫户`)].join("\n");
    const body = () => {
      const data = new FormData();
      data.append("file", new Blob([csv], { type: "text/csv" }), `${mark()}.csv`);
      return data;
    };
    return { form: { path: "/bureau/rosters", cookie: world.officer, body }, about: { idNumbers: people.map(({ idNumber }) => idNumber) } };
  },
  run: (world) => ({ form: form("/runs", world.officer, { regionCode: "141124" }), about: {} }),
};
