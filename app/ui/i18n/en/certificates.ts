import type { certificates as zh } from "../zh/certificates.ts";

export const certificates: typeof zh = {
  check: {
    title: "Check a certificate", heading: "Check a certificate", says: "Scan the code on the certificate, or paste its text below. No sign-in needed.", text: "Text of the code", textHint: "Begins with JGT1, or the whole address", name: "Name of the holder (may stay empty)", nameHint: "If given, it is compared with the holder's; it is not kept", submit: "Check",
    valid: "Valid", validSays: "Signed by a registered issuer and unchanged.", expired: "Expired", expiredSays: "It is genuine, but its time is over.", revoked: "Revoked", revokedSays: "It is genuine, but the issuer took it back: it no longer counts.", forged: "Not issued here, or changed", forgedSays: "The signature does not fit. Look at the original, or ask the issuer.",
    nameYes: "The name fits.", nameNo: "The name does not fit: this certificate is not this person's.", offline: "It can be checked without a network: compare the signature (Ed25519) with the published key, then look at the revocation list.", keys: "Public keys", list: "Revocation list",
    photo: "Photograph the code on the certificate", photoSays: "It is checked on this phone: neither the photo nor a name is sent.", photoLabel: "Take or choose a photo", reading: "Looking for the code…", noCode: "No code was found on the photo. Go nearer, hold it straight, find more light and try again; or paste the text of the code below.",
    keep: "Keep on this phone, to check without a network", kept: "Kept on this phone: it checks without a network", notKept: "This phone does not keep the keys and the revocation list yet: checking needs a network.", listOf: "The revocation list is of {{at}}.",
  },
  sheet: { demo: "Printed by a demonstration system: not a real certificate.", title: "Certificate (to print)", back: "Back to the certificate", print: "Print", holder: "Holder", says: "has passed the assessment and holds this certificate.", scan: "Scan to check that it is genuine: no sign-in, no network needed", lost: "Lost it? Sign in to Jingangtong and print another; its code counts as much." },
  own: { title: "Code that can be checked", says: "An employer scans it and sees that it is genuine. It holds neither your name nor your ID number.", alt: "QR code of the certificate", open: "See what they see", sheet: "Print the certificate" },
};
