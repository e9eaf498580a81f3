import { z } from "zod";
import { holdClass } from "#app/data/training/classes.server.ts";
import { tellTrainees } from "#app/data/training/notices.server.ts";
import { addMonths, toDate, toDay } from "#app/domain/dates.ts";
import { readYuan } from "#app/domain/money.ts";
import { maskName } from "#app/domain/person/masks.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { GRADED_KINDS } from "#app/domain/profile/certificate.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { CERTIFICATE_KINDS, SKILL_LEVELS } from "#app/domain/terms.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForRegion, actsForTraining } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

const OFFICE = ["OFFICER", "ADMIN"] as const;
const blank = (value: unknown) => (value === "" ? undefined : value);
const county = z.string("training-county").regex(/^14\d{4}$/, "training-county");

/** A course of a county: what is learned, to which level, in how many hours, and which kind of certificate it leads to. A level goes with a graded kind only, and such a kind with a level. */
export const addTrainingCourse = useCase({
  name: "add-training-course",
  roles: OFFICE,
  subject: { type: "trainingCourse", id: (input, value) => value.courseId ?? input.countyCode },
  input: z.object({
    title: plainLine(2, "training-course-title", 80),
    countyCode: county,
    occupationCode: z.string("occupation-needed").min(1, "occupation-needed").max(16, "occupation-unknown"),
    kind: z.preprocess(blank, z.enum(CERTIFICATE_KINDS, "training-kind-needed")),
    level: z.preprocess(blank, z.enum(SKILL_LEVELS, "invalid").optional()),
    hours: z.coerce.number("number-needed").int("whole-number").min(1, "training-hours").max(2_000, "training-hours"),
    costYuan: z.string("required").max(20, "too-large"),
  }),
  async run({ deps, actor, input }) {
    const region = await deps.db.region.findUnique({ where: { code: input.countyCode }, select: { level: true } });
    if (region?.level !== "COUNTY") return refuse("training-county", { field: "countyCode" });
    if (!actsForRegion(actor, input.countyCode)) return refuse("not-your-region", { field: "countyCode" });
    const graded = GRADED_KINDS.includes(input.kind);
    if (graded && input.level === undefined) return refuse("training-level-needed", { field: "level" });
    if (!graded && input.level !== undefined) return refuse("training-level-without-kind", { field: "level" });
    const costFen = readYuan(input.costYuan);
    if (costFen === null || costFen < 0) return refuse("training-cost", { field: "costYuan" });
    if (costFen > 100_000_000) return refuse("too-large", { field: "costYuan" });
    if ((await deps.db.occupation.count({ where: { code: input.occupationCode } })) === 0) return refuse("occupation-unknown", { field: "occupationCode" });
    const courseId = deps.newId();
    try {
      await deps.db.trainingCourse.create({
        data: {
          id: courseId, title: input.title, countyCode: input.countyCode, occupationCode: input.occupationCode, kind: input.kind, level: input.level ?? null, hours: input.hours, costFen,
          onceKey: [input.countyCode, input.occupationCode, input.kind, input.level ?? "-", input.title].join(":"), recordedBy: actor.userId, recordedAt: deps.clock.now(),
        },
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("training-course-known", { field: "title" });
      throw error;
    }
    return ok({ courseId });
  },
});

/** A class of a course by an approved body, planned with its place, days and places. */
export const planTrainingClass = useCase({
  name: "plan-training-class",
  roles: [...OFFICE, "OPERATOR"],
  subject: { type: "trainingClass", id: (input, value) => value.classId ?? input.courseId },
  input: z.object({
    entryKey: z.ulid("invalid"),
    courseId: z.ulid("training-course-needed"),
    bodyId: z.ulid("training-body-needed"),
    place: plainLine(2, "training-place", 120),
    startsOn: z.iso.date("date-form"),
    lastOn: z.iso.date("date-form"),
    places: z.coerce.number("number-needed").int("whole-number").min(1, "training-places").max(500, "training-places"),
    funds: z.enum(["PUBLIC", "OTHER"], "required"),
    teacher: plainLine(2, "training-teacher", 40),
  }),
  async run({ deps, actor, input }) {
    const [course, body] = await Promise.all([deps.db.trainingCourse.findUnique({ where: { id: input.courseId } }), deps.db.trainingBody.findUnique({ where: { id: input.bodyId } })]);
    if (!body || (actor.role === "OPERATOR" && body.id !== actor.trainingBodyId)) return refuse("training-body-needed", { field: "bodyId" });
    // a body plans what its own county has a course for
    if (!course || (actor.role === "OPERATOR" ? course.countyCode !== body.countyCode : !actsForRegion(actor, course.countyCode))) return refuse("training-course-needed", { field: "courseId" });
    if (input.lastOn < input.startsOn) return refuse("range-backwards", { field: "lastOn" });
    if (input.startsOn <= deps.clock.today()) return refuse("training-start-passed", { field: "startsOn" });
    if (input.lastOn > addMonths(input.startsOn, 12)) return refuse("training-too-long", { field: "lastOn" });
    if (toDay(body.approvedOn) > input.startsOn || toDay(body.validUntil) <= input.lastOn || body.endedOn !== null) return refuse("training-body-not-approved", { field: "bodyId" });
    const classId = deps.newId();
    try {
      await deps.db.trainingClass.create({
        data: {
          id: classId, entryKey: input.entryKey, courseId: course.id, bodyId: body.id, countyCode: course.countyCode, place: input.place, startsOn: toDate(input.startsOn), lastOn: toDate(input.lastOn), places: input.places,
          publicFunds: input.funds === "PUBLIC", teacherEnc: deps.crypto.encrypt("person.name", input.teacher), teacherMasked: maskName(input.teacher), recordedBy: actor.userId, recordedAt: deps.clock.now(),
        },
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const known = await deps.db.trainingClass.findUnique({ where: { entryKey: input.entryKey }, select: { id: true, countyCode: true, bodyId: true } });
      return known && actsForTraining(actor, known) ? ok({ classId: known.id }) : refuse("changed-meanwhile");
    }
    return ok({ classId });
  },
});

/** Another place or other days for a class that has not begun; whoever has a place or waits for one is told. The number of places stays what people were promised. */
export const changeTrainingClass = useCase({
  name: "change-training-class",
  roles: [...OFFICE, "OPERATOR"],
  subject: { type: "trainingClass", id: (input) => input.classId },
  input: z.object({ classId: z.ulid("invalid"), version: z.coerce.number("invalid").int().min(0).max(1_000_000, "invalid"), place: plainLine(2, "training-place", 120), startsOn: z.iso.date("date-form"), lastOn: z.iso.date("date-form") }),
  async run({ deps, actor, input: { classId, version, place, startsOn, lastOn } }) {
    return deps.db.$transaction(async (tx) => {
      const held = await holdClass(tx, classId);
      if (!held || !actsForTraining(actor, held)) return refuse("not-found");
      if (held.version !== version) return refuse("changed-meanwhile");
      // once people may put themselves down, public money's classes are the bureau's to change
      if (!(held.state === "PLANNED" || (held.state === "OPEN" && (actor.role !== "OPERATOR" || !held.publicFunds)))) return refuse("training-step");
      if (lastOn < startsOn) return refuse("range-backwards", { field: "lastOn" });
      if (startsOn <= deps.clock.today()) return refuse("training-start-passed", { field: "startsOn" });
      if (lastOn > addMonths(startsOn, 12)) return refuse("training-too-long", { field: "lastOn" });
      const body = await tx.trainingBody.findUniqueOrThrow({ where: { id: held.bodyId } });
      if (toDay(body.approvedOn) > startsOn || toDay(body.validUntil) <= lastOn || body.endedOn !== null) return refuse("training-body-not-approved", { field: "lastOn" });
      await tx.trainingClass.update({ where: { id: classId }, data: { place, startsOn: toDate(startsOn), lastOn: toDate(lastOn), version: { increment: 1 } } });
      const people = await tx.trainingEnrolment.findMany({ where: { classId, state: { in: ["WAITING", "ENROLLED"] } } });
      await tellTrainees(deps, tx, "training-changed", people, String(version));
      return ok({ classId });
    });
  },
});
