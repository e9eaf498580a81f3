import { createHash } from "node:crypto";
import { z } from "zod";
import { findSameFile, storeFile } from "#app/data/private-files.server.ts";
import { LARGEST_PHOTO_BYTES, MOST_PHOTOS } from "#app/domain/profile/photo.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { reencodePhoto } from "#app/platform/photos/re-encode.server.ts";
import { useCase } from "../use-case.server.ts";
import { findOwnPerson, personIdField, PROFILE_ROLES } from "./own-person.server.ts";

/** A photo of one of the person's certificates, made anew and kept as ciphertext. The same photo sent twice is one. */
export const addPhoto = useCase({
  name: "add-certificate-photo",
  roles: PROFILE_ROLES,
  subject: { type: "certificate", id: (input) => input.certificateId },
  input: z.object({ ...personIdField, certificateId: z.ulid("not-found"), bytes: z.instanceof(Uint8Array, { message: "photo-missing" }).refine((bytes) => bytes.length <= LARGEST_PHOTO_BYTES, { message: "photo-too-large" }) }),
  async run({ deps, actor, input }) {
    const own = await findOwnPerson(deps, actor, input.personId);
    if (!own.ok) return own;
    const personId = own.person.id;
    const { certificateId } = input;
    const content = createHash("sha256").update(input.bytes).digest("hex");
    const full = refuse("too-many-photos", { field: "photo", params: { most: MOST_PHOTOS } });
    if ((await deps.db.certificate.count({ where: { id: certificateId, personId } })) === 0) return refuse("not-found");
    const [same, held] = await Promise.all([findSameFile(deps, certificateId, content), deps.db.privateFile.count({ where: { personId } })]);
    if (same !== null) return ok({ personId, fileId: same });
    if (held >= MOST_PHOTOS) return full;
    const made = await reencodePhoto(input.bytes);
    if (!made.ok) return refuse(made.fault, { field: "photo" });
    const fileId = await storeFile(deps, { personId, certificateId, content, ...made.photo });
    return fileId === null ? full : ok({ personId, fileId });
  },
});
