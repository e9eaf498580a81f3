import { z } from "zod";
import { findBrand, type HeldBrand, overseesBrand, sayOfBrand, seatsOf } from "#app/data/brands/brands.server.ts";
import { endInvitations, invitationWait, invite } from "#app/data/invitations.server.ts";
import { accountName } from "#app/domain/account/invitation.ts";
import { toDay } from "#app/domain/dates.ts";
import { mobilePhone } from "#app/domain/phone.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { isUniqueViolation, type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

const OFFICE = ["OFFICER", "ADMIN"] as const;
const idOrNone = z.preprocess((value) => (value === "" ? undefined : value), z.ulid("operator-place").optional());
const places = { bodyId: idOrNone, brandId: idOrNone };
const userIdField = { userId: z.ulid("not-found") };
const reason = plainLine(4, "reason-short", 60);

interface Place {
  body: { id: string; name: string; countyCode: string } | null;
  brand: HeldBrand | null;
}

/** The body and the brand that an officer may give an account to work for; ones that are over get none. */
async function placeOf({ clock }: Pick<Deps, "clock">, tx: Tx, actor: Actor, { bodyId, brandId }: { bodyId?: string; brandId?: string }): Promise<Result<Place>> {
  const body = bodyId === undefined ? null : await tx.trainingBody.findUnique({ where: { id: bodyId }, select: { id: true, name: true, countyCode: true, endedOn: true, validUntil: true } });
  const brand = brandId === undefined ? null : await findBrand(tx, brandId);
  if (bodyId !== undefined && (!body || !actsForRegion(actor, body.countyCode))) return refuse("operator-place", { field: "bodyId" });
  if (body && (body.endedOn !== null || toDay(body.validUntil) <= clock.today())) return refuse("operator-body-over", { field: "bodyId" });
  if (brandId !== undefined && (!brand || !overseesBrand(actor, brand))) return refuse("operator-place", { field: "brandId" });
  if (brand?.state === "ENDED") return refuse("brand-is-over", { field: "brandId" });
  return ok({ body, brand });
}

/**
 * Holds brands, then bodies, each in the order of their ids; an account's row is held after them. Every act keeps this order, before it reads or writes anything: the new
 * account's references would share the rows otherwise, and two that share one cannot both go on to change it.
 */
async function holdPlaces(tx: Tx, brandIds: (string | null | undefined)[], bodyIds: (string | null | undefined)[]): Promise<void> {
  const inOrder = (ids: (string | null | undefined)[]) => [...new Set(ids)].filter((id) => typeof id === "string").sort();
  for (const id of inOrder(brandIds)) await tx.$queryRaw`SELECT id FROM labour_brand WHERE id = ${id} FOR UPDATE`;
  for (const id of inOrder(bodyIds)) await tx.$queryRaw`SELECT id FROM training_body WHERE id = ${id} FOR UPDATE`;
}

/** An operator's account with its row held, if the officer's region holds it and all it works for: whoever sends its link could sign in for that body and brand. Null for others'. */
async function holdOperator(tx: Tx, actor: Actor, userId: string) {
  await tx.$queryRaw`SELECT id FROM user_account WHERE id = ${userId} FOR UPDATE`;
  const user = await tx.user.findUnique({
    where: { id: userId }, include: { trainingBody: { select: { name: true, countyCode: true } }, brand: { select: { name: true, level: true, regions: { select: { regionCode: true, level: true } } } } },
  });
  if (user?.role !== "OPERATOR" || user.regionCode === null || !actsForRegion(actor, user.regionCode)) return null;
  if (user.trainingBody && !actsForRegion(actor, user.trainingBody.countyCode)) return null;
  return user.brand && !overseesBrand(actor, user.brand) ? null : user;
}

/**
 * A bureau opens an account for somebody who works for a training body or a brand of its region. They set the password themselves, by a link in a text message: no
 * officer ever knows it.
 */
