import { z } from "zod";
import { maskName, maskPhone } from "#app/domain/person/masks.ts";
import type { FieldCrypto, PersonalField } from "#app/platform/crypto.server.ts";

export interface Contact {
  name: string;
  phone: string;
  relation?: string;
}
export const contactSchema = z.object({ name: z.string(), phone: z.string(), relation: z.string().optional() });
type Field = Extract<PersonalField, "agreement.contact" | "dispatch.contact" | "emergency.contact">;

export function sealContact(crypto: Pick<FieldCrypto, "encrypt">, field: Field, contact: Contact): string {
  return crypto.encrypt(field, JSON.stringify(contact));
}

export function openContact(crypto: Pick<FieldCrypto, "decrypt">, field: Field, sealed: string | null): Contact | null {
  return sealed === null ? null : contactSchema.parse(JSON.parse(crypto.decrypt(field, sealed)));
}

/** As it stands on screens of others. */
export function maskContact(contact: Contact | null): Contact | null {
  return contact && { ...contact, name: maskName(contact.name), phone: maskPhone(contact.phone) };
}