export const openOperator = useCase({
  name: "open-operator",
  roles: OFFICE,
  subject: { type: "user", id: (_input, value) => value.userId },
  input: z.object({ displayName: plainLine(2, "operator-name", 60), username: accountName, phone: mobilePhone, ...places }).refine((input) => input.bodyId !== undefined || input.brandId !== undefined, { path: ["bodyId"], message: "operator-place" }),
  async run({ deps, actor, input }) {
    const userId = deps.newId();
    try {
      return await deps.db.$transaction(async (tx) => {
        await holdPlaces(tx, [input.brandId], [input.bodyId]);
        const place = await placeOf(deps, tx, actor, input);
        if (!place.ok) return place;
        const { body, brand } = place.value;
        const regionCode = body?.countyCode ?? seatsOf(brand!).find((code) => actsForRegion(actor, code))!;
        await tx.user.create({
          data: { id: userId, username: input.username, displayName: input.displayName, role: "OPERATOR", regionCode, trainingBodyId: body?.id ?? null, brandId: brand?.id ?? null, recordedAt: deps.clock.now() },
        });
        if (brand) await sayOfBrand(deps, tx, actor, brand.id, "OPERATOR", `+ ${input.username}`);
        await invite(deps, tx, actor, { userId, username: input.username, phone: input.phone, place: body?.name ?? brand!.name });
        return ok({ userId });
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("operator-username-taken", { field: "username" });
      throw error;
    }
  },
});

/** Another link, to whoever lost the first or the password; the one before opens nothing from then on. */
export const inviteOperator = useCase({
  name: "invite-operator",
  roles: OFFICE,
  subject: { type: "user", id: (input) => input.userId },
  input: z.object({ ...userIdField, phone: mobilePhone }),
  async run({ deps, actor, input }) {
    return deps.db.$transaction(async (tx) => {
      const user = await holdOperator(tx, actor, input.userId);
      if (!user) return refuse("not-found");
      if (user.status !== "ACTIVE") return refuse("operator-closed");
      const seconds = await invitationWait(deps, tx, user.id);
      if (seconds > 0) return refuse("code-wait", { params: { seconds } });
      await invite(deps, tx, actor, { userId: user.id, username: user.username, phone: input.phone, place: user.trainingBody?.name ?? user.brand?.name ?? user.displayName });
      return ok({ userId: user.id });
    });
  },
});

/** Gives an account another body or brand to work for, or none. One whose body or brand another bureau is over must be let go there first. */
export const placeOperator = useCase({
  name: "place-operator",
  roles: OFFICE,
  subject: { type: "user", id: (input) => input.userId },
  input: z.object({ ...userIdField, ...places }),
  async run({ deps, actor, input }) {
    const known = await deps.db.user.findUnique({ where: { id: input.userId }, select: { trainingBodyId: true, brandId: true } });
    if (!known) return refuse("not-found");
    return deps.db.$transaction(async (tx) => {
      await holdPlaces(tx, [known.brandId, input.brandId], [known.trainingBodyId, input.bodyId]);
      const user = await holdOperator(tx, actor, input.userId);
      if (!user) return refuse("not-found");
      if (user.trainingBodyId !== known.trainingBodyId || user.brandId !== known.brandId) return refuse("changed-meanwhile");
      // what it works for already may be over meanwhile
      const place = await placeOf(deps, tx, actor, { bodyId: input.bodyId === known.trainingBodyId ? undefined : input.bodyId, brandId: input.brandId === known.brandId ? undefined : input.brandId });
      if (!place.ok) return place;
      const [bodyId, brandId] = [input.bodyId ?? null, input.brandId ?? null];
      if (user.brandId !== brandId) {
        if (user.brandId !== null) await sayOfBrand(deps, tx, actor, user.brandId, "OPERATOR", `− ${user.username}`);
        if (brandId !== null) await sayOfBrand(deps, tx, actor, brandId, "OPERATOR", `+ ${user.username}`);
      }
      await tx.user.update({ where: { id: user.id }, data: { trainingBodyId: bodyId, brandId } });
      return ok({ userId: user.id });
    });
  },
});

/** Closes an account: every session ends, no link opens it; what was done with it stays. Or opens it again. */
export const closeOperator = useCase({
  name: "close-operator",
  roles: OFFICE,
  subject: { type: "user", id: (input) => input.userId },
  purpose: (input) => input.reason,
  input: z.object({ ...userIdField, step: z.enum(["CLOSE", "REOPEN"], "required"), reason }),
  async run({ deps, actor, input }) {
    return deps.db.$transaction(async (tx) => {
      const user = await holdOperator(tx, actor, input.userId);
      if (!user) return refuse("not-found");
      const closes = input.step === "CLOSE";
      if ((user.status === "ACTIVE") !== closes) return refuse("changed-meanwhile");
      await tx.user.update({ where: { id: user.id }, data: { status: closes ? "LOCKED" : "ACTIVE" } });
      if (closes) {
        await endInvitations(tx, user.id);
        await tx.loginSession.deleteMany({ where: { userId: user.id } });
      }
      return ok({ userId: user.id });
    });
  },
});
